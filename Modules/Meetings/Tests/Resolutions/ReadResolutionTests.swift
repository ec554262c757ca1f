import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

@Suite struct ReadResolutionTests {
  @Test("R083: status and reasons in sight of everybody", arguments: Engine.available)
  func showsTheAnswer(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let resolution = try year.publishMeeting()
    #expect(try read(year, resolution, as: year.unitLeader).mayAnswer)
    #expect(try !read(year, resolution, as: year.leader).mayAnswer)
    try year.answer(resolution, "partly_followed", ["reasons": "Én huske kommer i høst."])
    let seen = try read(year, resolution, as: .visitor)
    #expect(seen.resolution.answer?.reasons == "Én huske kommer i høst.")
    #expect(try !read(year, resolution, as: year.unitLeader).mayAnswer)
  }

  @Test(arguments: Engine.available)
  func refusesThePublicBeforePublication(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let resolution = try year.holdMeeting()
    #expect(try read(year, resolution, as: year.staff).resolution.number == 1)
    try year.kommune.expect(AccessRefusal.youMustSignIn) {
      _ = try read(year, resolution, as: .visitor)
    }
    try year.kommune.expect(AccessRefusal.youMayNotDoThis) {
      _ = try read(year, resolution, as: year.stranger)
    }
  }

  private func read(
    _ year: CouncilYear, _ resolution: Resolution, as actor: Actor
  ) throws -> ResolutionDetails {
    try year.kommune.run(
      ReadResolution.self, as: actor, ["resolution": .text("\(resolution.id)")])
  }
}
