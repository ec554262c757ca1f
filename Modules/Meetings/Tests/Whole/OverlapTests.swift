import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

/// Somebody acts while another's transaction has done all of its work and is not saved yet: the
/// worst moment there is.
@Suite struct OverlapTests {
  @Test("The last two approvals of the minutes make them final", arguments: Engine.available)
  func approvals(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    _ = try year.holdMeeting()
    for actor in year.attendees.dropLast(2) { try year.approve(as: actor) }
    let values: [String: Value] = ["meeting": year.at, "version": 1]
    let told = try year.kommune.overlap(
      (ApproveMinutes(values), year.staff), (ApproveMinutes(values), year.unitLeader))
    #expect(told == nil)
    #expect(try year.kommune.value("SELECT status FROM meetings_minutes") == MinutesStatus.approved)
  }

  @Test("Both leaders' approvals set the agenda", arguments: Engine.available)
  func agendas(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.addItem()
    let values: [String: Value] = ["meeting": year.at, "version": year.version]
    let told = try year.kommune.overlap(
      (ApproveAgenda(values), year.leader), (ApproveAgenda(values), year.unitLeader))
    #expect(told == nil)
    try year.read()
    #expect(year.meeting.status == .agendaApproved)
  }

  @Test("A ballot that is being closed is not closed again", arguments: Engine.available)
  func closings(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    let ballot = try year.openBallot()
    try year.vote("yes", on: ballot, as: year.leader)
    let values: [String: Value] = ["ballot": .text("\(ballot.id)"), "confirmMissing": true]
    let told = try year.kommune.overlap(
      (CloseBallot(values), year.leader), (CloseBallot(values), year.secretary))
    #expect(told == "ballot-is-closed")
    #expect(try year.adopt().number == 2)
  }

  @Test("A vote that comes while it is counted is told so", arguments: Engine.available)
  func lateVotes(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    let id: Value = .text("\(try year.openBallot().id)")
    let told = try year.kommune.overlap(
      (CloseBallot(["ballot": id, "confirmMissing": true]), year.leader),
      (CastVote(["ballot": id, "choice": "yes"]), year.members[0]))
    #expect(told == "ballot-is-closed")
    let votes: Int? = try year.kommune.value("SELECT count(*) FROM meetings_vote")
    #expect(votes == 0)
  }

  @Test("A vote that is being cast is counted", arguments: Engine.available)
  func lateClosings(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    let id: Value = .text("\(try year.openBallot().id)")
    let told = try year.kommune.overlap(
      (CastVote(["ballot": id, "choice": "yes"]), year.members[0]),
      (CloseBallot(["ballot": id, "confirmMissing": true]), year.leader))
    #expect(told == nil)
    let counted: Int? = try year.kommune.value("SELECT yes FROM meetings_ballot")
    #expect(counted == 1)
  }

  @Test("Minutes written twice at once keep both, or tell", arguments: Engine.available)
  func firstMinutes(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    try year.end()
    let values: [String: Value] = [
      "meeting": year.at, "body": "Mitt referat.", "version": 0, "concernsNoSinglePerson": true,
    ]
    let told = try year.kommune.overlap(
      (WriteMinutes(values), year.leader), (WriteMinutes(values), year.secretary))
    #expect(told == "record-has-changed")
  }

  @Test("Nobody is taken off the list while a ballot opens", arguments: Engine.available)
  func quorums(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    let item: String = try year.kommune.value("SELECT id FROM meetings_item").orNotFound()
    let told = try year.kommune.overlap(
      (OpenBallot(["meeting": year.at, "item": .text(item), "motion": "Noe"]), year.leader),
      (
        RecordAttendance(
          ["meeting": year.at, "version": year.version, "present": year.ids([year.leader])]),
        year.secretary
      ))
    #expect(told == "a-ballot-is-open")
  }
}
