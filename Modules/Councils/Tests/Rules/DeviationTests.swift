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
    #expect(council.followed.deviations.map(\.field) == ["groups.elev", "size"])
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
      try kommune.run(ConstituteCouncil.self, Self.request(school, []))
    }
    #expect(try kommune.fingerprint() == before)
  }

  @Test(
    "What may not be set aside is refused in words, beside its row", arguments: Engine.available,
    [
      (
        ["field": "reasons", "value": "always"], "rule-cannot-be-set-aside", "value",
        "regelen «Svaret skal begrunnes»"
      ),
      (
        ["field": "advises", "value": "body"], "rule-cannot-be-set-aside", "value", "«Gir råd til»"
      ),
      (["field": "groups.lærer"], "rule-cannot-be-set-aside", "value", "gruppen «lærer»"),
      (["value": "to"], "answer-does-not-fit", "value", "antallet i gruppen «elev»"),
      (["field": "deputies", "value": "many"], "answer-does-not-fit", "value", "regelen «Vara»"),
      (["field": "termYears", "value": "5"], "answer-does-not-fit", "value", "«Antall år»"),
      (["reason": "fordi"], "give-a-reason", "reason", "antallet i gruppen «elev»"),
      (["value": "3"], "rule-says-so-already", "value", "antallet i gruppen «elev»"),
      (
        ["decidedOn": "2026-08-18"], "decision-is-still-to-come", "decidedOn",
        "antallet i gruppen «elev»"
      ),
    ] as [([String: Value], String, String, String)])
  func refuses(_ engine: Engine, _ odd: ([String: Value], String, String, String)) throws {
    let kommune = try TestKit.Kommune(on: engine)
    let school = try kommune.school()
    let (change, code, field, words) = odd
    let deviation = Self.nidarvoll.merging(change) { $1 }
    let before = try kommune.fingerprint()

    let refusal = try #require(throws: DeviationRefusal.self) {
      try kommune.run(ConstituteCouncil.self, Self.request(school, [Self.size, deviation]))
    }

    #expect(refusal.code == code)
    #expect(refusal.fields.map(\.field) == ["deviations.1.\(field)"])
    #expect(refusal.text.nb.contains(words))
    #expect(try kommune.fingerprint() == before)
  }

  @Test(
    "A council's own rules hold together, as those of a type do", arguments: Engine.available,
    [
      (["size": "4"], ["Gruppene kan aldri bli 4 til sammen."]),
      (["quorumNumber": "60"], ["Tallet brukes ikke med denne regelen."]),
      (["quorum": "number", "quorumNumber": "60"], ["Det kan aldri være flere enn 5"]),
      (["chair": "none"], ["Et råd skal ha en leder."]),
      (["groups.elev": "=elev"], ["Gruppene skal være like mange som hverandre"]),
      (["term": "rolling_half", "termYears": "1"], ["Når halve rådet er på valg om gangen"]),
    ] as [([String: String], [String])])
  func contradictions(_ engine: Engine, _ odd: ([String: String], [String])) throws {
    let kommune = try TestKit.Kommune(on: engine)
    let deviations = odd.0.sorted { $0.key < $1.key }.map { field, value in
      Self.nidarvoll.merging(["field": .text(field), "value": .text(value)]) { $1 }
    }
    let request = Self.request(try kommune.school(), deviations)
    try kommune.expectRefusal {
      try kommune.run(ConstituteCouncil.self, request)
    } check: {
      #expect($0.code == "rules-would-not-hold-together")
      #expect($0.fields.map(\.field) == ["deviations.\(deviations.count - 1).value"])
      #expect(zip($0.fields, odd.1).allSatisfy { $0.text.nb.contains($1) })
    }
  }

  @Test("A rule is set aside once", arguments: Engine.available)
  func notTwice(_ engine: Engine) throws {
    let kommune = try TestKit.Kommune(on: engine)
    let school = try kommune.school()
    try kommune.expect(code: "rule-stands-twice") {
      try kommune.run(ConstituteCouncil.self, Self.request(school, [Self.size, Self.size]))
    }
  }

  @Test(
    "A deviation whose rule is gone has lapsed, and the council can be read",
    arguments: Engine.available)
  func lapses(_ engine: Engine) throws {
    let kommune = try TestKit.Kommune(on: engine)
    let council = try kommune.run(
      ConstituteCouncil.self,
      Self.request(try kommune.school(), [Self.nidarvoll, Self.size]))
    var rules = RuleSet.trondheimSchool
    rules.version = 2
    rules.groups.remove(at: 1)
    rules.size = .oneOf([2])
    let decision = RuleDecision(
      validFrom: day(2026, 8, 1), decidedBy: "bystyret", decidedOn: nil, documentLink: nil)
    try Store(kommune.location).transaction(of: kommune.tenant.id) {
      try RuleSets.save(rules, decision, in: $0)
    }

    let read = try kommune.run(ReadCouncil.self, as: .visitor, ["council": .text("\(council.id)")])
    let client = TestClient(kommune)
    let page = client.page("/rad/\(council.id)")

    #expect(read.followed.deviations.map(\.field) == ["size"])
    #expect(read.followed.lapsed.map(\.field) == ["groups.elev"])
    #expect(read.rules.size == .oneOf([4]))
    #expect(page.status == 200)
    #expect(page.text.contains("Avviket fra antallet i gruppen «elev» (2) gjelder ikke lenger"))
    #expect(page.text.contains("Hvor mange som stemmer, i alt: 4"))
    let lapsed = "\"lapsedDeviations\":[{\"field\":\"groups.elev\""
    #expect(client.api(.get, "/councils/\(council.id)").text.contains(lapsed))
  }

  @Test("The database wants a reason, and keeps it", arguments: Engine.available)
  func theDatabaseGuards(_ engine: Engine) throws {
    let kommune = try TestKit.Kommune(on: engine)
    let council = try kommune.run(
      ConstituteCouncil.self,
      Self.request(try kommune.school(), [Self.nidarvoll, Self.size]))
    let insert: SQL = """
      INSERT INTO councils_deviation_decision
        (council_id, field, version, value, reason, decided_by, recorded_at)
      VALUES (\(council.id), 'quorum', 1, 'none', '    ', 'noen', 1)
      """
    #expect(throws: DatabaseError.self) { try kommune.sql(insert) }
    #expect(throws: DatabaseError.self) {
      try kommune.sql("UPDATE councils_deviation_decision SET reason = 'en helt annen grunn'")
    }
    #expect(throws: DatabaseError.self) {
      try kommune.sql("DELETE FROM councils_deviation_decision")
    }
  }
}
