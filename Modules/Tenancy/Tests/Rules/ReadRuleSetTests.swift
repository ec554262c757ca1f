import Database
import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Tenancy

@Suite struct ReadRuleSetTests {
  @Test(
    "Anybody can read what the kommune has decided about a council", arguments: Engine.available)
  func everyAnswerIsShown(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let client = TestClient(kommune)

    let list = client.page("/regler")
    let page = client.page("/regler/trondheim-skole")

    #expect(list.text.contains("/regler/trondheim-skole\">brukerråd ved skole</a>"))
    #expect(page.text.contains("<h1>Brukerråd ved skole</h1>"))
    for field in RuleSet.fields { #expect(page.text.contains("<dt>\(field.title.nb)</dt>")) }
    #expect(page.text.contains("personlig vara for hvert medlem"))
    #expect(page.text.contains("Skal finnes ved: skole."))
  }

  @Test("Who decided each version is told, the newest first", arguments: Engine.available)
  func versionsAreTold(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    var next = RuleSet.trondheimSchool
    next.version = 2
    next.termYears = 4
    let decision = RuleDecision(
      validFrom: day(2026, 8, 1), decidedBy: "bystyret", decidedOn: day(2026, 6, 1),
      documentLink: nil)
    try kommune.save(next, decision)

    let history = try kommune.run(
      ReadRuleSet.self, as: .visitor, ["ruleSet": .text("trondheim-skole")])
    let page = TestClient(kommune).page("/regler/trondheim-skole")

    #expect(history.rules.termYears == 4)
    #expect(history.versions.map(\.number) == [2, 1])
    #expect(history.versions.map(\.decidedBy) == ["bystyret", "Samråd"])
    #expect(page.text.contains("bystyret, mandag 1. juni 2026"))
  }

  @Test("A rule set nobody has is not found", arguments: Engine.available)
  func anUnknownOne(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    try kommune.expect(AccessRefusal.thereIsNoSuchRecord) {
      try kommune.run(ReadRuleSet.self, as: .visitor, ["ruleSet": "oslo"])
    }
  }
}

extension TestKit.Kommune {
  /// Saves a version of a rule set.
  func save(_ rules: RuleSet, _ decision: RuleDecision) throws {
    try Store(location).transaction(of: tenant.id) {
      try RuleSets.save(rules, decision, in: $0)
    }
  }
}
