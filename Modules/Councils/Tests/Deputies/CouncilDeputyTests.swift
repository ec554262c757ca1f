import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Tenancy

/// K8, K14, K25: deputies of the whole council, by number or shared.
@Suite struct CouncilDeputyTests {
  @Test("K25: numbered deputies come in their order", arguments: Engine.available)
  func numbered(_ engine: Engine) throws {
    let council = try numbered(on: engine)
    #expect(council.details.deputies.map(\.number) == [1])
    let more = try add("andre@example.org", to: council)
    #expect(more.deputies.map(\.name) == ["Vara", "Ny"])
    let first = try #require(more.deputies.first).id
    let left = try council.change(EndDeputy.self, ["deputy": .text("\(first)")])
    #expect(left.deputies.count == 2)
    let later = try council.reread(on: "2027-01-02")
    #expect(later.deputies.map(\.number) == [2])
  }

  @Test("K8: without the shared deputy the council is refused", arguments: Engine.available)
  func isDemanded(_ engine: Engine) throws {
    let kommune = try RealKommune(engine, .hadsel).kommune
    let unit = try kommune.addUnits("sykehjem,Stedet,Byen,,helse-og-omsorg")[0]
    let seats = (0..<3).map { number in
      Value.object([
        "group": "bruker", "name": "Bruker", "email": .text("bruker\(number)@example.org"),
      ])
    }
    try kommune.expect(
      ConstituteCouncil.Refusal.compositionBreaksTheRule([.commonDeputyIsMissing])
    ) {
      try kommune.run(
        ConstituteCouncil.self,
        [
          "unit": .text("\(unit.id)"), "ruleSet": "hadsel-brukerutvalg",
          "termStart": "2026-08-01", "seats": .list(seats),
        ])
    }
  }

  @Test(
    "Whoever has a seat is nobody's deputy, and strangers add none", arguments: Engine.available)
  func refuses(_ engine: Engine) throws {
    let council = try numbered(on: engine)
    try council.kommune.expect(
      SeatRefusal.compositionBreaksTheRule([.personHasASeat(at: "deputies.0")])
    ) { _ = try add("medlem0@example.org", called: "Medlem 0", to: council) }
    let school = try SeatedCouncil(engine)
    try school.kommune.expect(
      SeatRefusal.compositionBreaksTheRule([.councilHasNoCommonDeputies])
    ) { _ = try add("ny@example.org", to: school) }
    try school.kommune.expect(AccessRefusal.youMayNotDoThis) {
      try school.change(
        AddDeputies.self, Self.one("ny@example.org"), as: school.seat("forelder 0").actor)
    }
  }

  @Test("R093: a deputy of the whole council is one of it", arguments: Engine.available)
  func standsInTheCouncil(_ engine: Engine) throws {
    let council = try shared(engine)
    let deputy = try #require(council.details.deputies.first)
    let actor = Actor.member(Member(id: deputy.person, name: deputy.name, grants: []))
    let own = try council.kommune.run(ListOwnCouncils.self, as: actor)
    #expect(own.data.map(\.roles) == [[.personalDeputy]])
  }

  @Test("K8: there is one deputy for all, and not two", arguments: Engine.available)
  func sharedIsOne(_ engine: Engine) throws {
    let council = try shared(engine)
    try council.kommune.expect(
      SeatRefusal.compositionBreaksTheRule([.thereIsADeputyAlready(at: "deputies.0")])
    ) { _ = try add("andre@example.org", to: council) }
  }

  @Test("K25: a deputy who gets a seat leaves the other place first", arguments: Engine.available)
  func givesUpThePlace(_ engine: Engine) throws {
    let council = try numbered(on: engine)
    try council.leave("Medlem 6", on: "2026-10-01")
    _ = try council.reread(on: "2026-10-02")
    let seat: [String: Value] = [
      "group": "medlem", "firstDay": "2026-10-03", "name": "Vara", "email": "vara@example.org",
    ]
    try council.kommune.expect(SeatRefusal.compositionBreaksTheRule([.memberIsADeputy(at: "")])) {
      try council.change(FillSeat.self, seat)
    }
    _ = try add("andre@example.org", to: council)
    let deputy = try #require(council.details.deputies.first).id
    try council.change(EndDeputy.self, ["deputy": .text("\(deputy)")])
    #expect(try council.change(FillSeat.self, seat).deputies.count == 2)
    #expect(try council.reread(on: "2026-10-03").seats.count == 7)
  }

  @Test("A place as deputy that has not begun is given back, once", arguments: Engine.available)
  func givesBack(_ engine: Engine) throws {
    let council = try numbered(on: engine)
    try council.kommune.sql("UPDATE councils_deputy SET term_start = '2026-11-01'")
    let deputy = try #require(council.details.deputies.first).id
    try council.change(EndDeputy.self, ["deputy": .text("\(deputy)")])
    try council.kommune.expect(AccessRefusal.thereIsNoSuchRecord) {
      try council.change(EndDeputy.self, ["deputy": .text("\(deputy)")])
    }
    #expect(try council.reread(on: "2026-11-02").deputies.isEmpty)
  }

  private func numbered(on engine: Engine) throws -> SeatedCouncil {
    let real = try RealKommune(engine, .jointStatutoryCouncil)
    real.kommune.now = try Instant(rfc3339: "2026-10-01T10:00:00Z").orNotFound()
    return try SeatedCouncil(
      real, real.constitute("vestre-slidre-brukarmedverknad", ["medlem": 7]))
  }

  private func shared(_ engine: Engine) throws -> SeatedCouncil {
    let real = try RealKommune(engine, .hadsel)
    real.kommune.now = try Instant(rfc3339: "2026-10-01T10:00:00Z").orNotFound()
    return try SeatedCouncil(real, real.constitute("hadsel-brukerutvalg", ["bruker": 3]))
  }

  private func add(
    _ email: String, called name: String = "Ny", to council: SeatedCouncil
  ) throws -> CouncilDetails {
    try council.change(AddDeputies.self, Self.one(email, called: name))
  }

  private static func one(_ email: String, called name: String = "Ny") -> [String: Value] {
    ["deputies": [["name": .text(name), "email": .text(email)]]]
  }
}
