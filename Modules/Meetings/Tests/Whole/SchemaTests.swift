import Database
import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

/// What the database refuses by itself, however one gets at it.
@Suite struct SchemaTests {
  @Test("R101: a vote by somebody without one", arguments: Engine.available)
  func votesAreUserRepresentatives(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    let ballot = try year.openBallot()
    let staff = try year.staff.member.orNotFound().id
    let insert: SQL =
      "INSERT INTO meetings_vote (ballot_id, person_id, meeting_id, may_vote, choice)"
    let meeting = year.meeting.id
    try refused(
      year, .checkFailed, "\(insert) VALUES (\(ballot.id), \(staff), \(meeting), false, 'yes')")
    try refused(
      year, .missingReference, "\(insert) VALUES (\(ballot.id), \(staff), \(meeting), true, 'yes')")
    let stranger = try year.stranger.member.orNotFound().id
    try refused(
      year, .missingReference,
      "\(insert) VALUES (\(ballot.id), \(stranger), \(meeting), true, 'yes')")
  }

  @Test("R101: a vote without a seat that votes", arguments: Engine.available)
  func votesComeWithSeats(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    try refused(
      year, .checkFailed,
      "UPDATE meetings_attendance SET may_vote = true WHERE capacity = 'unit_leader'")
    try refused(
      year, .missingReference,
      "UPDATE meetings_attendance SET may_vote = true WHERE capacity = 'staff_participant'")
  }

  @Test("R133: a member and the deputy on one seat", arguments: Engine.available)
  func aSeatIsFilledOnce(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    let deputy = try year.deputy.member.orNotFound().id
    try refused(
      year, .alreadyExists,
      """
      INSERT INTO meetings_attendance (meeting_id, person_id, capacity, seat_id, may_vote)
      SELECT meeting_id, \(deputy), 'personal_deputy', seat_id, may_vote
      FROM meetings_attendance WHERE capacity = 'council_leader'
      """)
  }

  @Test("Votes and counts stand", arguments: Engine.available)
  func votesStand(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    try year.adopt()
    try refused(year, .recordIsFrozen, "UPDATE meetings_ballot SET yes = 99")
    try refused(year, .recordIsFrozen, "DELETE FROM meetings_ballot")
    try appendOnly(year, "meetings_vote", "choice = 'no'")
    try appendOnly(year, "meetings_resolution", "text = 'Noe annet'")
    try refused(
      year, .missingReference, "DELETE FROM meetings_attendance WHERE capacity = 'council_leader'")
  }

  @Test("R077, R105: not followed without reasons", arguments: Engine.available)
  func reasonsAreGiven(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    let resolution = try year.adopt()
    for (outcome, reasons, weighty) in [
      ("not_followed", nil, "law"), ("not_followed", "          ", "law"),
      ("not_followed", "Kort.", "law"), ("partly_followed", nil, nil),
      ("not_followed", "Vi har ikke råd.", nil),
    ] as [(String, String?, String?)] {
      try refused(year, .checkFailed, answer(resolution, year, outcome, reasons, weighty))
    }
    try year.answer(resolution, "followed")
    try appendOnly(year, "meetings_answer", "outcome = 'not_followed'")
  }

  @Test(
    "R110: approved minutes change no more, and only those are published",
    arguments: Engine.available)
  func minutesStand(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    _ = try year.holdMeeting()
    let leader = try year.leader.member.orNotFound().id
    let publish: SQL = """
      INSERT INTO meetings_publication (meeting_id, status, published_by, published_at)
      SELECT meeting_id, status, \(leader), 0 FROM meetings_minutes
      """
    try refused(year, .checkFailed, publish)
    try refused(
      year, .missingReference,
      """
      INSERT INTO meetings_publication (meeting_id, status, published_by, published_at)
      VALUES (\(year.meeting.id), 'approved', \(leader), 0)
      """)
    for actor in year.attendees { try year.approve(as: actor) }
    try refused(year, .recordIsFrozen, "UPDATE meetings_minutes SET status = 'draft'")
    try refused(year, .recordIsFrozen, "DELETE FROM meetings_minutes")
    try appendOnly(year, "meetings_minutes_version", "body = 'Noe annet'")
    try appendOnly(year, "meetings_minutes_approval", "approved_at = 0")
    try year.publish()
    try appendOnly(year, "meetings_publication", "published_at = 0")
  }

  @Test("R110: minutes are approved by everybody or not at all", arguments: Engine.available)
  func minutesAreApprovedByAll(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    _ = try year.holdMeeting()
    let approve: SQL = "UPDATE meetings_minutes SET status = 'approved', approved_at = 0"
    try refused(year, .recordIsFrozen, approve)
    for actor in year.attendees.dropLast() { try year.approve(as: actor) }
    try refused(year, .recordIsFrozen, approve)
    try refused(
      year, .recordIsFrozen,
      """
      INSERT INTO meetings_minutes (meeting_id, version, status, approved_at)
      SELECT meeting_id, version, 'approved', 0 FROM meetings_minutes
      """)
    // Approvals of an earlier version do not count.
    try year.write("Rettet.", version: 1)
    try year.kommune.sql(
      """
      INSERT INTO meetings_minutes_approval (meeting_id, version, person_id, approved_at)
      VALUES (\(year.meeting.id), 1, \(try year.unitLeader.member.orNotFound().id), 0)
      """)
    try refused(year, .recordIsFrozen, approve)
  }

