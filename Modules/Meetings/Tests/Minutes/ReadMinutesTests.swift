import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

@Suite struct ReadMinutesTests {
  @Test("R111: every resolution stands in the minutes", arguments: Engine.available)
  func showsEverything(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    _ = try year.publishMeeting()
    let details = try read(year, as: .visitor)
    #expect(details.minutes?.body == "Vi snakket om lekeplassen.")
    #expect(details.attendance.count == 5)
    #expect(details.approvals.allSatisfy { $0.approvedAt != nil })
    #expect(details.resolutions.map(\.number) == [1])
    #expect(details.publishedAt != nil)
  }

  @Test("Before publication they are the council's own", arguments: Engine.available)
  func refusesThePublic(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    _ = try year.holdMeeting()
    #expect(try read(year, as: year.deputy).minutes?.status == .circulated)
    try year.kommune.expect(AccessRefusal.youMustSignIn) { _ = try read(year, as: .visitor) }
    try year.kommune.expect(AccessRefusal.youMayNotDoThis) { _ = try read(year, as: year.stranger) }
  }

  private func read(_ year: CouncilYear, as actor: Actor) throws -> MinutesDetails {
    try year.kommune.run(ReadMinutes.self, as: actor, ["meeting": year.at])
  }
}
