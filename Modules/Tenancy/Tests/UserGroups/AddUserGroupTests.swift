import Database
import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Tenancy

@Suite struct AddUserGroupTests {
  static let newcomers: [String: Value] = [
    "code": "innvandrer", "name": "innvandrere", "nameNn": "innvandrarar",
  ]

  @Test("R054: user groups are a list of the kommune's own", arguments: Engine.available)
  func adds(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let before = try kommune.run(ListUserGroups.self, as: .visitor).map(\.group)
    #expect(
      Set(before.map(\.name.nb)) == [
        "elever", "foreldre", "pasienter", "pårørende", "eldre", "beboere", "tjenestemottakere",
      ])

    let added = try kommune.run(AddUserGroup.self, Self.newcomers)

    let after = try kommune.run(ListUserGroups.self, as: .visitor).map(\.group)
    #expect(Set(after) == Set(before + [added]))
    #expect(added.name == Text(nb: "innvandrere", nn: "innvandrarar"))
    let event: String? = try kommune.value(
      "SELECT event FROM events_event ORDER BY number DESC LIMIT 1")
    #expect(event == "user-group-added")
  }

  @Test(
    "R054: what cannot stand on the list is refused", arguments: Engine.available,
    [
      (["code": "elev"], AddUserGroup.Refusal.codeIsTaken), (["name": "elever"], .nameIsTaken),
      (["name": "Elever"], .nameIsTaken), (["nameNn": "PÅRØRANDE"], .nameIsTaken),
      (["code": "Innvandrer"], .codeIsNoCode), (["code": "pårørende"], .codeIsNoCode),
      (["code": "a/b"], .codeIsNoCode), (["code": "-a"], .codeIsNoCode),
      (["code": "a"], .codeIsNoCode),
    ] as [([String: Value], AddUserGroup.Refusal)])
  func refuses(_ engine: Engine, _ odd: ([String: Value], AddUserGroup.Refusal)) throws {
    let kommune = try Kommune(on: engine)
    try kommune.expect(odd.1) {
      try kommune.run(AddUserGroup.self, Self.newcomers.merging(odd.0) { $1 })
    }
  }

  @Test("A blank name or code is said beside its field", arguments: ["code", "name", "nameNn"])
  func blank(_ field: String) throws {
    var input = Input(Self.newcomers.merging([field: "  "]) { $1 })
    _ = AddUserGroup(&input)
    let error = #expect(throws: InvalidInput.self) { try input.finish() }
    #expect(error?.fields.map(\.field) == [field])
  }

  @Test("Only whoever decides the rules changes the list", arguments: Engine.available)
  func onlyAdministrators(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let secretary = try kommune.addPerson("Siri", "siri@example.org", .secretary)
    let others: [(Actor, AccessRefusal)] = [
      (secretary, .youMayNotDoThis), (.visitor, .youMustSignIn),
    ]
    for (actor, reason) in others {
      try kommune.expect(reason) {
        try kommune.run(AddUserGroup.self, as: actor, Self.newcomers)
      }
      try kommune.expect(reason) {
        try kommune.run(
          RenameUserGroup.self, as: actor, ["userGroup": "elev", "name": "a", "nameNn": "a"])
      }
      try kommune.expect(reason) {
        try kommune.run(RemoveUserGroup.self, as: actor, ["userGroup": "pasient"])
      }
    }
  }

  @Test("Of two who add one of the same code, one is told", arguments: Engine.available)
  func twoAtOnce(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    func action(_ values: [String: Value]) throws -> AddUserGroup {
      var input = Input(values)
      let action = AddUserGroup(&input)
      try input.finish()
      return action
    }
    let other = Self.newcomers.merging(["name": "andre", "nameNn": "andre"]) { $1 }
    let code = try kommune.overlap(
      (action(Self.newcomers), .host), (action(other), .host))
    #expect(code == "code-is-taken")
    let named: [String: Value] = ["code": "ny", "name": "nye", "nameNn": "nye"]
    let sameName = named.merging(["code": "ny-til"]) { $1 }
    #expect(
      try kommune.overlap((action(named), .host), (action(sameName), .host)) == "name-is-taken")
  }

  @Test("R054: the schema keeps the list whole", arguments: Engine.available)
  func schema(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    func kind(_ statement: SQL) -> DatabaseError.Kind? {
      #expect(throws: DatabaseError.self) { try kommune.sql(statement) }?.kind
    }
    func insert(_ code: String, _ nb: String, _ nn: String) -> SQL {
      "INSERT INTO tenancy_user_group (code, nb, nn) VALUES (\(code), \(nb), \(nn))"
    }
    #expect(kind(insert(" ", "a", "a")) == .checkFailed)
    #expect(kind(insert("a", " ", "a")) == .checkFailed)
    #expect(kind(insert("a", "a", " ")) == .checkFailed)
    #expect(kind(insert("elev", "a", "a")) == .alreadyExists)
    #expect(kind(insert("a", "elever", "a")) == .alreadyExists)
    #expect(kind(insert("a", "a", "elevar")) == .alreadyExists)
    #expect(kind("DELETE FROM tenancy_user_group WHERE code = 'elev'") == .missingReference)
    #expect(
      kind(
        """
        INSERT INTO tenancy_rules_group
          (rule_set, version, code, position, nb, nn, kind, number, votes, may_propose, may_speak,
          chosen_by, names_are_public, user_group)
        VALUES ('trondheim-skole', 1, 'x', 9, 'x', 'x', 'user', '1', true, true, true, 'users', true,
          'ukjent')
        """) == .missingReference)
  }
}
