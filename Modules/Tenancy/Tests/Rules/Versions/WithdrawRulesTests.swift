import Database
import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Identity
@testable import Tenancy

@Suite struct WithdrawRulesTests {
  private static func request(
    _ version: Int, _ more: [String: Value] = [:]
  ) -> [String: Value] {
    let request: [String: Value] = [
      "ruleSet": "trondheim-skole", "version": .number(version),
      "reason": "Året var skrevet feil.", "decidedBy": "kommunedirektøren",
    ]
    return request.merging(more) { $1 }
  }

  private static func action(_ version: Int) throws -> WithdrawRules {
    var input = Input(request(version))
    let action = WithdrawRules(&input)
    try input.finish()
    return action
  }

  @Test(
    "What is withdrawn never holds, and stays readable with who and why",
    arguments: Engine.available)
  func withdraws(_ engine: Engine) throws {
    let kommune = try ReadRuleVersionTests.play(engine)

    let history = try kommune.run(WithdrawRules.self, Self.request(4))
    let page = TestClient(kommune).page("/regler/trondheim-skole/utgaver/4").text

    #expect(history.coming.map(\.version) == [3])
    #expect(history.versions.first?.withdrawal?.reason == "Året var skrevet feil.")
    #expect(page.contains("Trukket tilbake mandag 17. august 2026 av kommunedirektøren"))
    #expect(
      TestClient(kommune).page("/regler/trondheim-skole").text.contains(">trukket tilbake</td>"))
    kommune.now = Instant(day(2027, 9, 1), hour: 8)
    let later = try kommune.run(
      ReadRuleSet.self, as: .visitor, ["ruleSet": "trondheim-skole"])
    #expect(later.rules.version == 3)
    #expect(later.rules.noticeDays == RuleSet.trondheimSchool.noticeDays)
  }

  @Test("The last one goes first, and its number is not used again", arguments: Engine.available)
  func oneByOne(_ engine: Engine) throws {
    let kommune = try ReadRuleVersionTests.play(engine)
    try kommune.expect(VersionRefusal.recordHasChanged) {
      try kommune.run(WithdrawRules.self, Self.request(3))
    }
    try kommune.run(WithdrawRules.self, Self.request(4))
    try kommune.run(WithdrawRules.self, Self.request(3))
    let newest = try kommune.work(as: .host, .read) {
      try RuleSets.newest("trondheim-skole", in: $0)
    }
    #expect(newest?.rules.version == 2)
    #expect(newest?.lastNumber == 4)
  }

  @Test(
    "What holds is not withdrawn, nor anything without a reason", arguments: Engine.available)
  func refuses(_ engine: Engine) throws {
    let kommune = try ReadRuleVersionTests.play(engine)
    try kommune.expect(WithdrawRules.Refusal.giveAReason) {
      try kommune.run(WithdrawRules.self, Self.request(4, ["reason": "feil år"]))
    }
    try kommune.expect(AccessRefusal.thereIsNoSuchRecord) {
      try kommune.run(WithdrawRules.self, Self.request(4, ["ruleSet": "oslo"]))
    }
    kommune.now = Instant(day(2027, 8, 1), hour: 8)
    try kommune.expect(WithdrawRules.Refusal.rulesHoldAlready) {
      try kommune.run(WithdrawRules.self, Self.request(4))
    }
  }

  @Test("Only an administrator withdraws, on the type's own page", arguments: Engine.available)
  func onlyAdministrators(_ engine: Engine) throws {
    let kommune = try ReadRuleVersionTests.play(engine)
    let secretary = try kommune.addPerson("Siri", "siri@example.org", .secretary)
    try kommune.expect(AccessRefusal.youMayNotDoThis) {
      try kommune.run(Self.action(4), as: secretary)
    }
    let ada = try kommune.addPerson("Ada", "ada@example.org", .administrator)
    let member = try ada.member.orNotFound()
    let client = TestClient(kommune)
    #expect(!client.page("/regler/trondheim-skole").text.contains("tilbaketrekking"))
    client.token = try kommune.work { try Session.start(for: member.id, in: $0).token }
    let page = client.page("/regler/trondheim-skole").text
    #expect(page.split(separator: "/regler/trondheim-skole/tilbaketrekking\"").count == 2)
    #expect(page.contains("name=\"version\" value=\"4\""))
  }

  @Test("Of two who withdraw at once, one is told", arguments: Engine.available)
  func twoAtOnce(_ engine: Engine) throws {
    let kommune = try ReadRuleVersionTests.play(engine)
    let refusal = try kommune.overlap((Self.action(4), .host), (Self.action(4), .host))
    #expect(refusal == "record-has-changed")
  }

  @Test("The database keeps the reason", arguments: Engine.available)
  func theDatabaseGuards(_ engine: Engine) throws {
    let kommune = try ReadRuleVersionTests.play(engine)
    try kommune.run(WithdrawRules.self, Self.request(4))
    func insert(_ version: Int, _ reason: String) -> SQL {
      """
      INSERT INTO tenancy_rules_withdrawal (rule_set, version, reason, decided_by, withdrawn_at)
      VALUES ('trondheim-skole', \(version), \(reason), 'noen', 1)
      """
    }
    for odd in [
      insert(3, "  kort  "), insert(1, "Den første blir stående."), insert(9, "Ukjent, helt"),
    ] {
      #expect(throws: DatabaseError.self) { try kommune.sql(odd) }
    }
    #expect(throws: DatabaseError.self) {
      try kommune.sql("UPDATE tenancy_rules_withdrawal SET reason = 'en helt annen grunn'")
    }
    #expect(throws: DatabaseError.self) {
      try kommune.sql("DELETE FROM tenancy_rules_withdrawal")
    }
  }
}
