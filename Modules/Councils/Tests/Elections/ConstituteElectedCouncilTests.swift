import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Tenancy

@Suite struct ConstituteElectedCouncilTests {
  @Test(
    "R095, R096: FAU elects two parents and elevrådet three pupils", arguments: Engine.available)
  func school(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    #expect(play.council.status == .forming)
    #expect(try play.details("forelder").group.electors.nb == "FAU")
    #expect(try play.details("elev").group.electors.nb == "elevrådet")
    #expect(try play.election("ansatt").kind == .named)

    let council = try play.schoolCouncil()

    #expect(council.council.status == .constituted)
    #expect(council.faults == [])
    #expect(
      council.seats.filter(\.votes).map(\.group) == [
        "elev", "elev", "elev", "forelder", "forelder",
      ])
    #expect(council.seats.filter(\.isLeader).map(\.name) == ["Kari"])
    #expect(council.seats.first { $0.name == "Ida" }?.deputyName == "Vara Ida")
    #expect(Set(council.seats.map(\.termStart)) == [play.council.constitutedOn])
    #expect(try play.election("elev").status == .seated)
  }

  @Test("R097: the annual meeting of foreldrerådet elects", arguments: Engine.available)
  func kindergarten(_ engine: Engine) throws {
    let play = try ElectionPlay(
      on: engine, unit: "barnehage,Maurtua barnehage,Midtbyen,,barnehage",
      ["forelder": 3, "ansatt": 1])
    #expect(try play.details("forelder").group.electors.nb == "foreldrerådets årsmøte")
    try play.elect("Kari", "Ola", "Per", to: "forelder")
    try play.elect("Lars", to: "ansatt", deputies: false)
    let council = try play.kommune.run(
      ConstituteElectedCouncil.self, as: play.secretary, play.constitution(ledBy: "Per"))
    #expect(council.seats.count == 4)
  }

  @Test("R098: residents, next of kin and organisations elect", arguments: Engine.available)
  func nursingHome(_ engine: Engine) throws {
    let play = try ElectionPlay(
      on: engine, unit: "sykehjem,Fjordgløtt sykehjem,Midtbyen,,helse-og-omsorg",
      ["bruker": 1, "pårørende": 1, "organisasjon": 1, "ansatt": 1])
    #expect(
      try play.details("bruker").group.electors.nb
        == "brukere, pårørende og brukerorganisasjoner")
    try play.elect("Kari", to: "bruker")
    try play.elect("Ola", to: "pårørende")
    try play.nominate("Per", to: "organisasjon", deputy: true, ["organisation": "Demenslaget"])
    try play.elect(to: "organisasjon")
    try play.elect("Lars", to: "ansatt", deputies: false)
    let council = try play.kommune.run(
      ConstituteElectedCouncil.self, as: play.secretary,
      play.constitution(ledBy: "Ola", of: "pårørende"))
    #expect(council.seats.compactMap(\.organisationName) == ["Demenslaget"])
  }

  @Test("R134: who was elected is held up against the rules", arguments: Engine.available)
  func refusesTooFew(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.elect("Kari", "Ola", to: "forelder")
    try play.elect("Ida", "Jon", to: "elev")
    try play.elect("Lars", to: "ansatt", deputies: false)
    try play.kommune.expect(code: "composition-breaks-the-rule") {
      try play.kommune.run(
        ConstituteElectedCouncil.self, as: play.secretary, play.constitution(ledBy: "Kari"))
    }
    try play.kommune.expect(code: "composition-breaks-the-rule") {
      try play.kommune.run(
        ConstituteElectedCouncil.self, as: play.secretary, play.constitution())
    }
    let deviations: Value = .list(
      [("groups.elev", "2"), ("size", "4")].map { field, value in
        .object([
          "field": .text(field), "value": .text(value), "decidedBy": "rektor og FAU",
          "reason": "Elevrådet fant bare to som kunne i år.",
        ])
      })
    let council = try play.kommune.run(
      ConstituteElectedCouncil.self, as: play.secretary,
      play.constitution(ledBy: "Kari", ["deviations": deviations]))
    #expect(council.faults == [] && council.rules.size == .oneOf([4]))
  }

  @Test("An election that is not settled is waited for", arguments: Engine.available)
  func refusesEarly(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.elect("Kari", "Ola", to: "forelder")
    try play.kommune.expect(ConstituteElectedCouncil.Refusal.electionsAreNotSettled) {
      try play.kommune.run(
        ConstituteElectedCouncil.self, as: play.secretary, play.constitution(ledBy: "Kari"))
    }
    let council = try play.restOfSchool()
    #expect(council.seats.count == 6)
    try play.kommune.expect(ConstituteElectedCouncil.Refusal.councilIsNotBeingFormed) {
      try play.kommune.run(
        ConstituteElectedCouncil.self, as: play.secretary, play.constitution(ledBy: "Kari"))
    }
  }

  @Test("The leader is one of the elected, and the term begins after", arguments: Engine.available)
  func refusesStrangersAndEarlyTerms(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.elect("Kari", "Ola", to: "forelder")
    try play.elect("Ida", "Jon", "Mia", to: "elev")
    try play.elect("Lars", to: "ansatt", deputies: false)
    try play.kommune.expect(ConstituteElectedCouncil.Refusal.leaderIsNotElected) {
      try play.kommune.run(
        ConstituteElectedCouncil.self, as: play.secretary,
        play.constitution(["leader": "01990000-0000-7000-8000-000000000000"]))
    }
    let early = Value.text("\(play.today.adding(days: -1))")
    try play.kommune.expect(CallRefusal.termStartsBeforeElection("termStart")) {
      try play.kommune.run(
        ConstituteElectedCouncil.self, as: play.secretary,
        play.constitution(ledBy: "Kari", ["termStart": early]))
    }
  }

  @Test("One who would stand in twice is refused with a sentence", arguments: Engine.available)
  func refusesADeputyTwice(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine) { $0.deputies = .numbered }
    func elect(_ names: KeyValuePairs<String, Int>, to group: String) throws {
      for (name, _) in names { try play.nominate(name, to: group) }
      try play.count(group, names)
      // Somebody's address is put right, and is another's.
      try play.kommune.sql(
        """
        UPDATE councils_candidate SET email = \(ElectionPlay.email("Per")) WHERE name = 'Nils'
        """)
      try play.confirm(group)
      try play.acceptAll(group)
    }
    try elect(["Kari": 9, "Ola": 5, "Per": 4], to: "forelder")
    try elect(["Ida": 9, "Jon": 8, "Mia": 7, "Nils": 6], to: "elev")
    try play.elect("Lars", to: "ansatt", deputies: false)
    try play.kommune.expect(code: "composition-breaks-the-rule") {
      try play.kommune.run(
        ConstituteElectedCouncil.self, as: play.secretary, play.constitution(ledBy: "Kari"))
    }
  }

  @Test("R071: who leads the unit is not among the elected", arguments: Engine.available)
  func refusesTheUnitLeader(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine)
    try play.elect("Kari", "Ola", to: "forelder")
    try play.kommune.addPerson(
      "Kari", ElectionPlay.email("Kari"), .unitLeader, in: play.unit.id)
    try play.elect("Ida", "Jon", "Mia", to: "elev")
    try play.elect("Lars", to: "ansatt", deputies: false)
    try play.kommune.expect(UnitLeaderRefusal.unitLeaderCannotRepresentUsers) {
      try play.kommune.run(
        ConstituteElectedCouncil.self, as: play.secretary, play.constitution(ledBy: "Ola"))
    }
  }
}
