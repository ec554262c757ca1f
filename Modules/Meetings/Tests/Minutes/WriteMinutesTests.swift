import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

@Suite struct WriteMinutesTests {
  @Test("Every version stays", arguments: Engine.available)
  func keepsVersions(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    try year.end()
    #expect(try year.write("Første.").version == 1)
    let second = try year.write("Andre.", version: 1)
    #expect(second.version == 2)
    #expect(second.body == "Andre.")
    #expect(second.status == .draft)
    let kept: Int? = try year.kommune.value("SELECT count(*) FROM meetings_minutes_version")
    #expect(kept == 2)
  }

  @Test("Approvals are of one version", arguments: Engine.available)
  func needsApprovalAnew(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    _ = try year.holdMeeting()
    for actor in year.attendees.dropLast() { try year.approve(as: actor) }
    #expect(try year.write("Rettet.", version: 1).status == .draft)
    try year.kommune.expect(ApproveMinutes.Refusal.minutesAreNotCirculated) {
      try year.approve(as: year.unitLeader, version: 2)
    }
    try year.circulate(version: 2)
    #expect(try year.approve(as: year.unitLeader, version: 2).status == .circulated)
    for actor in year.attendees.dropLast() { try year.approve(as: actor, version: 2) }
    #expect(try year.kommune.value("SELECT status FROM meetings_minutes") == MinutesStatus.approved)
  }

  @Test(arguments: Engine.available)
  func refusesTooEarlyStaleAndOthers(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    try year.kommune.expect(WriteMinutes.Refusal.meetingHasNotEnded) { try year.write() }
    try year.end()
    try year.kommune.expect(AccessRefusal.youMayNotDoThis) {
      try year.kommune.run(
        WriteMinutes.self, as: year.unitLeader, ["meeting": year.at, "body": "Mitt referat"])
    }
    try year.write()
    try year.kommune.expect(VersionRefusal.recordHasChanged) { try year.write(version: 7) }
    try year.kommune.expect(VersionRefusal.nameTheVersionYouRead) { try year.write(version: .null) }
  }

  @Test("R136: the author says that they concern no single person", arguments: Engine.available)
  func refusesMattersOfSinglePersons(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    try year.end()
    try year.kommune.expect(WriteMinutes.Refusal.minutesMayConcernASinglePerson) {
      try year.kommune.run(
        WriteMinutes.self, as: year.secretary, ["meeting": year.at, "body": "Et referat"])
    }
    try year.write()
    let facts: String? = try year.kommune.value(
      "SELECT facts FROM events_event WHERE event = 'minutes-written'")
    #expect(facts?.contains("concernsNoSinglePerson=true") == true)
  }

  @Test(arguments: Engine.available)
  func refusesApprovedMinutes(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    _ = try year.publishMeeting()
    try year.kommune.expect(WriteMinutes.Refusal.minutesAreApproved) { try year.write(version: 1) }
  }
}
