import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

@Suite struct EndMeetingTests {
  @Test(arguments: Engine.available)
  func ends(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    try year.end()
    #expect(year.meeting.status == .ended)
    #expect(year.meeting.endedAt == year.kommune.now)
    try year.kommune.expect(EndMeeting.Refusal.meetingIsNotOpen) { try year.end() }
  }

  @Test(arguments: Engine.available)
  func refusesWhileABallotIsOpen(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    _ = try year.openBallot()
    try year.kommune.expect(EndMeeting.Refusal.aBallotIsOpen) { try year.end() }
  }

  @Test("R110: somebody must have been there to approve the minutes", arguments: Engine.available)
  func refusesWithoutAttendance(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.addItem()
    try year.approveAgenda()
    try year.open()
    try year.kommune.expect(EndMeeting.Refusal.attendanceIsNotRecorded) { try year.end() }
  }
}
