import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

/// What is done in a person's own name is refused to a program, whatever its role.
@Suite struct OwnActTests {
  @Test(arguments: Engine.available)
  func refusesPrograms(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let plan: [String: Value] = [
      "council": .text("\(year.council)"), "startsAt": "2026-10-15T16:00:00Z", "place": "Kantina",
    ]
    try refused(year, PlanMeeting.self, plan)
    try year.addItem()
    try year.approveAgenda()
    let meeting: [String: Value] = ["meeting": year.at, "version": year.version]
    try refused(year, OpenMeeting.self, meeting)
    try year.open()
    let present = year.ids(year.everybody)
    try refused(
      year, RecordAttendance.self,
      ["meeting": year.at, "version": year.version, "present": present])
    try year.attend(year.everybody)
    let item = try year.kommune.run(ReadMeeting.self, as: year.secretary, ["meeting": year.at])
      .items.first.orNotFound()
    try refused(
      year, OpenBallot.self,
      ["meeting": year.at, "item": .text("\(item.id)"), "motion": "Nye husker."])
    let ballot = try year.openBallot()
    try refused(
      year, CloseBallot.self, ["ballot": .text("\(ballot.id)"), "confirmMissing": true])
    try year.close(ballot)
    try refused(year, EndMeeting.self, ["meeting": year.at, "version": year.version])
    try year.end()
    try year.write()
    try refused(year, CirculateMinutes.self, ["meeting": year.at, "version": 1])
  }

  private func refused<Action: UseCase & Readable>(
    _ year: CouncilYear, _ action: Action.Type, _ values: [String: Value]
  ) throws {
    let program = Actor.service(ID(high: 1, low: 1), name: "rapport", role: .secretary)
    try year.kommune.expect(AccessRefusal.youMayNotDoThis) {
      _ = try year.kommune.run(action, as: program, values)
    }
  }
}
