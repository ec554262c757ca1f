import Database
import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Tenancy

@Suite struct AcceptElectionTests {
  @Test("When one declines, the next one moves up", arguments: Engine.available)
  func nextOneMovesUp(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    for name in ["Kari", "Ola", "Per", "Eva"] { try play.nominate(name, to: "forelder") }
    try play.count("forelder", ["Kari": 9, "Ola": 5, "Per": 4, "Eva": 2])
    try play.confirm("forelder")
    func names(_ ids: (ElectionDetails) -> [ID<ElectionCandidate>]) throws -> [String] {
      let details = try play.details("forelder")
      return ids(details).compactMap { id in details.candidates.first { $0.id == id }?.name }
    }
    #expect(try names(\.members) == ["Kari", "Ola"])
    #expect(try names(\.deputies) == ["Per", "Eva"])
    try play.answer("Kari", in: "forelder", "declined")
    #expect(try names(\.members) == ["Ola", "Per"])
    #expect(try names(\.deputies) == ["Eva"])
    try play.kommune.expect(AcceptElection.Refusal.hasAnswered) {
      try play.answer("Kari", in: "forelder")
    }
    try play.answer("Ola", in: "forelder")
    try play.answer("Per", in: "forelder")
    #expect(try play.answer("Eva", in: "forelder").status == .settled)
  }

  @Test("R134: a yes to standing in is no yes to sitting", arguments: Engine.available)
  func isAskedAnew(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    for name in ["Kari", "Ola", "Per", "Eva"] { try play.nominate(name, to: "forelder") }
    try play.count("forelder", ["Kari": 9, "Ola": 5, "Per": 4, "Eva": 2])
    try play.confirm("forelder")
    try play.answer("Ola", in: "forelder")
    try play.answer("Per", in: "forelder")
    try play.answer("Eva", in: "forelder", "declined")
    #expect(try play.answer("Kari", in: "forelder", "declined").status == .confirmed)
    let siri = try play.client(play.secretary)
    let path = "/valg/\(try play.election("forelder").id)"
    #expect(siri.page(path).text.contains("Tar Per plassen som medlem?"))
    // Who would not stand in may sit.
    try play.answer("Per", in: "forelder", "declined")
    #expect(siri.page(path).text.contains("Tar Eva plassen som medlem?"))
    #expect(try play.answer("Eva", in: "forelder").status == .settled)
    let details = try play.details("forelder")
    let names = details.members.map { id in details.candidates.first { $0.id == id }?.name }
    #expect(names == ["Ola", "Eva"] && details.deputies.isEmpty)
  }

  @Test("R093: who was not elected becomes a deputy, in order", arguments: Engine.available)
  func deputiesFollow(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.nominate("Kari", to: "forelder", deputy: true)
    for name in ["Ola", "Per", "Eva"] { try play.nominate(name, to: "forelder") }
    try play.count("forelder", ["Kari": 9, "Ola": 5, "Per": 4, "Eva": 2])
    try play.confirm("forelder")
    try play.kommune.expect(AcceptElection.Refusal.hasNoPlaceToTake) {
      try play.answer("Eva", in: "forelder")
    }
    try play.acceptAll("forelder")
    let council = try play.restOfSchool()
    let deputies = council.seats.filter { $0.group == "forelder" }.map { [$0.name, $0.deputyName] }
    #expect(deputies.contains(["Kari", "Vara Kari"]) && deputies.contains(["Ola", "Per"]))
  }

  @Test("Numbered deputies stand in for the whole council (K25)", arguments: Engine.available)
  func numberedDeputies(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine) { $0.deputies = .numbered }
    for name in ["Kari", "Ola", "Per"] { try play.nominate(name, to: "forelder") }
    try play.count("forelder", ["Kari": 9, "Ola": 5, "Per": 4])
    try play.confirm("forelder")
    try play.acceptAll("forelder")
    try play.elect("Ida", "Jon", "Mia", to: "elev", deputies: false)
    try play.elect("Lars", to: "ansatt", deputies: false)
    let council = try play.kommune.run(
      ConstituteElectedCouncil.self, as: play.secretary, play.constitution(ledBy: "Kari"))
    #expect(council.deputies.map(\.name) == ["Per"] && council.faults == [])
  }

  @Test("Whoever has an account can answer for themselves", arguments: Engine.available)
  func answersForThemselves(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    let kari = try play.kommune.addPerson("Kari", ElectionPlay.email("Kari"))
    let ola = try play.kommune.addPerson("Ola", ElectionPlay.email("Ola"))
    let candidate = try play.nominate("Kari", to: "forelder", deputy: true)
    try play.count("forelder", ["Kari": 9])
    try play.confirm("forelder")
    let answer: [String: Value] = [
      "election": .text("\(candidate.election)"), "candidate": .text("\(candidate.id)"),
      "answer": "accepted",
    ]
    try play.kommune.expect(AccessRefusal.youMayNotDoThis) {
      try play.kommune.run(AcceptElection.self, as: ola, answer)
    }
    #expect(try play.details("forelder", as: kari).own == candidate.id)
    #expect(try play.kommune.run(AcceptElection.self, as: kari, answer).status == .settled)
  }

  @Test("No address is left once an election is settled", arguments: Engine.available)
  func addressesGo(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    for name in ["Kari", "Ola", "Per", "Eva", "Liv"] { try play.nominate(name, to: "forelder") }
    try play.count("forelder", ["Kari": 9, "Ola": 5, "Per": 4, "Eva": 2, "Liv": 0])
    try play.confirm("forelder")
    #expect(try play.kommune.dump().contains(ElectionPlay.email("Liv")))
    try play.acceptAll("forelder")
    #expect(try !play.kommune.dump().contains(ElectionPlay.email("Liv")))
    let kept: Int? = try play.kommune.value(
      "SELECT count(*) FROM councils_candidate WHERE email IS NOT NULL")
    #expect(kept == 0)
  }

  @Test("R134: when all decline, the places stay empty", arguments: Engine.available)
  func everybodyDeclines(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.nominate("Kari", to: "forelder")
    try play.count("forelder", ["Kari": 9])
    try play.confirm("forelder")
    #expect(try play.answer("Kari", in: "forelder", "declined").status == .settled)
    let again = try play.kommune.run(
      CallElection.self, as: play.secretary,
      [
        "council": .text("\(play.council.id)"), "group": "forelder", "places": 2, "named": true,
        "nominateUntil": .text("\(play.today)"), "heldOn": .text("\(play.today)"),
      ])
    #expect(again.kind == .named)
  }
}
