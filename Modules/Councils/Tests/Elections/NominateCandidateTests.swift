import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Tenancy

@Suite struct NominateCandidateTests {
  @Test("Nobody is nominated who has not been asked", arguments: Engine.available)
  func asksFirst(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.kommune.expect(NominateCandidate.Refusal.askThemFirst) {
      try play.nominate("Kari", to: "forelder", ["willing": false])
    }
  }

  @Test("Nobody stands twice, as a deputy neither", arguments: Engine.available)
  func refusesTwice(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.nominate("Kari", to: "forelder", deputy: true)
    for (name, more) in [
      ("Kari", [:]), ("Vara Kari", [:]),
      ("Ola", ["deputyName": "Kari", "deputyEmail": .text(ElectionPlay.email("Kari"))]),
      ("Per", ["deputyName": "Per", "deputyEmail": .text(ElectionPlay.email("Per"))]),
    ] as [(String, [String: Value])] {
      try play.kommune.expect(NominateCandidate.Refusal.standsAlready) {
        try play.nominate(name, to: "forelder", more)
      }
    }
    try play.kommune.expect(NominateCandidate.Refusal.thereAreNoPersonalDeputies) {
      try play.nominate("Lars", to: "ansatt", deputy: true)
    }
  }

  @Test("Nobody stands for two places in the same term", arguments: Engine.available)
  func refusesTwoPlaces(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.nominate("Kari", to: "forelder", deputy: true)
    for name in ["Kari", "Vara Kari"] {
      try play.kommune.expect(NominateCandidate.Refusal.standsForAnotherPlace) {
        try play.nominate(name, to: "elev")
      }
    }
    try play.nominate("Ola", to: "forelder", deputy: true)
    let candidates = try play.details("forelder").candidates
    try play.kommune.run(
      WithdrawCandidate.self, as: play.secretary,
      ["election": .text("\(candidates[1].election)"), "candidate": .text("\(candidates[1].id)")])
    try play.nominate("Ola", to: "elev")
    try play.elect(to: "forelder")
    for name in ["Kari", "Vara Kari"] {
      try play.kommune.expect(NominateCandidate.Refusal.standsForAnotherPlace) {
        try play.nominate(name, to: "elev")
      }
    }
  }

  @Test("R071: who leads the unit does not stand for its users", arguments: Engine.available)
  func refusesTheUnitLeader(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.kommune.addPerson(
      "Rita", ElectionPlay.email("Rita"), .unitLeader, in: play.unit.id)
    try play.kommune.expect(NominateCandidate.Refusal.leadsTheUnit) {
      try play.nominate("Rita", to: "forelder")
    }
    try play.nominate("Rita", to: "ansatt")
  }

  @Test("After the last day only when there are too few", arguments: Engine.available)
  func closes(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.nominate("Kari", to: "forelder")
    try play.nominate("Ola", to: "forelder")
    play.kommune.now = play.kommune.now.adding(days: 1)
    try play.kommune.expect(NominateCandidate.Refusal.nominationsAreClosed) {
      try play.nominate("Per", to: "forelder")
    }
    let kari = try play.details("forelder").candidates[0]
    try play.kommune.run(
      WithdrawCandidate.self, as: play.secretary,
      ["election": .text("\(kari.election)"), "candidate": .text("\(kari.id)")])
    #expect(try !play.kommune.dump().contains(ElectionPlay.email("Kari")))
    try play.nominate("Per", to: "forelder")
  }

  @Test("R135: how often one may be elected is for the rules to say", arguments: Engine.available)
  func termsAreCounted(_ engine: Engine) throws {
    for (mayBeReelected, terms, refusal) in [
      (false, 0, .memberMayNotSitLonger(at: "", terms: 1)),
      (true, 1, .memberMayNotSitLonger(at: "", terms: 1)), (true, 2, nil),
    ] as [(Bool, Int, SeatRefusal?)] {
      let play = try ElectionPlay(on: engine) { rules in
        rules.mayBeReelected = mayBeReelected
        rules.maxTerms = terms
      }
      let council = try play.schoolCouncil()
      let end = try council.seats.first.orNotFound().termEnd
      play.kommune.now = Instant(end.adding(days: -40), hour: 9)
      try play.kommune.run(
        CallElection.self, as: play.secretary,
        [
          "council": .text("\(council.id)"), "group": "forelder", "places": 2,
          "nominateUntil": .text("\(play.today)"), "heldOn": .text("\(play.today)"),
          "termStart": .text("\(end.adding(days: 1))"),
        ])
      if let refusal {
        try play.kommune.expect(refusal) { try play.nominate("Kari", to: "forelder") }
      } else {
        try play.nominate("Kari", to: "forelder")
      }
      try play.nominate("Per", to: "forelder")
    }
  }
}
