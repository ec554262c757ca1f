import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Identity
@testable import Tenancy

@Suite struct AddRuleSetTests {
  private static let hadsel: [String: Value] = [
    "library": "hadsel-brukerutvalg", "code": "brukerutvalg", "decidedBy": "kommunestyret",
    "decidedOn": "2026-06-18",
  ]

  @Test("R046: a kommune adds a type of council from another kommune", arguments: Engine.available)
  func adds(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)

    let added = try kommune.run(AddRuleSet.self, Self.hadsel)
    let history = try kommune.run(ReadRuleSet.self, as: .visitor, ["ruleSet": "brukerutvalg"])

    #expect(added.code == "brukerutvalg")
    #expect(history.rules == added)
    #expect(RuleSet.hadsel.changes(to: history.rules) == [])
    #expect(history.versions.map(\.decidedBy) == ["kommunestyret"])
    #expect(history.versions.map(\.validFrom) == [day(2026, 8, 17)])
    #expect(try kommune.run(ListRuleSets.self, as: .visitor).count == 4)
  }

  @Test("It can have a name of its own", arguments: Engine.available)
  func hasItsName(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let names: [String: Value] = ["name": "sentralt utvalg", "nameNn": "sentralt utval"]
    let added = try kommune.run(AddRuleSet.self, Self.hadsel.merging(names) { $1 })
    #expect(added.name == Text(nb: "sentralt utvalg", nn: "sentralt utval"))
  }

  @Test(
    "What cannot be added is refused, and nothing changes", arguments: Engine.available,
    [
      (["code": "trondheim-skole"], AddRuleSet.Refusal.codeIsTaken),
      (["library": "ukjent"], .libraryHasNoSuchRules), (["code": "nytt"], .codeIsNoCode),
      (["code": "Brukerutvalg"], .codeIsNoCode), (["code": "a/b"], .codeIsNoCode),
      (["code": "brukerråd"], .codeIsNoCode), (["code": "-a"], .codeIsNoCode),
    ] as [([String: Value], AddRuleSet.Refusal)])
  func refuses(_ engine: Engine, _ odd: ([String: Value], AddRuleSet.Refusal)) throws {
    let kommune = try Kommune(on: engine)
    try kommune.expect(odd.1) {
      try kommune.run(AddRuleSet.self, Self.hadsel.merging(odd.0) { $1 })
    }
  }

  @Test(
    "R054: a type brings the user group it speaks for, if the kommune's list lacks it",
    arguments: Engine.available)
  func bringsItsUserGroup(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let elderly = Self.hadsel.merging(["library": "koml-eldrerad", "code": "eldrerad"]) { $1 }
    try kommune.run(RemoveUserGroup.self, ["userGroup": "eldre"])
    let added = try kommune.run(AddRuleSet.self, elderly)
    let list = try kommune.run(ListUserGroups.self, as: .visitor).map(\.group)
    #expect(added.userGroups == [.elderly] && list.contains(.elderly))
    let events: Int? = try kommune.value(
      "SELECT count(*) FROM events_event WHERE event = 'user-group-added'")
    #expect(events == 1)
  }

  @Test(
    "R054: the kommune's own name, or its own group of the same name, comes first",
    arguments: Engine.available)
  func keepsTheKommunesOwn(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.run(
      RenameUserGroup.self,
      ["userGroup": "tjenestemottaker", "name": "brukere", "nameNn": "brukarar"])
    let added = try kommune.run(AddRuleSet.self, Self.hadsel)
    #expect(added.userGroups.map(\.name.nb) == ["brukere"])

    try kommune.run(RemoveUserGroup.self, ["userGroup": "eldre"])
    try kommune.run(
      AddUserGroup.self, ["code": "senior", "name": "Eldre", "nameNn": "seniorar"])
    let elderly = Self.hadsel.merging(["library": "koml-eldrerad", "code": "eldrerad"]) { $1 }
    #expect(try kommune.run(AddRuleSet.self, elderly).userGroups.map(\.code) == ["senior"])
    let list = try kommune.run(ListUserGroups.self, as: .visitor)
    #expect(!list.contains { $0.group.code == "eldre" })
  }

  @Test("Only an administrator adds one", arguments: Engine.available)
  func onlyAdministrators(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let secretary = try kommune.addPerson("Siri", "siri@example.org", .secretary)
    try kommune.expect(AccessRefusal.youMayNotDoThis) {
      try kommune.run(AddRuleSet.self, as: secretary, Self.hadsel)
    }
    try kommune.expect(AccessRefusal.youMayNotDoThis) {
      try kommune.run(PrepareRuleSet.self, as: secretary)
    }
  }

  @Test("Of two who add one of the same code, one is told", arguments: Engine.available)
  func twoAtOnce(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    func action() throws -> AddRuleSet {
      var input = Input(Self.hadsel)
      let action = AddRuleSet(&input)
      try input.finish()
      return action
    }
    #expect(try kommune.overlap((action(), .host), (action(), .host)) == "code-is-taken")
  }

  @Test("The page lists every type with the kommune it comes from", arguments: Engine.available)
  func thePage(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let member = try kommune.addPerson("Ada", "ada@example.org", .administrator).member.orNotFound()
    let client = TestClient(kommune)
    #expect(!client.page("/regler").text.contains("/regler/nytt"))
    client.token = try kommune.work { try Session.start(for: member.id, in: $0).token }

    let page = client.page("/regler/nytt")

    #expect(client.page("/regler").text.contains("/regler/nytt"))
    for rules in RuleLibrary.all { #expect(page.text.contains("value=\"\(rules.code)\"")) }
    #expect(
      page.text.contains(
        "brukerutvalg (Hadsel). Ved sykehjem, hjemmetjeneste. Der sitter bruker: 3."))
    #expect(RuleLibrary.all.count == Set(RuleLibrary.all.map(\.code)).count)
  }
}
