import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

@Suite struct OpenMeetingTests {
  @Test(arguments: Engine.available)
  func opens(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.addItem()
    try year.approveAgenda()
    try year.open()
    #expect(year.meeting.status == .open)
    #expect(year.meeting.openedAt == year.kommune.now)
  }

  @Test("R108: not before both have approved the agenda", arguments: Engine.available)
  func refusesAnAgendaOfOne(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.addItem()
    try year.kommune.run(
      ApproveAgenda.self, as: year.leader, ["meeting": year.at, "version": year.version])
    try year.kommune.expect(OpenMeeting.Refusal.agendaIsNotApproved) { try year.open() }
  }

  @Test(arguments: Engine.available)
  func refusesTwiceStaleAndOthers(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.addItem()
    try year.approveAgenda()
    try year.kommune.expect(AccessRefusal.youMayNotDoThis) {
      try year.kommune.run(
        OpenMeeting.self, as: year.unitLeader, ["meeting": year.at, "version": year.version])
    }
    try year.kommune.expect(VersionRefusal.recordHasChanged) {
      try year.kommune.run(
        OpenMeeting.self, as: year.leader, ["meeting": year.at, "version": 1])
    }
    try year.open()
    try year.kommune.expect(OpenMeeting.Refusal.meetingHasBeenOpened) { try year.open() }
  }
}
