import Kernel
import Tenancy
import TestKit
import Testing
import UseCases
import Web

@testable import Councils

@Suite struct ConstituteCouncilTests {
  @Test("R094, R096: a school's council sits for two years", arguments: Engine.available)
  func constitutes(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let school = try kommune.school()
    let secretary = try kommune.secretary()

    let council = try kommune.run(
      ConstituteCouncil.self, as: secretary, SchoolCouncil.request(school))

    #expect(council.council.name == "Brukerrådet ved Solbakken skole")
    #expect(council.council.legalBasis == .localDecision)
    #expect(council.rules.code == "trondheim-skole")
    #expect(council.version == 1)
    let voting = council.seats.filter(\.votes).map(\.group)
    #expect(voting == ["elev", "elev", "elev", "forelder", "forelder"])
    #expect(council.seats.filter(\.isLeader).map(\.name) == ["forelder 0"])
    #expect(council.seats.allSatisfy { $0.votes == ($0.deputy != nil) })
    #expect(Set(council.seats.map(\.termStart)) == [day(2026, 8, 1)])
    #expect(Set(council.seats.map(\.termEnd)) == [day(2028, 7, 31)])
    guard case .whole = try kommune.verdict() else {
      Issue.record("the event chain is broken")
      return
    }
  }

  @Test("R028: every council says what law or decision it stands on", arguments: Engine.available)
  func standsOnSomething(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let school = try kommune.school()
    for (number, basis) in LegalBasis.allCases.enumerated() {
      let council = try kommune.run(
        ConstituteCouncil.self,
        SchoolCouncil.request(
          school, SchoolCouncil.seats(),
          ["legalBasis": .text(basis.rawValue), "name": .text("Råd \(number)")]))
      #expect(council.council.legalBasis == basis)
      let page = TestClient(kommune).page("/rad/\(council.id)")
      #expect(page.text.contains("<dd>\(basis.text.nb)</dd>"))
    }
    #expect(throws: (any Error).self) {
      try kommune.sql("UPDATE councils_council SET legal_basis = NULL")
    }
  }

  @Test("R096: four pupils and one parent are refused", arguments: Engine.available)
  func refusesFourPupilsAndOneParent(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let request = SchoolCouncil.request(
      try kommune.school(), SchoolCouncil.seats(parents: 1, pupils: 4))

    try kommune.expect(code: "composition-breaks-the-rule") {
      try kommune.run(ConstituteCouncil.self, request)
    }
    let refusal = #expect(throws: ConstituteCouncil.Refusal.self) {
      try kommune.run(ConstituteCouncil.self, request)
    }
    #expect(refusal?.fields.map(\.field) == ["seats", "seats.4.group"])
    #expect(
      refusal?.text.nb == "Rådet er ikke satt sammen etter reglene."
        + " Det skal være 2 i gruppen «forelder»; nå er det 1. Feil til: 1.")
  }

  @Test("The second sending is refused", arguments: Engine.available)
  func refusesASecondOfThatName(_ engine: Engine) throws {
    let bærum = try Kommune(on: engine, preset: "baerum")
    let request = SchoolCouncil.request(try bærum.school())
    try bærum.expect(
      ConstituteCouncil.Refusal.nameTheRuleSet([
        "baerum-skole", "skole-elevrad", "skole-fau", "skole-skolemiljoutvalg",
      ])
    ) { try bærum.run(ConstituteCouncil.self, request) }

    let trondheim = try Kommune(on: engine)
    let zone = try #require(trondheim.addUnits("sone,Østbyen,Østbyen,,helse-og-omsorg").first)
    try trondheim.expect(ConstituteCouncil.Refusal.noRuleSetIsForThisUnit) {
      try trondheim.run(ConstituteCouncil.self, SchoolCouncil.request(zone))
    }
  }

  @Test("The term may have begun, but not long ago", arguments: Engine.available)
  func refusesADistantTerm(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let school = try kommune.school()
    for start in ["0206-08-01", "2016-08-01", "2037-08-01"] {
      try kommune.expect(ConstituteCouncil.Refusal.termIsFarFromToday) {
        try kommune.run(
          ConstituteCouncil.self,
          SchoolCouncil.request(school, SchoolCouncil.seats(), ["termStart": .text(start)]))
      }
    }
    let earlier = try kommune.run(
      ConstituteCouncil.self,
      SchoolCouncil.request(school, SchoolCouncil.seats(), ["termStart": "2024-08-17"]))
    #expect(earlier.seats.isEmpty)
  }

  @Test("What is filled in is named field by field", arguments: Engine.available)
  func refusesInput(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    var seats = SchoolCouncil.seats()
    seats[0]["email"] = "kari"
    seats[1]["name"] = " "
    seats[2]["deputyEmail"] = nil
    seats[3]["deputyName"] = nil
    seats[4] = [:]
    let request = SchoolCouncil.request(try kommune.school(), seats)

    let refusal = #expect(throws: InvalidInput.self) {
      try kommune.run(ConstituteCouncil.self, request)
    }
    #expect(
      refusal?.fields.map(\.field) == [
        "seats.0.email", "seats.1.name", "seats.2.deputyEmail", "seats.3.deputyName",
        "seats.4.group", "seats.4.name", "seats.4.email",
      ])
  }

  @Test("Only secretaries and administrators may", arguments: Engine.available)
  func refusesOthers(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let school = try kommune.school()
    let request = SchoolCouncil.request(school)
    let leader = try kommune.addPerson(
      "Rita Rektor", "rita@example.org", .unitLeader, in: school.id)
    try kommune.expect(AccessRefusal.youMayNotDoThis) {
      try kommune.run(ConstituteCouncil.self, as: leader, request)
    }
    try kommune.expect(AccessRefusal.youMustSignIn) {
      try kommune.run(ConstituteCouncil.self, as: .visitor, request)
    }
    let local = try kommune.addPerson("Per", "per@example.org", .secretary, in: school.id)
    try kommune.run(ConstituteCouncil.self, as: local, request)
  }

  @Test("R071, R101: the unit's leader represents no users", arguments: Engine.available)
  func refusesTheUnitLeaderAmongUsers(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let school = try kommune.school()
    guard case .text(let email) = SchoolCouncil.seats()[0]["email"]
    else { throw AccessRefusal.thereIsNoSuchRecord }
    try kommune.addPerson("forelder 0", email, .unitLeader, in: school.id)

    try kommune.expect(UnitLeaderRefusal.unitLeaderCannotRepresentUsers) {
      try kommune.run(ConstituteCouncil.self, SchoolCouncil.request(school))
    }
  }

  @Test("There is no council without its unit", arguments: Engine.available)
  func refusesAnUnknownUnit(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let request = SchoolCouncil.request(try kommune.school())
      .merging(["unit": "01990000-0000-7000-8000-000000000000"]) { $1 }
    try kommune.expect(AccessRefusal.thereIsNoSuchRecord) {
      try kommune.run(ConstituteCouncil.self, request)
    }
  }
}
