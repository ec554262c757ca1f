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
