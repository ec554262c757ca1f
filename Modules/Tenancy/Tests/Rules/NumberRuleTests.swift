import Kernel
import TestKit
import Testing

@testable import Tenancy

@Suite struct NumberRuleTests {
  @Test(
    arguments: [
      ("", NumberRule.any), ("5", .oneOf([5])), ("3,5", .oneOf([3, 5])),
      ("5, 3,3", .oneOf([3, 5])),
      ("2-6", .range(2...6)), ("=forelder", .sameAs("forelder")),
      ("org:11", .onePerOrganisation(atMost: 11)), ("org", .onePerOrganisation(atMost: 60)),
    ])
  func readsAShortText(_ text: String, _ rule: NumberRule) {
    #expect(NumberRule(text) == rule)
    #expect(NumberRule(rule.code) == rule)
  }

  @Test(arguments: ["x", "-1", "3,", "6-2", "2-", "1-2-3", "61", "=", "org:", "org:0", "3;5", "٣"])
  func refusesAnythingElse(_ text: String) {
    #expect(NumberRule(text) == nil)
  }

  @Test func threeOrFiveIsNotFour() {
    let rule = NumberRule.oneOf([3, 5])
    #expect((0...6).filter { rule.allows($0) } == [3, 5])
    #expect(rule.fewest == 3 && rule.greatest == 5)
    #expect(rule.text.nb == "3 eller 5")
  }

  @Test func asManyAsAnotherGroup() {
    let rule = NumberRule.sameAs("forelder")
    #expect(rule.allows(2, among: ["forelder": 2]))
    #expect(!rule.allows(1, among: ["forelder": 2]))
    #expect(rule.allows(0))
  }

  @Test(
    arguments: [
      (NumberRule.range(2...2), "2"), (.range(0...4), "høyst 4"), (.range(2...4), "fra 2 til 4"),
      (.oneOf([1, 2, 3]), "1, 2 eller 3"),
      (.onePerOrganisation(atMost: 11), "én fra hver organisasjon, høyst 11"),
    ])
  func saysItInWords(_ rule: NumberRule, _ words: String) {
    #expect(rule.text.nb == words)
  }
}
