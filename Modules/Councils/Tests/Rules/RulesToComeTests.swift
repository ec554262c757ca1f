import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Tenancy

/// What has been decided for later is neither undone by mistake nor in the way of what comes before.
@Suite struct RulesToComeTests {
  private static func change(
    _ rules: RuleSet, reading version: Int, from day: String, in kommune: TestKit.Kommune,
    _ more: [String: Value] = [:], _ set: (inout RuleSet) -> Void
  ) throws {
    var rules = rules
    set(&rules)
    try kommune.run(ChangeRuleSet.self, rules.request(reading: version, from: day, more))
  }

  private static func play(_ engine: Engine) throws -> TestKit.Kommune {
    let kommune = try Kommune(on: engine)
    try change(.trondheimSchool, reading: 1, from: "2027-02-01", in: kommune) {
      $0.size = .oneOf([3, 5])
      $0.groups[1] = $0.groups[1].with(.oneOf([1, 3]))
    }
    return kommune
  }

  @Test(
    "Who sends back the rules of today does not undo, unseen, what is to come",
    arguments: Engine.available)
  func notUndone(_ engine: Engine) throws {
    let kommune = try Self.play(engine)
    let today = try kommune.run(
      ReadRuleSet.self, as: .visitor, ["ruleSet": "trondheim-skole"])
    try kommune.expect(RuleDraftRefusal.readTheRulesToCome(2, from: day(2027, 2, 1))) {
      try Self.change(
        today.rules, reading: today.version, from: "2027-02-01", in: kommune
      ) { $0.noticeDays = 21 }
    }
    // What goes on from the version to come, as it is sent, keeps it.
    let coming = try #require(today.coming.last)
    try Self.change(coming.rules, reading: coming.version, from: "2027-02-01", in: kommune) {
      $0.noticeDays = 21
    }
    kommune.now = Instant(day(2027, 2, 1), hour: 8)
    let rules = try kommune.run(
      ReadRuleSet.self, as: .visitor, ["ruleSet": "trondheim-skole"]
    ).rules
    #expect(rules.size == .oneOf([3, 5]) && rules.noticeDays == 21)
  }

  @Test("The API gives each version the tag that a change names", arguments: Engine.available)
  func tags(_ engine: Engine) throws {
    let client = TestClient(try Self.play(engine))
    let today = client.api(.get, "/rule-sets/trondheim-skole")
    let coming = client.api(.get, "/rule-sets/trondheim-skole/versions/2")
    #expect(today.headers["ETag"] == "\"1\"")
    #expect(coming.headers["ETag"] == "\"2\"")
    #expect(today.text.contains("\"size\":\"3,5\""))
    #expect(coming.text.contains("\"comparedWith\":1"))
  }

  @Test(
    "A slip of the year is refused, and one that got in is withdrawn", arguments: Engine.available)
  func slipOfTheYear(_ engine: Engine) throws {
    let kommune = try Self.play(engine)
    for (odd, refusal) in [
      ("2036-08-01", RuleDraftRefusal.dayIsFarFromToday),
      ("2028-08-18", .dayIsFarFromToday), ("2027-01-31", .laterRulesAreDecided(day(2027, 2, 1))),
    ] {
      try kommune.expect(refusal) {
        try Self.change(.trondheimSchool, reading: 2, from: odd, in: kommune) {
          $0.noticeDays = 21
        }
      }
    }
    try kommune.run(
      WithdrawRules.self,
      [
        "ruleSet": "trondheim-skole", "version": 2, "reason": "Det skulle være i år.",
        "decidedBy": "kommunedirektøren",
      ])
    try Self.change(.trondheimSchool, reading: 1, from: "2026-08-18", in: kommune) {
      $0.noticeDays = 21
    }
    kommune.now = Instant(day(2027, 3, 1), hour: 8)
    let history = try kommune.run(
      ReadRuleSet.self, as: .visitor, ["ruleSet": "trondheim-skole"])
    #expect(history.rules.version == 3)
    #expect(history.rules.size == .oneOf([5]))
  }

  @Test("What is decided on a day to come is not decided", arguments: Engine.available)
  func decidedLater(_ engine: Engine) throws {
    let kommune = try Self.play(engine)
    try kommune.expect(RuleDraftRefusal.decisionIsStillToCome) {
      try Self.change(
        .trondheimSchool, reading: 2, from: "2027-02-01", in: kommune,
        ["decidedOn": "2026-08-18"]
      ) { $0.noticeDays = 21 }
    }
  }
}
