import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Tenancy

/// R094, R135: the next term.
@Suite struct RenewCouncilTests {
  @Test("R094, R135: two more years, with the same people or others", arguments: Engine.available)
  func renews(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    let now = try council.change(
      RenewCouncil.self, ["termStart": "2028-08-01", "seats": Self.seats()])
    #expect(now.seats.allSatisfy { $0.termEnd == day(2028, 7, 31) })
    let later = try council.reread(on: "2028-08-02")
    #expect(later.seats.count == 6 && later.faults.isEmpty)
    #expect(later.seats.allSatisfy { $0.termEnd == day(2030, 7, 31) })
  }

  @Test("Overlapping terms and wrong numbers", arguments: Engine.available)
  func refuses(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    try council.kommune.expect(SeatRefusal.termsOverlap(until: day(2028, 7, 31))) {
      try council.change(RenewCouncil.self, ["termStart": "2028-07-31", "seats": Self.seats()])
    }
    try council.kommune.expect(code: "composition-breaks-the-rule") {
      try council.change(
        RenewCouncil.self, ["termStart": "2028-08-01", "seats": Self.seats(parents: 1)])
    }
    try council.kommune.expect(code: "term-is-far-from-today") {
      try council.change(RenewCouncil.self, ["termStart": "2048-08-01", "seats": Self.seats()])
    }
  }

  @Test("K11: whoever begins in the month of the new kommunestyre is of its period")
  func electionPeriods() {
    let rules = RuleSet("k11", Text(same: "råd"), []) { $0.term = .electionPeriod }
    #expect(rules.lastDay(of: day(2027, 9, 30)) == day(2027, 10, 31))
    #expect(rules.lastDay(of: day(2027, 10, 1)) == day(2031, 10, 31))
    #expect(rules.lastDay(of: day(2028, 1, 1)) == day(2031, 10, 31))
    #expect(rules.termInWords.nb == "De velges til kommunestyrets periode er over.")
  }

  @Test("A dissolved council seats nobody", arguments: Engine.available)
  func dissolvedIsForGood(_ engine: Engine) throws {
    let council = try SeatedCouncil(engine)
    try council.kommune.dissolve(council.details.id)
    try council.kommune.expect(AtWorkRefusal.councilIsDissolved) {
      try council.change(
        RenewCouncil.self, ["termStart": "2028-08-01", "seats": Self.seats()], version: 2)
    }
    let seat = try council.seat("forelder 1")
    try council.kommune.expect(AtWorkRefusal.councilIsDissolved) {
      try council.change(ChooseLeaders.self, ["leader": .text("\(seat.id)")], version: 2)
    }
  }

  @Test("K17: half stays, and nobody sits for more than two terms", arguments: Engine.available)
  func rollsByHalves(_ engine: Engine) throws {
    let real = try RealKommune(engine, .seniorCentre)
    let council = try SeatedCouncil(real, real.constitute("oslo-seniorsenter", ["bruker": 6]))
    try real.kommune.sql(
      """
      UPDATE councils_seat SET term_end = '2027-07-31'
      WHERE person_id IN (SELECT id FROM identity_person
        WHERE email IN ('medlem0@example.org', 'medlem1@example.org', 'medlem2@example.org'))
      """)
    try council.change(
      RenewCouncil.self, ["termStart": "2027-08-01", "seats": Self.users([0, 1, 9])])
    let after = try council.reread(on: "2027-08-02")
    #expect(after.seats.count == 6 && after.faults.isEmpty)
    #expect(Set(after.seats.map(\.termEnd)) == [day(2028, 7, 31), day(2029, 7, 31)])
    _ = try council.reread(on: "2028-06-02")
    try council.change(
      RenewCouncil.self,
      ["termStart": "2028-08-01", "seats": Self.users([3, 4, 10], leads: false)])
    _ = try council.reread(on: "2029-06-02")
    try real.kommune.expect(SeatRefusal.memberMayNotSitLonger(at: "seats.0", terms: 2)) {
      try council.change(
        RenewCouncil.self, ["termStart": "2029-08-01", "seats": Self.users([0, 1, 9])])
    }
  }

  private static func seats(parents: Int = 2) -> Value {
    .list(SchoolCouncil.seats(parents: parents).map(Value.object))
  }

  private static func users(_ numbers: [Int], leads: Bool = true) -> Value {
    .list(
      numbers.enumerated().map { index, number in
        .object([
          "group": "bruker", "name": .text("Medlem \(number)"),
          "email": .text("medlem\(number)@example.org"), "leader": .flag(leads && index == 0),
        ])
      })
  }
}
