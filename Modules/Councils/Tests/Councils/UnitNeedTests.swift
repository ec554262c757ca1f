import Database
import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Tenancy

@Suite struct UnitNeedTests {
  @Test(
    "R061: a council of another type is not the one that is asked for", arguments: Engine.available)
  func asksForTheType(_ engine: Engine) throws {
    let kommune = try Self.kommune(on: engine)
    let school = try kommune.school()
    try Self.constitute(at: school, under: "elevrad", in: kommune)
    #expect(try Self.missing(kommune).map(\.ruleSet) == ["trondheim-skole"])
    let rows = try kommune.run(ReadCoverage.self, as: .visitor).types
    #expect(rows.map(\.ruleSet) == ["elevrad", "trondheim-skole"])
    #expect(rows.map(\.have) == [1, 0])
    #expect(rows.map(\.isMandatory) == [false, true])
    try Self.constitute(at: school, under: "trondheim-skole", in: kommune)
    #expect(try Self.missing(kommune).isEmpty)
  }

  @Test(
    "R061: a council at work with nobody in it is told apart, and covers nothing",
    arguments: Engine.available)
  func asksForMembers(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let school = try kommune.school()
    try Self.constitute(
      at: school, under: "trondheim-skole", from: "2026-10-01", in: kommune)
    #expect(try Self.missing(kommune).map(\.empty) == [1])
    let client = TestClient(kommune)
    #expect(client.page("/rad-som-mangler").text.contains("i arbeid, men ingen sitter"))
    #expect(
      client.api(.get, "/councils/coverage").text
        .contains("\"units\":1,\"have\":0,\"empty\":1,\"lack\":1"))
    kommune.now = Instant(day(2026, 10, 1), hour: 12)
    #expect(try Self.missing(kommune).isEmpty)
    kommune.now = Instant(day(2028, 10, 1), hour: 12)
    #expect(try Self.missing(kommune).map(\.empty) == [1])
    #expect(try kommune.run(ReadCoverage.self).types.map(\.without) == [0])
  }

  @Test("R061: of two types that shall be there, each is missed", arguments: Engine.available)
  func missesEach(_ engine: Engine) throws {
    let kommune = try Self.kommune(on: engine) { $0.isMandatory = true }
    try kommune.addUnits("skole,Ås skole,Østbyen,,skole", "skole,Berg/skole,Østbyen,,skole")
    var found: [String] = []
    var next: String?
    repeat {
      let more: [String: Value] = next.map { ["cursor": .text($0)] } ?? [:]
      let page = try kommune.run(
        ListMissingCouncils.self, as: .visitor, ["limit": 1].merging(more) { $1 })
      found += page.data.map { "\($0.unitName) \($0.ruleSet)" }
      next = page.next
    } while next != nil && found.count < 9
    #expect(
      found == [
        "Berg/skole elevrad", "Berg/skole trondheim-skole", "Ås skole elevrad",
        "Ås skole trondheim-skole",
      ])
  }

  /// A kommune with one more type of council for schools.
  private static func kommune(
    on engine: Engine, _ set: (inout RuleSet) -> Void = { $0.isMandatory = false }
  ) throws -> TestKit.Kommune {
    let kommune = try Kommune(on: engine)
    var rules = RuleSet.trondheimSchool
    rules.code = "elevrad"
    set(&rules)
    try Store(kommune.location).transaction(of: kommune.tenant.id) { transaction in
      try RuleSets.add(rules, in: transaction)
    }
    return kommune
  }

  private static func constitute(
    at unit: ServiceUnit, under code: String, from day: String = "2026-08-01",
    in kommune: TestKit.Kommune
  ) throws {
    try kommune.run(
      ConstituteCouncil.self,
      SchoolCouncil.request(
        unit, SchoolCouncil.seats(),
        ["ruleSet": .text(code), "name": .text(code), "termStart": .text(day)]))
  }

  private static func missing(_ kommune: TestKit.Kommune) throws -> [MissingCouncil] {
    try kommune.run(ListMissingCouncils.self, as: .visitor).data
  }
}
