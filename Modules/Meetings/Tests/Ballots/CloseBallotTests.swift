import Database
import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

@Suite struct CloseBallotTests {
  @Test("R102, R111: what is adopted is numbered and due", arguments: Engine.available)
  func adopts(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    let first = try year.adopt("Nye husker.")
    #expect(first.number == 1)
    #expect(first.text == "Nye husker.")
    #expect(first.adoptedOn == day(2026, 8, 17))
    #expect(first.answerDue == day(2026, 9, 16))
    #expect(first.state == .waiting)
    #expect(first.tally == Tally(yes: 2, no: 0, blank: 0))
  }

  @Test("R133: a tie is not adopted, is recorded, and takes no number", arguments: Engine.available)
  func ties(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    try year.adopt()
    let ballot = try year.openBallot()
    try year.vote("yes", on: ballot, as: year.leader)
    try year.vote("no", on: ballot, as: year.members[0])
    let result = try year.close(ballot)
    #expect(result.resolution == nil)
    #expect(result.ballot.tally == Tally(yes: 1, no: 1, blank: 0))
    #expect(try year.adopt().number == 2)
  }

  @Test("Nobody who is there is passed over by mistake", arguments: Engine.available)
  func waitsForEverybody(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    let ballot = try year.openBallot()
    for actor in year.voters.dropLast() { try year.vote("yes", on: ballot, as: actor) }
    try year.kommune.expect(CloseBallot.Refusal.notEverybodyHasVoted) {
      try year.close(ballot, confirmMissing: .null)
    }
    try year.vote("no", on: ballot, as: year.members[3])
    let result = try year.close(ballot, confirmMissing: .null)
    #expect(result.ballot.tally == Tally(yes: 4, no: 1, blank: 0))
    let facts: String? = try year.kommune.value(Self.facts)
    #expect(facts?.contains("missing=0") == true)
  }

  @Test("A ballot nobody voted in adopts nothing and is no tie", arguments: Engine.available)
  func takesNoVotes(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    let ballot = try year.openBallot()
    try year.kommune.expect(CloseBallot.Refusal.notEverybodyHasVoted) {
      try year.close(ballot, confirmMissing: false)
    }
    #expect(try year.close(ballot).resolution == nil)
    let facts: String? = try year.kommune.value(Self.facts)
    #expect(facts?.contains("missing=5") == true)
    let page = try year.client(year.leader).page("/moter/\(year.meeting.id)").text
    #expect(page.contains("Ikke vedtatt: ingen stemte."))
    #expect(!page.contains("like mange for og mot"))
  }

  private static let facts: SQL = """
    SELECT facts FROM events_event WHERE event = 'ballot-closed' ORDER BY number DESC LIMIT 1
    """

  @Test(arguments: Engine.available)
  func refusesTwiceAndOthers(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    let ballot = try year.openBallot()
    try year.kommune.expect(AccessRefusal.youMayNotDoThis) {
      try year.kommune.run(
        CloseBallot.self, as: year.unitLeader, ["ballot": .text("\(ballot.id)")])
    }
    try year.close(ballot)
    try year.kommune.expect(CloseBallot.Refusal.ballotIsClosed) { try year.close(ballot) }
  }
}
