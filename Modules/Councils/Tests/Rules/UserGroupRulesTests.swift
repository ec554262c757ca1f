import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Identity
@testable import Tenancy

/// Whom a group of seats speaks for is one of the rules, kept with every version of them.
@Suite struct UserGroupRulesTests {
  private static let page = "/regler/trondheim-skole/endring"
  private static let saving = "/regler/trondheim-skole/lagring"

  /// The groups of a school, all speaking for one user group.
  static func groups(of userGroup: String?) throws -> Value {
    guard case .list(let groups) = try RuleSet.trondheimSchool.request()["groups"] else {
      return .null
    }
    return .list(
      groups.map { group in
        guard case .object(var fields) = group else { return group }
        fields["userGroup"] = userGroup.map { .text($0) } ?? .null
        return .object(fields)
      })
  }

  @Test("R054: the rules' form says whom a group speaks for", arguments: Engine.available)
  func chosenByForm(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let ada = try kommune.addPerson("Ada", "ada@example.org", .administrator)
    let member = try ada.member.orNotFound()
    let client = TestClient(kommune)
    client.token = try kommune.work { try Session.start(for: member.id, in: $0).token }
    try kommune.run(
      AddUserGroup.self, ["code": "minoritet", "name": "minoriteter", "nameNn": "minoritetar"])
    var form = FilledForm(client.page(Self.page).text, to: Self.page)
    #expect(form["groups.0.userGroup"] == "forelder")
    #expect(form["groups.2.userGroup"] == "")
    form["groups.1.userGroup"] = "minoritet"
    form["groups.0.userGroup"] = ""
    form["validFrom"] = "2026-08-17"
    form["decidedBy"] = "bystyret"

    let preview = client.submit(Self.page, form.body)

    #expect(preview.text.contains("navnene er ikke åpne, taler for minoriteter</td>"))
    let kept = FilledForm(preview.text, to: Self.saving)
    #expect(client.submit(Self.saving, kept.body).status == 303)
    let rules = try kommune.run(ReadRuleSet.self, as: .visitor, ["ruleSet": "trondheim-skole"])
      .rules
    #expect(rules.groups.map { $0.userGroup?.code } == [nil, "minoritet", nil])
    let page = client.page("/regler/trondheim-skole").text
    #expect(page.contains("<td data-label=\"Taler for\">minoriteter</td>"))
    let first: String? = try kommune.value(
      """
      SELECT user_group FROM tenancy_rules_group
      WHERE rule_set = 'trondheim-skole' AND version = 1 AND code = 'forelder'
      """)
    #expect(first == "forelder")
  }

  @Test("R054: one that is not on the list is refused", arguments: Engine.available)
  func refusesTheUnknown(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let request = try RuleSet.trondheimSchool.request(["groups": Self.groups(of: "ukjent")])
    try kommune.expect(code: "rules-do-not-hold-together") {
      try kommune.run(ChangeRuleSet.self, request)
    }
    try kommune.expect(code: "rules-do-not-hold-together") {
      try kommune.run(PreviewRuleChange.self, request)
    }
  }

  @Test("Nobody removes what somebody names at the same time", arguments: Engine.available)
  func twoAtOnce(_ engine: Engine) throws {
    func action<Action: UseCase & Readable>(
      _ action: Action.Type, _ values: [String: Value]
    ) throws -> (Action, Actor) {
      var input = Input(values)
      let action = Action(&input)
      try input.finish()
      return (action, .host)
    }
    let rules = try action(
      ChangeRuleSet.self,
      RuleSet.trondheimSchool.request(["groups": Self.groups(of: "pasient")]))
    let removal = try action(RemoveUserGroup.self, ["userGroup": "pasient"])
    let first = try Kommune(on: engine)
    #expect(try first.overlap(rules, removal) == "rules-name-the-group")
    let second = try Kommune(on: engine)
    #expect(try second.overlap(removal, rules) == "rules-do-not-hold-together")
    let third = try Kommune(on: engine)
    let added = try action(
      AddRuleSet.self,
      ["library": "koml-eldrerad", "code": "eldrerad", "decidedBy": "kommunestyret"])
    let other = try action(RemoveUserGroup.self, ["userGroup": "eldre"])
    #expect(try third.overlap(added, other) == "rules-name-the-group")
    let fourth = try Kommune(on: engine)
    #expect(try fourth.overlap(other, added) == nil)
    #expect(try fourth.run(ListUserGroups.self).contains { $0.group.code == "eldre" })
  }

  @Test("R054: a council says whom it speaks for", arguments: Engine.available)
  func shownOfTheCouncil(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let id = try kommune.schoolsWithCouncils(1)[0].id
    let client = TestClient(kommune)
    #expect(
      client.page("/rad/\(id)").text
        .contains("<dt>Taler for</dt><dd>foreldre, elever</dd>"))
    #expect(
      client.api(.get, "/councils/\(id)").text
        .contains("\"userGroups\":[\"forelder\",\"elev\"]"))
    #expect(
      client.api(.get, "/rule-sets/trondheim-skole").text.contains("\"userGroup\":\"elev\""))

    try kommune.run(
      ChangeRuleSet.self, RuleSet.trondheimSchool.request(["groups": Self.groups(of: nil)]))
    #expect(!client.page("/rad/\(id)").text.contains("Taler for"))
  }
}
