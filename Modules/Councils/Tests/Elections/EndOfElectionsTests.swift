import Database
import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Tenancy

/// What becomes of elections when their council is dissolved.
@Suite struct EndOfElectionsTests {
  @Test(
    "Open elections end with their council, and nothing is kept of those who stood",
    arguments: Engine.available)
  func cancels(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.nominate("Kari", to: "forelder")
    try play.count("forelder", ["Kari": 9])
    try play.confirm("forelder")
    try play.nominate("Ida", to: "elev")
    try play.kommune.dissolve(play.council.id)
    for group in ["forelder", "elev", "ansatt"] {
      let election = try play.election(group)
      #expect(election.status == .cancelled && election.cancelReason == .councilDissolved)
    }
    let dump = try play.kommune.dump()
    #expect(!dump.contains(ElectionPlay.email("Kari")) && !dump.contains(ElectionPlay.email("Ida")))
    try play.kommune.expect(ElectionRefusal.electionIsOver) {
      try play.nominate("Ola", to: "elev")
    }
    let path = "/valg/\(try play.election("elev").id)"
    #expect(try play.page(path).contains("rådet er lagt ned"))
    #expect(try !play.page(path).contains("Lys ut på nytt"))
  }

  @Test("Nobody is seated in a council that is no more", arguments: Engine.available)
  func seatsNobody(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    let council = try play.schoolCouncil()
    let end = try council.seats.first.orNotFound().termEnd
    play.kommune.now = Instant(end.adding(days: -40), hour: 9)
    try play.kommune.run(
      CallElection.self, as: play.secretary,
      play.call("forelder", ["places": 2, "termStart": .text("\(end.adding(days: 1))")]))
    play.kommune.now = play.kommune.now.adding(days: 14)
    try play.elect("Kari", "Per", to: "forelder")
    let version = try play.kommune.run(
      ReadCouncil.self, as: .visitor, ["council": .text("\(council.id)")]
    ).version
    try play.kommune.change(
      council.id, to: "dissolved", version: version,
      ["decidedBy": "Kommunestyret", "nobodyTakesOver": "Skolen finnes ikke lenger."])
    try play.kommune.expect(AtWorkRefusal.councilIsDissolved) {
      try play.kommune.run(SeatElected.self, as: play.secretary, play.at("forelder"))
    }
    let frozen = #expect(throws: DatabaseError.self) {
      try play.kommune.sql(
        "UPDATE councils_election SET status = 'seated' WHERE status = 'settled'")
    }
    #expect(frozen?.kind == .recordIsFrozen)
    let path = "/valg/\(try play.election("forelder").id)"
    #expect(try !play.client(play.secretary).page(path).text.contains("Fyll plassene"))
  }
}
