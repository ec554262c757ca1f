import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Tenancy

/// R134: the composition is held up against the rules on every day on which it changes.
@Suite struct SeatsOverTimeTests {
  @Test("R134: somebody whose seat begins later gets none before", arguments: Engine.available)
  func onePersonOneSeat(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    try council.change(FillSeat.self, Self.staff("ny", from: "2026-12-01"))
    try council.kommune.expect(
      SeatRefusal.compositionBreaksTheRule([.personHasASeat(at: "")], from: day(2026, 12, 1))
    ) { try council.change(FillSeat.self, Self.staff("ny", from: "2026-10-02")) }
  }

  @Test("R134: seats that begin later count already", arguments: Engine.available)
  func countsThoseToCome(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    for number in 1...4 {
      try council.change(FillSeat.self, Self.staff("senere\(number)", from: "2026-12-01"))
    }
    let refused = #expect(throws: SeatRefusal.self) {
      try council.change(FillSeat.self, Self.staff("ny", from: "2026-10-02"))
    }
    #expect(refused?.text.nb.hasPrefix("Fra tirsdag 1. desember 2026: Det skal være") == true)
  }

  @Test("R093: whoever gets a seat later is nobody's deputy", arguments: Engine.available)
  func deputyToBeAMember(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    try council.change(FillSeat.self, Self.staff("ny", from: "2026-12-01"))
    try council.kommune.expect(
      SeatRefusal.compositionBreaksTheRule([.deputyHasASeat(at: "")], from: day(2026, 12, 1))
    ) {
      try council.change(
        NameDeputy.self,
        [
          "seat": .text("\(council.seat("elev 0").id)"), "deputyName": "Ansatt ny",
          "deputyEmail": "ny@example.org",
        ])
    }
  }

  @Test("R135: a term that is decided already is not overlapped", arguments: Engine.available)
  func termsToCome(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    let seats = Value.list(SchoolCouncil.seats().map(Value.object))
    try council.change(RenewCouncil.self, ["termStart": "2028-08-20", "seats": seats])
    try council.kommune.expect(SeatRefusal.termsOverlap(until: day(2030, 8, 19))) {
      try council.change(RenewCouncil.self, ["termStart": "2028-08-01", "seats": seats])
    }
  }

  @Test(
    "R135: a seat is taken over in its own group, and not long ago", arguments: Engine.available)
  func takesOverItsOwnSeat(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    try council.leave("ansatt 0")
    let left = Value.text("\(try council.seat("ansatt 0").id)")
    _ = try council.reread(on: "2026-11-02")
    let parent: [String: Value] = [
      "group": "forelder", "firstDay": "2026-11-02", "name": "Ny", "email": "ny@example.org",
      "replaces": left,
    ]
    try council.kommune.expect(SeatRefusal.seatIsOfAnotherGroup) {
      try council.change(FillSeat.self, parent)
    }
    try council.kommune.expect(SeatRefusal.firstDayIsLongAgo) {
      try council.change(FillSeat.self, Self.staff("ny", from: "2026-08-02"))
    }
  }

  @Test("R134: under rules to come, the next term is as they say", arguments: Engine.available)
  func nextTermUnderNewRules(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    var rules = RuleSet.trondheimSchool
    rules.groups[1] = rules.groups[1].with(.range(1...1))
    rules.size = .oneOf([3])
    try council.kommune.run(
      ChangeRuleSet.self, rules.request(reading: 1, from: "2028-07-01", [:]))
    _ = try council.reread(on: "2026-10-02")
    func seats(pupils: Int) -> [String: Value] {
      [
        "termStart": "2028-08-01",
        "seats": .list(SchoolCouncil.seats(parents: 2, pupils: pupils).map(Value.object)),
      ]
    }
    try council.kommune.expect(code: "composition-breaks-the-rule") {
      try council.change(RenewCouncil.self, seats(pupils: 3))
    }
    try council.change(RenewCouncil.self, seats(pupils: 1))
    #expect(try council.reread(on: "2028-08-01").faults.isEmpty)
  }

  @Test("The leader of today leads no later term by it", arguments: Engine.available)
  func leadersOfTwoTerms(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    let seats = Value.list(SchoolCouncil.seats().map(Value.object))
    try council.change(RenewCouncil.self, ["termStart": "2028-08-01", "seats": seats])
    try council.change(ChooseLeaders.self, ["leader": .text("\(try council.seat("elev 1").id)")])
    #expect(try council.seat("elev 1").isLeader)
    let later = try council.reread(on: "2028-08-01")
    #expect(later.seats.filter(\.isLeader).map(\.name) == ["forelder 0"])
  }

  @Test("Two who are seated at once do not fill one place", arguments: Engine.available)
  func seatedAtOnce(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    for number in 1...3 {
      try council.change(FillSeat.self, Self.staff("ny\(number)", from: "2026-10-02"))
    }
    let seats = ["en", "to"].map { name in
      var input = Input(
        Self.staff(name, from: "2026-10-02").merging([
          "council": .text("\(council.details.id)"), "version": .number(council.details.version),
        ]) { $1 })
      return FillSeat(&input)
    }
    let told = try council.kommune.overlap((seats[0], .host), (seats[1], .host))
    #expect(told == "record-has-changed")
    let staff: Int? = try council.kommune.value(
      "SELECT count(*) FROM councils_seat WHERE group_code = 'ansatt'")
    #expect(staff == 5)
  }

  private static func staff(_ name: String, from day: String) -> [String: Value] {
    [
      "group": "ansatt", "firstDay": .text(day), "name": .text("Ansatt \(name)"),
      "email": .text("\(name)@example.org"), "staffField": "teaching",
    ]
  }
}
