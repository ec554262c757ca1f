import Database
import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Tenancy

@Suite struct CallElectionTests {
  private static func call(
    _ play: ElectionPlay, _ group: String = "forelder", _ more: [String: Value] = [:]
  ) throws -> Election {
    try play.kommune.run(CallElection.self, as: play.secretary, play.call(group, more))
  }

  @Test("Days in the wrong order, or in another century", arguments: Engine.available)
  func refusesDays(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    _ = try play.schoolCouncil()
    let today = play.today
    try play.kommune.expect(CallRefusal.electionIsBeforeCandidates("heldOn")) {
      _ = try Self.call(play, "forelder", ["heldOn": .text("\(today.adding(days: 6))")])
    }
    try play.kommune.expect(CallRefusal.termStartsBeforeElection("heldOn")) {
      _ = try Self.call(play, "forelder", ["termStart": .text("\(today.adding(days: 13))")])
    }
    try play.kommune.expect(CallRefusal.dayIsFarFromToday("heldOn")) {
      _ = try Self.call(play, "forelder", ["heldOn": "2206-10-01", "termStart": "2206-11-01"])
    }
    try play.kommune.expect(CallRefusal.dayIsFarFromToday("termStart")) {
      _ = try Self.call(play, "forelder", ["termStart": "9999-12-31"])
    }
    try play.kommune.expect(CallElection.Refusal.termStartIsMissing) {
      _ = try Self.call(play, "forelder", ["termStart": .null])
    }
    try play.kommune.expect(ElectionRefusal.thereIsNoSuchGroup) {
      _ = try Self.call(play, "lærling")
    }
  }

  @Test("One election to a group at a time", arguments: Engine.available)
  func refusesASecond(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.kommune.expect(CallElection.Refusal.anElectionIsOpen) { _ = try Self.call(play) }
    try play.kommune.dissolve(play.council.id)
    try play.kommune.expect(CallElection.Refusal.councilIsNotAtWork) { _ = try Self.call(play) }
  }

  @Test("Somebody is named where an election came to nothing", arguments: Engine.available)
  func namesAfterACancelledElection(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.kommune.expect(ConfirmCount.Refusal.nobodyWasElected) {
      try play.confirm("ansatt")
    }
    try play.nominate("Kari", to: "forelder")
    let cancelled = try play.kommune.run(
      CancelElection.self, as: play.secretary, play.at("forelder", ["reason": "too_few_came"]))
    #expect(cancelled.cancelReason == .tooFewCame)
    #expect(try play.details("forelder").candidates.isEmpty)
    try play.kommune.expect(ElectionRefusal.electionIsOver) {
      try play.nominate("Ola", to: "forelder")
    }
    let named = try Self.call(play, "forelder", ["named": true, "places": 2])
    #expect(named.kind == .named && named.termStart == nil)
    try play.nominate("Kari", to: "forelder", deputy: true)
    try play.nominate("Ola", to: "forelder", deputy: true)
    try play.nominate("Per", to: "forelder", deputy: true)
    try play.kommune.expect(ConfirmCount.Refusal.moreAreNamedThanPlaces) {
      try play.confirm("forelder")
    }
    let per = try play.details("forelder").candidates[2]
    try play.kommune.run(
      WithdrawCandidate.self, as: play.secretary,
      ["election": .text("\(named.id)"), "candidate": .text("\(per.id)")])
    #expect(named.insteadOf == cancelled.id)
    try play.kommune.expect(SecondPersonRefusal.anotherPersonConfirmsTheNaming) {
      try play.confirm("forelder", by: play.secretary)
    }
    try play.confirm("forelder")
    try play.acceptAll("forelder")
    #expect(try play.restOfSchool().faults == [])
  }

  @Test("R134: more places than the group can ever have", arguments: Engine.available)
  func refusesTooManyPlaces(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    _ = try play.schoolCouncil()
    try play.kommune.expect(code: "composition-breaks-the-rule") {
      _ = try Self.call(play, "forelder", ["places": 60])
    }
  }

  @Test("A group that is elected is not named at once", arguments: Engine.available)
  func refusesToNameAtOnce(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    _ = try play.schoolCouncil()
    try play.kommune.expect(CallElection.Refusal.theGroupIsElected) {
      _ = try Self.call(play, "forelder", ["named": true])
    }
  }

  @Test(
    "Only the last election to the group says whether somebody may be named",
    arguments: Engine.available)
  func namesOnlyAfterTheLastOne(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    let council = try play.schoolCouncil()
    func cancel(_ reason: String) throws {
      try play.kommune.run(
        CancelElection.self, as: play.secretary, play.at("forelder", ["reason": .text(reason)]))
    }
    func expectElected(_ more: [String: Value] = [:]) throws {
      try play.kommune.expect(CallElection.Refusal.theGroupIsElected) {
        _ = try Self.call(play, "forelder", more.merging(["named": true]) { $1 })
      }
    }
    _ = try Self.call(play)
    try cancel("error")
    try expectElected()
    let end = try council.seats.first.orNotFound().termEnd
    play.kommune.now = Instant(end.adding(days: -60), hour: 9)
    _ = try Self.call(play)
    try cancel("nobody_stood")
    try expectElected(["termStart": .text("\(end.adding(days: 1))")])
    _ = try Self.call(play, "forelder", ["named": true])
  }

  @Test("Days that passed can be moved", arguments: Engine.available)
  func postpones(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    let page = try play.page("/valg/\(try play.election("elev").id)")
    #expect(!page.contains("Valgdagen er forbi"))
    play.kommune.now = play.kommune.now.adding(days: 1)
    #expect(try play.page("/valg/\(try play.election("elev").id)").contains("Valgdagen er forbi"))
    let days: [String: Value] = [
      "nominateUntil": .text("\(play.today.adding(days: 3))"),
      "heldOn": .text("\(play.today.adding(days: 4))"),
    ]
    let moved = try play.kommune.run(
      PostponeElection.self, as: play.secretary, play.at("elev", days))
    #expect(moved.heldOn == play.today.adding(days: 4))
    try play.kommune.expect(CallRefusal.electionIsBeforeCandidates("heldOn")) {
      try play.kommune.run(
        PostponeElection.self, as: play.secretary,
        play.at("elev", days.merging(["heldOn": .text("\(play.today)")]) { $1 }))
    }
  }
}
