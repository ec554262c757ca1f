import Councils
import Database
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
  func aCouncilThatRestsOrIsDissolvedBeginsNothing(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.addItem()
    try year.approveAgenda()
    try year.change(to: "inactive", version: 1)
    try expectNothingBegins(year, AtWorkRefusal.councilIsNotAtWork)
    try year.change(to: "dissolved", version: 2)
    try expectNothingBegins(year, AtWorkRefusal.councilIsDissolved)
    try year.kommune.expect(AtWorkRefusal.councilIsDissolved) {
      try year.kommune.run(
        OpenMeeting.self, as: year.leader,
        ["meeting": .text("\(year.meeting.id)"), "version": .number(year.meeting.version)])
    }
    #expect(throws: DatabaseError.self) {
      try year.kommune.sql(
        """
        INSERT INTO meetings_meeting (id, council_id, starts_at, place, status, version)
        SELECT council_id, council_id, starts_at, place, 'planned', 1 FROM meetings_meeting
        """)
    }
    let page = TestClient(year.kommune).page("/rad/\(year.council)/moter")
    #expect(page.text.contains("Biblioteket"))
  }

  private func expectNothingBegins(_ year: CouncilYear, _ refusal: AtWorkRefusal) throws {
    try year.kommune.expect(refusal) {
      try plan(year, "2026-10-01T16:00:00Z", as: year.secretary)
    }
    try year.kommune.expect(refusal) { try year.addItem() }
  }

  private func plan(_ year: CouncilYear, _ time: String, as actor: Actor) throws {
    try year.kommune.run(
      PlanMeeting.self, as: actor,
      ["council": .text("\(year.council)"), "startsAt": .text(time), "place": "Biblioteket"])
  }
}
