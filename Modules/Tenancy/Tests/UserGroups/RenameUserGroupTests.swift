import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Tenancy

@Suite struct RenameUserGroupTests {
  @Test("R054: a new name shows wherever rules name the group", arguments: Engine.available)
  func renames(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.run(
      RenameUserGroup.self, ["userGroup": "elev", "name": "skoleelever", "nameNn": "skuleelevar"])
    let school = try kommune.run(ReadRuleSet.self, as: .visitor, ["ruleSet": "trondheim-skole"])
    #expect(
      school.rules.userGroups.map(\.name) == [
        Text(nb: "foreldre", nn: "foreldre"), Text(nb: "skoleelever", nn: "skuleelevar"),
      ])
    let page = TestClient(kommune).page("/regler/trondheim-skole").text
    #expect(page.contains("<td data-label=\"Taler for\">skoleelever</td>"))
    // Once more the same is no other group's name.
    try kommune.run(
      RenameUserGroup.self, ["userGroup": "elev", "name": "Skoleelever", "nameNn": "skuleelevar"])
  }

  @Test("R054: two groups are never called the same", arguments: Engine.available)
  func refuses(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let names: [[String: Value]] = [
      ["name": "Foreldre", "nameNn": "elevar"], ["name": "elever", "nameNn": "pårørande"],
    ]
    for names in names {
      try kommune.expect(RenameUserGroup.Refusal.nameIsTaken) {
        try kommune.run(RenameUserGroup.self, names.merging(["userGroup": "elev"]) { $1 })
      }
    }
    try kommune.expect(AccessRefusal.thereIsNoSuchRecord) {
      try kommune.run(
        RenameUserGroup.self, ["userGroup": "ukjent", "name": "a", "nameNn": "a"])
    }
  }
}
