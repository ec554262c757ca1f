import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

@Suite struct CastVoteTests {
  @Test("R101: user representatives vote, and the deputy of one", arguments: Engine.available)
  func votes(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting(with: [year.leader, year.deputy, year.members[1]])
    let ballot = try year.openBallot()
    for actor in [year.leader, year.deputy, year.members[1]] {
      try year.vote("yes", on: ballot, as: actor)
    }
    let cast: Int? = try year.kommune.value("SELECT count(*) FROM meetings_vote")
    #expect(cast == 3)
  }

  @Test("R101: nobody else votes, and is told why", arguments: Engine.available)
  func refusesWhoHasNoVote(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    let ballot = try year.openBallot()
    for actor in [year.unitLeader, year.staff, year.secretary] {
      try year.kommune.expect(CastVote.Refusal.onlyUserRepresentativesVote) {
        try year.vote("no", on: ballot, as: actor)
      }
    }
    try year.kommune.expect(AccessRefusal.youMayNotDoThis) {
      try year.vote("no", on: ballot, as: year.stranger)
    }
    try year.kommune.expect(AccessRefusal.youMustSignIn) {
      try year.vote("no", on: ballot, as: .visitor)
    }
  }

  @Test(
    "R133: a deputy whose member is there, and a member who is not", arguments: Engine.available)
  func refusesWhoIsNotThere(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting(with: [year.leader, year.members[0], year.members[1]])
    let ballot = try year.openBallot()
    for actor in [year.deputy, year.members[2]] {
      try year.kommune.expect(CastVote.Refusal.youAreNotThere) {
        try year.vote("yes", on: ballot, as: actor)
      }
    }
  }

  @Test(arguments: Engine.available)
  func refusesASecondVoteAndAClosedBallot(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    let ballot = try year.openBallot()
    try year.vote("yes", on: ballot, as: year.leader)
    try year.kommune.expect(CastVote.Refusal.youHaveVotedAlready) {
      try year.vote("no", on: ballot, as: year.leader)
    }
    try year.close(ballot)
    try year.kommune.expect(CastVote.Refusal.ballotIsClosed) {
      try year.vote("yes", on: ballot, as: year.members[0])
    }
  }

  @Test("An address that names another meeting leads nowhere", arguments: Engine.available)
  func refusesAnotherMeeting(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    let ballot = try year.openBallot()
    try year.planNext("2026-10-15T16:00:00Z")
    try year.kommune.expect(AccessRefusal.thereIsNoSuchRecord) {
      try year.kommune.run(
        CastVote.self, as: year.leader,
        ["ballot": .text("\(ballot.id)"), "meeting": year.at, "choice": "yes"])
    }
  }
}
