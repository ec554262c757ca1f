import Database
import TestKit
import Testing

@testable import Councils
@testable import Tenancy

@Suite struct TypeChoiceTests {
  @Test("Two types of the same name are told apart in the search", arguments: Engine.available)
  func tellsTypesApart(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let before = TestClient(kommune).page("/rad").text
    #expect(before.contains("value=\"trondheim-skole\">\(RuleSet.trondheimSchool.name.nb)<"))
    var rules = RuleSet.trondheimSchool
    rules.code = "to"
    try Store(kommune.location).transaction(of: kommune.tenant.id) { transaction in
      try RuleSets.add(rules, in: transaction)
    }
    let page = TestClient(kommune).page("/rad").text
    for code in ["trondheim-skole", "to"] {
      #expect(page.contains("\(rules.name.nb) (\(code))<"))
    }
  }
}
