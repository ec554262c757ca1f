import Database
import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Tenancy

/// What is counted, by two people, and what never changes afterwards.
@Suite struct CountTests {
  @Test("R095: whoever enters a count does not confirm it", arguments: Engine.available)
  func twoPeople(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    for name in ["Kari", "Ola", "Per"] { try play.nominate(name, to: "forelder") }
    let counted = try play.count("forelder", ["Kari": 9, "Ola": 7, "Per": 4])
    #expect(counted.status == .counted && counted.ballots == 10 && counted.electors == 12)
    try play.kommune.expect(SecondPersonRefusal.anotherPersonConfirms) {
      try play.confirm("forelder", by: play.secretary)
    }
    #expect(try play.confirm("forelder").status == .confirmed)
    let details = try play.details("forelder", as: .visitor)
    #expect(details.officers.enteredBy == "Siri Sekretær")
    #expect(details.officers.confirmedBy == "Atle Admin")
    let names = details.members.map { id in details.candidates.first { $0.id == id }?.name }
    #expect(names == ["Kari", "Ola"])
  }

  @Test("Nobody confirms an election in which they stand", arguments: Engine.available)
  func refusesThoseWhoStand(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.nominate("Kari", to: "forelder", deputy: true)
    try play.count("forelder", ["Kari": 9])
    for name in ["Kari", "Vara Kari"] {
      let person = try play.kommune.addPerson(name, ElectionPlay.email(name), .administrator)
      try play.kommune.expect(SecondPersonRefusal.youStandYourself) {
        try play.confirm("forelder", by: person)
      }
      #expect(try !play.details("forelder", as: person).mayConfirm)
    }
  }

  @Test("The unit's leader may be the second person", arguments: Engine.available)
  func unitLeaderConfirms(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    let leader = try play.kommune.addPerson(
      "Rita Rektor", "rita@example.org", .unitLeader, in: play.unit.id)
    try play.nominate("Kari", to: "forelder")
    try play.kommune.expect(AccessRefusal.youMayNotDoThis) {
      try play.count("forelder", ["Kari": 9], by: leader)
    }
    try play.count("forelder", ["Kari": 9])
    #expect(try play.confirm("forelder", by: leader).status == .confirmed)
  }

  @Test("More votes than electors, or than ballots have room for", arguments: Engine.available)
  func refusesImpossibleCounts(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    for name in ["Kari", "Ola", "Per"] { try play.nominate(name, to: "forelder") }
    try play.kommune.expect(EnterCount.Refusal.moreBallotsThanElectors) {
      try play.count("forelder", electors: 9, ["Kari": 9, "Ola": 7, "Per": 3])
    }
    try play.kommune.expect(EnterCount.Refusal.moreVotesThanBallots) {
      try play.count("forelder", ["Kari": 9, "Ola": 9, "Per": 3])
    }
    try play.kommune.expect(EnterCount.Refusal.moreVotesThanBallots) {
      try play.count("forelder", ["Kari": 11, "Ola": 2, "Per": 3])
    }
    try play.kommune.expect(EnterCount.Refusal.countEveryCandidate) {
      try play.count("forelder", ["Kari": 9, "Ola": 7])
    }
    try play.kommune.expect(EnterCount.Refusal.countEveryCandidate) {
      try play.count("forelder", ["Kari": 2, "Ola": 7, "Ola": 7])
    }
    try play.count("forelder", ["Kari": 10, "Ola": 7, "Per": 3])
  }

