import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

@Suite struct ReadMeetingTests {
  @Test("Before the agenda is approved it is the council's own", arguments: Engine.available)
  func planned(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.addItem()
    for actor in year.everybody + [year.secretary, year.deputy] {
      #expect(try read(year, as: actor).items.count == 1)
    }
    try year.kommune.expect(AccessRefusal.youMustSignIn) { _ = try read(year, as: .visitor) }
    try year.kommune.expect(AccessRefusal.youMayNotDoThis) { _ = try read(year, as: year.stranger) }
  }

  @Test("Everybody reads an approved agenda, but no names or votes", arguments: Engine.available)
  func approved(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    try year.adopt()
    let seen = try read(year, as: .visitor)
    #expect(seen.items.map(\.title) == ["Lekeplassen"])
    #expect(seen.items.allSatisfy { $0.proposedBy == nil })
    #expect(seen.approvals.count == 2)
    #expect(seen.approvals.allSatisfy { $0.name == nil })
    #expect(seen.held.attendance.isEmpty)
    #expect(seen.held.ballots.isEmpty)
    #expect(seen.held.resolutions.isEmpty)
    #expect(seen.may.isEmpty)
    let member = try read(year, as: year.members[0])
    #expect(member.held.resolutions.count == 1)
    #expect(member.approvals.allSatisfy { $0.name != nil })
  }

  @Test("Once the minutes are published, everybody reads it all", arguments: Engine.available)
  func published(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    _ = try year.publishMeeting()
    let seen = try read(year, as: .visitor)
    #expect(seen.held.attendance.count == 5)
    #expect(seen.held.resolutions.count == 1)
  }

  @Test("As many statements for a long agenda as for a short one", arguments: Engine.available)
  func countsStatements(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.addItem()
    let few = try year.countStatements { try read(year, as: year.leader) }
    for number in 2...6 { try year.addItem("Sak \(number)") }
    #expect(try year.countStatements { try read(year, as: year.leader) } == few)
  }

  private func read(_ year: CouncilYear, as actor: Actor) throws -> MeetingDetails {
    try year.kommune.run(ReadMeeting.self, as: actor, ["meeting": year.at])
  }
}
