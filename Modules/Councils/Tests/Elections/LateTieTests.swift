import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Tenancy

/// A tie that only matters when somebody has declined.
@Suite struct LateTieTests {
  /// Kari is elected and says no; Ola and Per have as many votes for the place.
  private static func play(_ engine: Engine) throws -> ElectionPlay {
    let play = try ElectionPlay(on: engine)
    for name in ["Eva", "Kari", "Ola", "Per"] {
      try play.nominate(name, to: "forelder", deputy: true)
    }
    try play.count("forelder", ["Eva": 7, "Kari": 5, "Ola": 3, "Per": 3])
    try play.confirm("forelder")
    try play.answer("Eva", in: "forelder")
    try play.answer("Kari", in: "forelder", "declined")
    return play
  }

  private static func breakTie(
    _ play: ElectionPlay, first name: String, by actor: Actor? = nil
  ) throws {
    let details = try play.details("forelder")
    let ranks = details.candidates.filter { ["Ola", "Per"].contains($0.name) }.map { candidate in
      Value.object([
        "candidate": .text("\(candidate.id)"), "rank": .number(candidate.name == name ? 1 : 2),
      ])
    }
    try play.kommune.run(
      BreakTie.self, as: actor ?? play.secretary,
      play.at(
        "forelder", ["brokenBy": "lot", "witness": "FAU-lederen", "ranks": .list(ranks)]))
  }

  @Test("R095: nobody takes a place that a lot is to decide", arguments: Engine.available)
  func nobodyAnswersBefore(_ engine: Engine) throws {
    let play = try Self.play(engine)
    for name in ["Ola", "Per"] {
      try play.kommune.expect(AcceptElection.Refusal.tieIsOpen) {
        try play.answer(name, in: "forelder")
      }
    }
    let siri = try play.client(play.secretary)
    let path = "/valg/\(try play.election("forelder").id)"
    #expect(!siri.page(path).text.contains("Tar Ola plassen"))
    try Self.breakTie(play, first: "Per")
    try play.kommune.expect(AcceptElection.Refusal.tieIsOpen) {
      try play.answer("Per", in: "forelder")
    }
  }

  @Test("R095: whoever enters the lot does not confirm it", arguments: Engine.available)
  func twoPeople(_ engine: Engine) throws {
    let play = try Self.play(engine)
    func confirm(_ actor: Actor) throws -> Election {
      try play.kommune.run(ConfirmTie.self, as: actor, play.at("forelder"))
    }
    try play.kommune.expect(ConfirmTie.Refusal.nobodyHasSaidHow) {
      _ = try confirm(play.administrator)
    }
    try Self.breakTie(play, first: "Ola")
    // It was the other one, and is put right.
    try Self.breakTie(play, first: "Per")
    try play.kommune.expect(SecondPersonRefusal.anotherPersonConfirmsTheTie) {
      _ = try confirm(play.secretary)
    }
    let atle = try play.client(play.administrator)
    let path = "/valg/\(try play.election("forelder").id)"
    #expect(atle.page(path).text.contains("Kommer i denne rekkefølgen: Per, Ola."))
    _ = try confirm(play.administrator)
    try play.kommune.expect(BreakTie.Refusal.thereIsNoTie) {
      try Self.breakTie(play, first: "Ola")
    }
    try play.kommune.expect(AcceptElection.Refusal.hasNoPlaceToTake) {
      try play.answer("Ola", in: "forelder")
    }
    #expect(try play.answer("Per", in: "forelder").status == .settled)
  }

  @Test(
    "R095: whoever entered the lot does not confirm the count either", arguments: Engine.available)
  func twoPeopleAtTheCount(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    for name in ["Kari", "Ola", "Per"] { try play.nominate(name, to: "forelder", deputy: true) }
    try play.count("forelder", ["Kari": 9, "Ola": 5, "Per": 5])
    try Self.breakTie(play, first: "Per", by: play.administrator)
    try play.kommune.expect(SecondPersonRefusal.anotherPersonConfirmsTheTie) {
      try play.confirm("forelder")
    }
    let leader = try play.kommune.addPerson(
      "Rita Rektor", "rita@example.org", .unitLeader, in: play.unit.id)
    #expect(try play.confirm("forelder", by: leader).status == .confirmed)
  }

  @Test("The lot does not hold up those whose order does not matter", arguments: Engine.available)
  func othersAnswer(_ engine: Engine) throws {
    let play = try Self.play(engine)
    try play.kommune.expect(AcceptElection.Refusal.hasAnswered) {
      try play.answer("Eva", in: "forelder")
    }
    #expect(try play.election("forelder").status == .confirmed)
  }
}
