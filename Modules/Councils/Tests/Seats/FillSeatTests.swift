import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils

/// R134, R135: vacant seats are filled for the rest of the term, one by one.
@Suite struct FillSeatTests {
  @Test(
    "R066, R135: a vacant seat is taken over for the rest of the term, by staff with a field",
    arguments: Engine.available)
  func takesOver(_ engine: Engine) throws {
    let council = try vacant(engine)
    let left = try #require(try vacancies(of: council).first)

    let filled = try council.change(
      FillSeat.self, Self.staff.merging(["replaces": .text("\(left.id)")]) { $1 })

    let seat = try #require(filled.seats.first { $0.name == "Ny Ansatt" })
    #expect(seat.termEnd == day(2028, 7, 31) && seat.staffField == .teaching && !seat.votes)
    #expect(filled.faults.isEmpty)
    try council.kommune.expect(SeatRefusal.seatIsTakenOverAlready) {
      try council.change(
        FillSeat.self,
        Self.staff.merging(["replaces": .text("\(left.id)"), "email": "x@example.org"]) { $1 })
    }
  }

  @Test("R096: a seat too many, and somebody who has one", arguments: Engine.available)
  func keepsTheRules(_ engine: Engine) throws {
    let council = try vacant(engine)
    let parent: [String: Value] = [
      "group": "forelder", "firstDay": "2026-11-02", "name": "Ny", "email": "ny@example.org",
    ]
    try council.kommune.expect(code: "composition-breaks-the-rule") {
      try council.change(FillSeat.self, parent)
    }
    try council.kommune.expect(
      SeatRefusal.compositionBreaksTheRule([.personHasASeat(at: "")])
    ) {
      try council.change(
        FillSeat.self, Self.staff.merging(["name": "elev 0", "email": "ELEV0@example.org"]) { $1 })
    }
    try council.kommune.expect(SeatRefusal.groupIsUnknown(["forelder", "elev", "ansatt"])) {
      try council.change(FillSeat.self, Self.staff.merging(["group": "rektor"]) { $1 })
    }
    try council.kommune.expect(SeatRefusal.firstDayIsOutsideTheTerm) {
      try council.change(FillSeat.self, Self.staff.merging(["firstDay": "2028-08-01"]) { $1 })
    }
    let held = try council.seat("elev 2").id
    try council.kommune.expect(SeatRefusal.seatIsNotVacant) {
      try council.change(FillSeat.self, Self.staff.merging(["replaces": .text("\(held)")]) { $1 })
    }
  }

  @Test("A slip in an address seats nobody who was not chosen", arguments: Engine.available)
  func refusesAnothersAddress(_ engine: Engine) throws {
    let council = try vacant(engine)
    func fill(_ name: String) throws {
      try council.change(
        FillSeat.self,
        Self.staff.merging(["name": .text(name), "email": "siri@example.org"]) { $1 })
    }
    let before = try council.kommune.fingerprint()
    try council.kommune.expect(ContactRefusal.addressIsSomebodyElses("siri@example.org")) {
      try fill("Ny Ansatt")
    }
    #expect(try council.kommune.fingerprint() == before)
    let siri: String? = try council.kommune.value(
      "SELECT name FROM identity_person WHERE email = 'siri@example.org'")
    try fill("\(try siri.orNotFound()) Mellomnavn")
  }

  @Test("R101: the unit's leader gets no vote this way either", arguments: Engine.available)
  func refusesTheUnitLeader(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    let leader = "rektor@example.org"
    _ = try council.kommune.addPerson(
      "Rektor", leader, .unitLeader, in: council.details.unit.id)
    try council.kommune.expect(UnitLeaderRefusal.unitLeaderCannotRepresentUsers) {
      try council.change(
        NameDeputy.self,
        [
          "seat": .text("\(council.seat("elev 0").id)"), "deputyName": "Rektor",
          "deputyEmail": .text(leader),
        ])
    }
  }

  @Test("R093: another personal deputy, who is nobody else's", arguments: Engine.available)
  func namesADeputy(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    func name(
      _ email: String, _ person: String = "Ny Vara", for seat: String
    ) throws -> CouncilDetails {
      try council.change(
        NameDeputy.self,
        [
          "seat": .text("\(council.seat(seat).id)"), "deputyName": .text(person),
          "deputyEmail": .text(email),
        ])
    }
    _ = try name("nyvara@example.org", for: "elev 0")
    #expect(try council.seat("elev 0").deputyName == "Ny Vara")
    try council.kommune.expect(code: "composition-breaks-the-rule") {
      _ = try name("vara-elev1@example.org", "vara elev 1", for: "elev 0")
    }
    try council.kommune.expect(code: "composition-breaks-the-rule") {
      _ = try name("ansattvara@example.org", for: "ansatt 0")
    }
  }

  static let staff: [String: Value] = [
    "group": "ansatt", "firstDay": "2026-11-02", "name": "Ny Ansatt",
    "email": "ny@example.org", "staffField": "teaching",
  ]

  private func vacant(_ engine: Engine) throws -> SeatedCouncil {
    let council = try SeatedCouncil(engine)
    try council.leave("ansatt 0")
    _ = try council.reread(on: "2026-11-02")
    return council
  }

  private func vacancies(of council: SeatedCouncil) throws -> [FormerSeat] {
    try council.kommune.run(
      ReadSeats.self, as: council.secretary, ["council": .text("\(council.details.id)")]
    ).vacancies
  }
}
