import Councils
import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

@Suite struct PlanMeetingTests {
  @Test("R107: a meeting has a time and a place", arguments: Engine.available)
  func plans(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    #expect(year.meeting.status == .planned)
    #expect(year.meeting.place == "Biblioteket")
    #expect("\(year.meeting.startsAt)" == "2026-09-15T16:00:00Z")
    #expect(year.meeting.version == 1)
  }

  @Test(arguments: Engine.available)
  func refusesTheWrongPeople(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    for actor in [year.members[0], year.staff, year.stranger] {
      try year.kommune.expect(AccessRefusal.youMayNotDoThis) {
        try plan(year, "2026-10-01T16:00:00Z", as: actor)
      }
    }
    try year.kommune.expect(AccessRefusal.youMustSignIn) {
      try plan(year, "2026-10-01T16:00:00Z", as: .visitor)
    }
  }

  @Test(arguments: Engine.available)
  func refusesThePast(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.kommune.expect(PlanMeeting.Refusal.meetingWouldBeInThePast) {
      try plan(year, "2026-08-01T16:00:00Z", as: year.secretary)
    }
  }

  @Test(arguments: Engine.available)
  func refusesADissolvedCouncil(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.kommune.sql("UPDATE councils_council SET status = 'dissolved'")
    try year.kommune.expect(PlanMeeting.Refusal.councilIsNotAtWork) {
      try plan(year, "2026-10-01T16:00:00Z", as: year.secretary)
    }
  }

  private func plan(_ year: CouncilYear, _ time: String, as actor: Actor) throws {
    try year.kommune.run(
      PlanMeeting.self, as: actor,
      ["council": .text("\(year.council)"), "startsAt": .text(time), "place": "Biblioteket"])
  }
}
