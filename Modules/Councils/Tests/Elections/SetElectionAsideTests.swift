import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Tenancy

/// What is settled and cannot be seated does not hold its council up.
@Suite struct SetElectionAsideTests {
  private static func setAside(
    _ play: ElectionPlay, by actor: Actor? = nil, because reason: String = "En valgt flyttet ut."
  ) throws -> Election {
    try play.kommune.run(
      SetElectionAside.self, as: actor ?? play.secretary,
      play.at("forelder", ["reason": .text(reason)]))
  }

  @Test(
    "Another person than who confirmed sets an election aside, with a reason",
    arguments: Engine.available)
  func needsAnotherPersonAndAReason(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.kommune.expect(ElectionRefusal.electionIsAtAnotherStep(.called)) {
      _ = try Self.setAside(play)
    }
    try play.elect("Kari", "Ola", to: "forelder")
    try play.kommune.expect(SecondPersonRefusal.anotherPersonSetsAside) {
      _ = try Self.setAside(play, by: play.administrator)
    }
    try play.kommune.expect(SetElectionAside.Refusal.giveAReason) {
      _ = try Self.setAside(play, because: "- - - - - - - - -")
    }
    let siri = try play.client(play.secretary)
    let path = "/valg/\(try play.election("forelder").id)"
    #expect(siri.page(path).text.contains("Sett valget til side"))
    #expect(try Self.setAside(play).status == .setAside)
    let page = try play.page(path)
    #expect(
      page.contains("satt til side av Siri Sekretær") && page.contains("En valgt flyttet ut."))
    #expect(!page.contains("Kari"))
    try play.kommune.expect(ElectionRefusal.electionIsOver) { _ = try Self.setAside(play) }
  }

  @Test("Whoever was elected does not set it aside", arguments: Engine.available)
  func refusesThoseElected(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.elect("Kari", "Ola", to: "forelder")
    let ola = try play.kommune.addPerson("Ola", ElectionPlay.email("Ola"), .administrator)
    try play.kommune.expect(SecondPersonRefusal.youStandYourself) {
      _ = try Self.setAside(play, by: ola)
    }
  }

  @Test("The places are elected anew, and the council begins", arguments: Engine.available)
  func electsAnew(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.elect("Kari", "Ola", to: "forelder")
    try play.kommune.addPerson(
      "Ola", ElectionPlay.email("Ola"), .unitLeader, in: play.unit.id)
    _ = try Self.setAside(play)
    try play.kommune.expect(CallElection.Refusal.theGroupIsElected) {
      try play.kommune.run(
        CallElection.self, as: play.secretary,
        play.call("forelder", ["termStart": .null, "named": true]))
    }
    let today = Value.text("\(play.today)")
    try play.kommune.run(
      CallElection.self, as: play.secretary,
      play.call(
        "forelder",
        ["places": 2, "termStart": .null, "nominateUntil": today, "heldOn": today]))
    try play.kommune.expect(NominateCandidate.Refusal.leadsTheUnit) {
      try play.nominate("Ola", to: "forelder")
    }
    try play.elect("Kari", "Per", to: "forelder")
    let council = try play.restOfSchool()
    #expect(council.faults == [])
    #expect(council.seats.filter { $0.group == "forelder" }.map(\.name) == ["Kari", "Per"])
  }
}
