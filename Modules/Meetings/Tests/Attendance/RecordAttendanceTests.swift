import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

@Suite struct RecordAttendanceTests {
  @Test(arguments: Engine.available)
  func recordsAndReplaces(_ engine: Engine) throws {
    let year = try opened(engine)
    let first = try year.attend(year.everybody)
    #expect(first.present.count == 7)
    #expect(first.present.count { $0.mayVote } == 5)
    #expect(first.warnings.isEmpty)
    let second = try year.attend([year.leader, year.deputy])
    #expect(Set(second.present.map(\.capacity)) == [.councilLeader, .personalDeputy])
    #expect(second.present.allSatisfy { $0.mayVote })
    #expect(second.warnings == AttendanceWarning.allCases)
  }

  @Test("R133: a member or the deputy, never both", arguments: Engine.available)
  func refusesMemberAndDeputy(_ engine: Engine) throws {
    let year = try opened(engine)
    try year.kommune.expect(RecordAttendance.Refusal.memberAndDeputyCannotBothMeet) {
      try year.attend([year.members[0], year.deputy])
    }
  }

  @Test(arguments: Engine.available)
  func refusesStrangersStaleReadersAndOthers(_ engine: Engine) throws {
    let year = try opened(engine)
    try year.kommune.expect(RecordAttendance.Refusal.personHasNoSeatHere) {
      try year.attend([year.leader, year.stranger])
    }
    try year.kommune.expect(AccessRefusal.youMayNotDoThis) {
      try record(year, as: year.staff, version: year.version)
    }
    try year.kommune.expect(VersionRefusal.recordHasChanged) {
      try record(year, as: year.leader, version: 1)
    }
  }

  @Test("Who was there stands once there are votes", arguments: Engine.available)
  func refusesOnceVotesAreCast(_ engine: Engine) throws {
    let year = try opened(engine)
    try year.attend(year.everybody)
    let ballot = try year.openBallot()
    try year.kommune.expect(RecordAttendance.Refusal.aBallotIsOpen) {
      try year.attend([year.leader])
    }
    try year.vote("yes", on: ballot, as: year.leader)
    try year.close(ballot)
    try year.kommune.expect(RecordAttendance.Refusal.votesHaveBeenCast) {
      try year.attend([year.leader])
    }
  }

  @Test("Whoever comes late is added, though votes are cast", arguments: Engine.available)
  func addsLateArrivals(_ engine: Engine) throws {
    let year = try opened(engine)
    let first = [year.leader, year.members[1], year.members[2]]
    try year.attend(first)
    let ballot = try year.openBallot()
    try year.vote("yes", on: ballot, as: year.leader)
    try year.close(ballot)
    let late = try year.attend(first + [year.members[3], year.staff])
    #expect(late.present.count == 5)
    #expect(late.present.count { $0.mayVote } == 4)
    try year.kommune.expect(RecordAttendance.Refusal.votesHaveBeenCast) {
      try year.attend(Array(first.dropLast()) + [year.members[0], year.members[3], year.staff])
    }
    #expect(try year.openBallot().status == .open)
  }

  @Test("R133: the deputy who has met keeps the seat", arguments: Engine.available)
  func keepsTheDeputy(_ engine: Engine) throws {
    let year = try opened(engine)
    let first = [year.leader, year.members[1], year.deputy]
    try year.attend(first)
    let ballot = try year.openBallot()
    try year.vote("yes", on: ballot, as: year.deputy)
    try year.close(ballot)
    try year.kommune.expect(RecordAttendance.Refusal.memberAndDeputyCannotBothMeet) {
      try year.attend(first + [year.members[0]])
    }
    try year.kommune.expect(RecordAttendance.Refusal.votesHaveBeenCast) {
      try year.attend([year.leader, year.members[1], year.members[0]])
    }
  }

  @Test("K25: a deputy of the whole council votes for who is away", arguments: Engine.available)
  func deputiesInCommonVote(_ engine: Engine) throws {
    let year = try opened(engine)
    let deputy = try year.stranger.member.orNotFound().id
    try year.kommune.sql(
      """
      INSERT INTO councils_deputy
        (id, council_id, group_code, number, person_id, term_start, term_end)
      SELECT id, council_id, NULL, 1, \(deputy), term_start, term_end FROM councils_seat
      WHERE is_leader
      """)
    let first = [year.leader, year.members[1], year.stranger]
    let list = try year.attend(first)
    #expect(list.present.first { $0.person == deputy }?.capacity == .deputy)
    let ballot = try year.openBallot()
    try year.vote("yes", on: ballot, as: year.stranger)
    try year.close(ballot)
    let taken = try #require(list.present.first { $0.person == deputy }?.seat)
    let holder = try year.members.first { member in
      let id = try member.member.orNotFound().id
      let seat: String? = try year.kommune.value(
        "SELECT id FROM councils_seat WHERE person_id = \(id) AND id = \(taken)")
      return seat != nil
    }
    try year.kommune.expect(RecordAttendance.Refusal.memberAndDeputyCannotBothMeet) {
      try year.attend(first + [holder].compactMap(\.self))
    }
  }

  @Test(arguments: Engine.available)
  func refusesBeforeAndAfterTheMeeting(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.kommune.expect(RecordAttendance.Refusal.meetingIsNotOpen) {
      try year.attend([year.leader])
    }
    try year.beginMeeting()
    try year.end()
    try year.kommune.expect(RecordAttendance.Refusal.meetingIsNotOpen) {
      try year.attend([year.leader])
    }
  }

  @Test("A form sends a box for each who is there", arguments: Engine.available)
  func readsBoxes(_ engine: Engine) throws {
    let year = try opened(engine)
    let id = try year.leader.member.map { "\($0.id)" }.orNotFound()
    var input = Input(
      [
        "meeting": year.at, "version": .text("\(year.meeting.version)"),
        "present": [:], "_token": "x",
      ], lenient: true)
    #expect(RecordAttendance(&input).present.isEmpty)
    input = Input(
      ["meeting": year.at, "version": "3", "present": .object([id: "true"])], lenient: true)
    #expect(RecordAttendance(&input).present.map { "\($0)" } == [id])
    #expect(input.problems.isEmpty)
  }

  private func opened(_ engine: Engine) throws -> CouncilYear {
    let year = try CouncilYear(on: engine)
    try year.addItem()
    try year.approveAgenda()
    try year.open()
    return year
  }

  private func record(_ year: CouncilYear, as actor: Actor, version: Value) throws {
    try year.kommune.run(
      RecordAttendance.self, as: actor,
      ["meeting": year.at, "version": version, "present": year.ids([year.leader])])
  }
}