  @Test("A count can be mended until it is confirmed", arguments: Engine.available)
  func staysOnceConfirmed(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    for name in ["Kari", "Ola", "Per"] { try play.nominate(name, to: "forelder") }
    try play.count("forelder", ["Kari": 9, "Ola": 7, "Per": 4])
    try play.count("forelder", ["Kari": 9, "Ola": 4, "Per": 7])
    try play.confirm("forelder")
    try play.kommune.expect(ElectionRefusal.electionIsAtAnotherStep(.confirmed)) {
      try play.count("forelder", ["Kari": 9, "Ola": 7, "Per": 4])
    }
    try play.kommune.expect(ElectionRefusal.electionIsAtAnotherStep(.confirmed)) {
      try play.nominate("Eva", to: "forelder")
    }
    try play.kommune.expect(ElectionRefusal.electionIsAtAnotherStep(.confirmed)) {
      try play.kommune.run(
        CancelElection.self, as: play.secretary, play.at("forelder", ["reason": "error"]))
    }
  }

  @Test("Nobody counts before the day, or where somebody names", arguments: Engine.available)
  func refusesEarlyCounts(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.nominate("Lars", to: "ansatt")
    try play.kommune.expect(EnterCount.Refusal.nobodyVotes) {
      try play.count("ansatt", ["Lars": 1])
    }
    try play.nominate("Kari", to: "forelder")
    play.kommune.now = play.kommune.now.adding(days: -1)
    try play.kommune.expect(EnterCount.Refusal.electionDayIsToCome) {
      try play.count("forelder", ["Kari": 1])
    }
  }

  @Test("Somebody reads an older count", arguments: Engine.available)
  func refusesStaleReaders(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.nominate("Kari", to: "forelder")
    let old = try play.at("forelder")
    try play.count("forelder", ["Kari": 9])
    try play.kommune.expect(VersionRefusal.recordHasChanged) {
      try play.kommune.run(ConfirmCount.self, as: play.administrator, old)
    }
  }

  @Test(
    "R133, R095: the lot decides between equal votes, and somebody saw it",
    arguments: Engine.available)
  func lot(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    let candidates = try ["Kari", "Ola", "Per"].map {
      try play.nominate($0, to: "forelder", deputy: true)
    }
    try play.count("forelder", ["Kari": 9, "Ola": 5, "Per": 5])
    try play.kommune.expect(ConfirmCount.Refusal.breakTheTieFirst) { try play.confirm("forelder") }
    #expect(try play.details("forelder").openTie == [candidates[1].id, candidates[2].id])
    func ranks(_ first: Int, _ second: Int, by: String = "lot") -> [String: Value] {
      [
        "brokenBy": .text(by), "witness": "FAU-lederen",
        "ranks": .list(
          [(1, first), (2, second)].map { index, rank in
            .object(["candidate": .text("\(candidates[index].id)"), "rank": .number(rank)])
          }),
      ]
    }
    func breakTie(_ more: [String: Value]) throws {
      try play.kommune.run(BreakTie.self, as: play.secretary, play.at("forelder", more))
    }
    try play.kommune.expect(BreakTie.Refusal.theRulesSayOtherwise(.lot)) {
      try breakTie(ranks(2, 1, by: "leader"))
    }
    try play.kommune.expect(BreakTie.Refusal.nameWhoSawIt) {
      try breakTie(ranks(2, 1).filter { $0.key != "witness" })
    }
    try play.kommune.expect(BreakTie.Refusal.rankEveryoneOnce) { try breakTie(ranks(1, 1)) }
    try breakTie(ranks(2, 1))
    try breakTie(ranks(1, 2))
    try breakTie(ranks(2, 1))
    try play.confirm("forelder")
    try play.kommune.expect(BreakTie.Refusal.thereIsNoTie) { try breakTie(ranks(2, 1)) }
    #expect(try play.details("forelder").members == [candidates[0].id, candidates[2].id])
  }

