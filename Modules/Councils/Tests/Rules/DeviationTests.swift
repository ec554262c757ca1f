import Database
import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Tenancy

/// A council whose rules are not those of its type says so, with the reason.
@Suite struct DeviationTests {
  private static let nidarvoll: [String: Value] = [
    "field": "groups.elev", "value": "2", "reason": "Elevrådet har bare to som kan.",
    "decidedBy": "rektor og FAU",
  ]
  private static let size: [String: Value] = [
    "field": "size", "value": "4", "reason": "To foreldre og to elever.",
    "decidedBy": "rektor og FAU",
  ]

  private static func request(
    _ school: ServiceUnit, _ deviations: [[String: Value]]
  ) -> [String: Value] {
    SchoolCouncil.request(
      school, SchoolCouncil.seats(pupils: 2),
      ["deviations": .list(deviations.map(Value.object))])
  }

  @Test("K3: Nidarvoll has two pupils where the guideline says three", arguments: Engine.available)
  func nidarvoll(_ engine: Engine) throws {
    let kommune = try TestKit.Kommune(on: engine)
    let school = try kommune.school()

    let council = try kommune.run(
      ConstituteCouncil.self, Self.request(school, [Self.nidarvoll, Self.size]))
    let page = TestClient(kommune).page("/rad/\(council.id)")

    #expect(council.seats.count { $0.group == "elev" } == 2)
    #expect(council.deviations.map(\.field) == ["groups.elev", "size"])
    #expect(council.rules.size == .oneOf([4]))
    #expect(page.text.contains("Antall i gruppen «elev»: 2. Elevrådet har bare to som kan."))
    let others = try kommune.run(ListRuleSets.self, as: .visitor)
    #expect(others.contains(.trondheimSchool))
  }

  @Test("Without the deviation the same council is refused", arguments: Engine.available)
  func theRuleHoldsOtherwise(_ engine: Engine) throws {
    let kommune = try TestKit.Kommune(on: engine)
    let school = try kommune.school()
    let before = try kommune.fingerprint()

    #expect(throws: ConstituteCouncil.Refusal.self) {
      try kommune.run(ConstituteCouncil.self, Self.request(school, [Self.size]))
    }
    #expect(try kommune.fingerprint() == before)
  }

  @Test(
    "What may not be set aside is refused, and nothing changes", arguments: Engine.available,
    [
      (["field": "reasons", "value": "always"], DeviationRefusal.ruleCannotBeSetAside("reasons")),
      (["field": "advises", "value": "body"], .ruleCannotBeSetAside("advises")),
      (["field": "groups.lærer"], .ruleCannotBeSetAside("groups.lærer")),
      (["value": "to"], .answerDoesNotFit("groups.elev")),
      (["field": "deputies", "value": "many"], .answerDoesNotFit("deputies")),
      (["field": "termYears", "value": "5"], .answerDoesNotFit("termYears")),
      (["reason": "fordi"], .giveAReason("groups.elev")),
    ] as [([String: Value], DeviationRefusal)])
  func refuses(_ engine: Engine, _ odd: ([String: Value], DeviationRefusal)) throws {
    let kommune = try TestKit.Kommune(on: engine)
    let school = try kommune.school()
    let deviation = Self.nidarvoll.merging(odd.0) { $1 }

    try kommune.expect(odd.1) {
      try kommune.run(ConstituteCouncil.self, Self.request(school, [deviation, Self.size]))
    }
  }

  @Test("A rule is set aside once", arguments: Engine.available)
  func notTwice(_ engine: Engine) throws {
    let kommune = try TestKit.Kommune(on: engine)
    let school = try kommune.school()
    try kommune.expect(DeviationRefusal.ruleStandsTwice("size")) {
      try kommune.run(ConstituteCouncil.self, Self.request(school, [Self.size, Self.size]))
    }
  }

  @Test("The database wants a reason, and keeps it", arguments: Engine.available)
  func theDatabaseGuards(_ engine: Engine) throws {
    let kommune = try TestKit.Kommune(on: engine)
    let council = try kommune.run(
      ConstituteCouncil.self,
      Self.request(try kommune.school(), [Self.nidarvoll, Self.size]))
    let insert: SQL = """
      INSERT INTO councils_deviation
        (council_id, field, value, reason, decided_by, recorded_at)
      VALUES (\(council.id), 'quorum', 'none', '    ', 'noen', 1)
      """
    #expect(throws: DatabaseError.self) { try kommune.sql(insert) }
    #expect(throws: DatabaseError.self) {
      try kommune.sql("UPDATE councils_deviation SET reason = 'en helt annen grunn'")
    }
    #expect(throws: DatabaseError.self) { try kommune.sql("DELETE FROM councils_deviation") }
  }
}