  @Test("A vote once the ballot is closed", arguments: Engine.available)
  func votesAreCastInOpenBallots(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    let resolution = try year.adopt()
    let late = try year.members[3].member.orNotFound().id
    try refused(
      year, .recordIsFrozen,
      """
      INSERT INTO meetings_vote (ballot_id, person_id, meeting_id, may_vote, choice)
      VALUES (\(resolution.ballot), \(late), \(year.meeting.id), true, 'no')
      """)
  }

  @Test("A meeting only goes forward, a state at a time", arguments: Engine.available)
  func meetingsGoForward(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.addItem()
    try refuseStates(year, ["open", "ended"])
    try year.approveAgenda()
    try refuseStates(year, ["planned", "ended"])
    try year.open()
    try refuseStates(year, ["planned", "agenda_approved"])
    try year.attend(year.everybody)
    try year.end()
    try refuseStates(year, ["planned", "agenda_approved", "open"])
    try refused(
      year, .recordIsFrozen,
      """
      INSERT INTO meetings_meeting (id, council_id, starts_at, place, status, version, opened_at)
      SELECT council_id, council_id, starts_at, place, 'open', 1, 0 FROM meetings_meeting
      """)
  }

  private func refuseStates(_ year: CouncilYear, _ states: [String]) throws {
    for state in states {
      try refused(
        year, .recordIsFrozen,
        "UPDATE meetings_meeting SET status = \(state), opened_at = 0, ended_at = 0")
    }
  }

  @Test("A resolution that nobody adopted", arguments: Engine.available)
  func resolutionsAreAdopted(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    let ballot = try year.openBallot()
    let insert: SQL = """
      INSERT INTO meetings_resolution
        (id, council_id, meeting_id, ballot_id, number, text, adopted_on, answer_due)
      VALUES (\(ballot.id), \(year.council), \(year.meeting.id), \(ballot.id), 1, 'Nye husker.',
        '2026-09-15', '2026-10-15')
      """
    try refused(year, .recordIsFrozen, insert)
    try year.vote("yes", on: ballot, as: year.leader)
    try year.vote("no", on: ballot, as: year.members[0])
    try year.close(ballot)
    try refused(year, .recordIsFrozen, insert)
  }

  @Test("R110: an approval by somebody who was not there", arguments: Engine.available)
  func approvalsAreOfThoseWhoMet(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    _ = try year.holdMeeting()
    let absent = try year.members[3].member.orNotFound().id
    try refused(
      year, .missingReference,
      """
      INSERT INTO meetings_minutes_approval (meeting_id, version, person_id, approved_at)
      VALUES (\(year.meeting.id), 1, \(absent), 0)
      """)
  }

  @Test("R074, R108: items on single persons, and one leader as both", arguments: Engine.available)
  func agendasAreSetByTwo(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.addItem()
    try refused(year, .checkFailed, "UPDATE meetings_item SET concerns_no_single_person = false")
    try year.kommune.run(
      ApproveAgenda.self, as: year.leader, ["meeting": year.at, "version": year.version])
    try refused(
      year, .alreadyExists,
      """
      INSERT INTO meetings_agenda_approval (meeting_id, role, person_id, approved_at)
      SELECT meeting_id, 'unit_leader', person_id, approved_at FROM meetings_agenda_approval
      """)
  }

  private func answer(
    _ resolution: Resolution, _ year: CouncilYear, _ outcome: String, _ reasons: String?,
    _ weighty: String?
  ) throws -> SQL {
    let leader = try year.unitLeader.member.orNotFound().id
    return """
      INSERT INTO meetings_answer
        (resolution_id, outcome, reasons, weighty_reason, answered_by, answered_at)
      VALUES (\(resolution.id), \(outcome), \(reasons), \(weighty), \(leader), 0)
      """
  }

  /// On PostgreSQL the application's role has no right to; on SQLite a trigger refuses.
  private func appendOnly(_ year: CouncilYear, _ table: SQL, _ change: SQL) throws {
    for statement in ["UPDATE \(table) SET \(change)", "DELETE FROM \(table)"] as [SQL] {
      let before = try year.kommune.fingerprint()
      #expect(throws: DatabaseError.self) { try year.kommune.sql(statement) }
      #expect(try year.kommune.fingerprint() == before)
    }
  }

  private func refused(
    _ year: CouncilYear, _ kind: DatabaseError.Kind, _ statement: SQL,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try year.kommune.fingerprint()
    let error = #expect(throws: DatabaseError.self, sourceLocation: sourceLocation) {
      try year.kommune.sql(statement)
    }
    #expect(error?.kind == kind, sourceLocation: sourceLocation)
    #expect(try year.kommune.fingerprint() == before, sourceLocation: sourceLocation)
  }
}