  @Test("R133: where the rules say so, the leader decides", arguments: Engine.available)
  func leaderDecides(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine) { $0.tie = .leaderDecides }
    let candidates = try ["Kari", "Ola", "Per"].map {
      try play.nominate($0, to: "forelder", deputy: true)
    }
    try play.count("forelder", ["Kari": 5, "Ola": 5, "Per": 5])
    try play.kommune.run(
      BreakTie.self, as: play.secretary,
      play.at(
        "forelder",
        [
          "brokenBy": "leader",
          "ranks": .list(
            candidates.enumerated().map { index, candidate in
              .object(["candidate": .text("\(candidate.id)"), "rank": .number(3 - index)])
            }),
        ]))
    #expect(try play.details("forelder").members == [candidates[2].id, candidates[1].id])
  }

  @Test(
    "R095: any one may demand a written ballot, where the rules say so", arguments: Engine.available
  )
  func writtenBallot(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    #expect(try play.election("forelder").method == .open)
    let demanded = try play.kommune.run(
      DemandWrittenBallot.self, as: play.secretary, play.at("forelder"))
    #expect(demanded.isWrittenDemanded && demanded.method == .written)
    try play.kommune.expect(DemandWrittenBallot.Refusal.nobodyVotes) {
      try play.kommune.run(DemandWrittenBallot.self, as: play.secretary, play.at("ansatt"))
    }
    let secret = try ElectionPlay(on: engine) { $0.personBallot = .secret }
    #expect(try secret.election("forelder").method == .written)
    try secret.kommune.sql("UPDATE councils_election SET method = 'open' WHERE kind = 'elected'")
    try secret.nominate("Kari", to: "forelder")
    try secret.kommune.expect(EnterCount.Refusal.writtenBallotIsDemanded) {
      try secret.count("forelder", ["Kari": 9])
    }
    let made = try secret.kommune.run(
      DemandWrittenBallot.self, as: secret.secretary, secret.at("forelder"))
    #expect(!made.isWrittenDemanded && made.method == .written)
    try secret.count("forelder", ["Kari": 9])
    let other = try ElectionPlay(on: engine) { $0.anyMemberMayDemandWrittenBallot = false }
    try other.kommune.expect(DemandWrittenBallot.Refusal.theRulesDoNotSaySo) {
      try other.kommune.run(DemandWrittenBallot.self, as: other.secretary, other.at("forelder"))
    }
  }

  @Test("A rule about balance or years is attested for all, yes or no", arguments: Engine.available)
  func attestations(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine) { rules in
      rules.gender = .fortyPercent
      rules.age = .allAreUnderNineteen
    }
    try play.nominate("Kari", to: "forelder", deputy: true)
    try play.count("forelder", ["Kari": 5])
    try play.kommune.expect(ConfirmCount.Refusal.sayWhetherRulesAreKept) {
      try play.confirm("forelder")
    }
    try play.kommune.expect(ConfirmCount.Refusal.sayWhyNot) {
      try play.confirm("forelder", ["balanceKept": "no", "limitsKept": "yes"])
    }
    let confirmed = try play.confirm(
      "forelder",
      ["balanceKept": "no", "limitsKept": "yes", "attestationNote": "Bare én stilte."])
    #expect(confirmed.isBalanceKept == false && confirmed.areLimitsKept == true)
    let plain = try ElectionPlay(on: engine)
    try plain.nominate("Kari", to: "forelder", deputy: true)
    try plain.count("forelder", ["Kari": 5])
    try plain.kommune.expect(ConfirmCount.Refusal.sayWhetherRulesAreKept) {
      try plain.confirm("forelder", ["balanceKept": "yes"])
    }
  }

  @Test("Of two who confirm at once, one is told", arguments: Engine.available)
  func twoAtOnce(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.nominate("Kari", to: "forelder")
    try play.count("forelder", ["Kari": 9])
    var (one, other) = (Input(try play.at("forelder")), Input(try play.at("forelder")))
    let leader = try play.kommune.addPerson(
      "Rita Rektor", "rita@example.org", .unitLeader, in: play.unit.id)
    let told = try play.kommune.overlap(
      (ConfirmCount(&one), play.administrator), (ConfirmCount(&other), leader))
    #expect(told == "election-is-at-another-step" || told == "record-has-changed")
  }
}
