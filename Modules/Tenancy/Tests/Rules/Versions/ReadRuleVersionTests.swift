import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Tenancy

@Suite struct ReadRuleVersionTests {
  /// The rules for schools as they were, as they are since 1 August, and two changes to come.
  static func play(_ engine: Engine) throws -> TestKit.Kommune {
    let kommune = try Kommune(on: engine)
    var rules = RuleSet.trondheimSchool
    func decide(
      _ number: Int, from day: Day, by body: String, _ set: (inout RuleSet) -> Void
    ) throws {
      rules.version = number
      set(&rules)
      try kommune.save(
        rules,
        RuleDecision(
          validFrom: day, decidedBy: body, decidedOn: Day("2026-06-18"),
          documentLink: "sak \(number)"
        ))
    }
    try decide(2, from: day(2026, 8, 1), by: "bystyret") { $0.answerDays = 14 }
    try decide(3, from: day(2027, 2, 1), by: "utvalget") { $0.size = .oneOf([3, 5]) }
    try decide(4, from: day(2027, 8, 1), by: "formannskapet") { $0.noticeDays = 21 }
    return kommune
  }

  private static func read(_ number: Int, in kommune: TestKit.Kommune) throws -> RuleVersionDetails
  {
    try kommune.run(
      ReadRuleVersion.self, as: .visitor,
      ["ruleSet": "trondheim-skole", "number": .number(number)])
  }

  @Test(
    "Who decided which rule when can be read long after it held",
    arguments: Engine.available)
  func everyVersion(_ engine: Engine) throws {
    let kommune = try Self.play(engine)

    let first = try Self.read(1, in: kommune)
    let second = try Self.read(2, in: kommune)
    let last = try Self.read(4, in: kommune)

    #expect(first.rules == .trondheimSchool)
    #expect(first.before == nil && first.changes.isEmpty)
    #expect(second.decision.decidedBy == "bystyret")
    #expect(second.decision.documentLink == "sak 2")
    #expect(second.changes.map(\.field) == ["answerDays"])
    #expect(last.rules.size == .oneOf([3, 5]) && last.rules.noticeDays == 21)
    #expect(last.changes.map(\.field) == ["noticeDays"])
    try kommune.expect(AccessRefusal.thereIsNoSuchRecord) { _ = try Self.read(5, in: kommune) }
  }

  @Test("Each has its page, and the list leads there", arguments: Engine.available)
  func pages(_ engine: Engine) throws {
    let client = TestClient(try Self.play(engine))

    let list = client.page("/regler/trondheim-skole").text
    let old = client.page("/regler/trondheim-skole/utgaver/1").text
    let next = client.page("/regler/trondheim-skole/utgaver/2").text

    for number in 1...4 { #expect(list.contains("/regler/trondheim-skole/utgaver/\(number)\"")) }
    #expect(old.contains("<h1>Brukerråd ved skole, utgave 1</h1>"))
    for field in RuleSet.fields { #expect(old.contains("<dt>\(field.title.nb)</dt>")) }
    #expect(!old.contains("Endret fra"))
    #expect(next.contains("Gjelder fra lørdag 1. august 2026."))
    #expect(next.contains("Bestemt av bystyret, torsdag 18. juni 2026. sak 2"))
    #expect(next.contains("<h2>Endret fra utgave 1</h2>"))
    #expect(next.contains("<td data-label=\"Før\">30</td><td data-label=\"Etter\">14</td>"))
    for odd in ["5", "0", "x"] {
      #expect(client.page("/regler/trondheim-skole/utgaver/\(odd)").status == 404)
    }
  }

  @Test(
    "What is decided for later stands by its own day, each change beside the one before",
    arguments: Engine.available)
  func coming(_ engine: Engine) throws {
    let kommune = try Self.play(engine)
    let history = try kommune.run(
      ReadRuleSet.self, as: .visitor, ["ruleSet": "trondheim-skole"])
    let page = TestClient(kommune).page("/regler/trondheim-skole").text

    #expect(history.version == 2)
    #expect(history.coming.map(\.version) == [3, 4])
    #expect(history.coming.map { $0.changes.map(\.field) } == [["size"], ["noticeDays"]])
    let sections = page.split(separator: "<h2>Endres fra ").dropFirst()
    #expect(
      sections.map { $0.prefix { $0 != "<" } } == [
        "mandag 1. februar 2027", "søndag 1. august 2027",
      ])
    #expect(sections.first?.contains("<td data-label=\"Etter\">3 eller 5</td>") == true)
    #expect(sections.last?.contains("<td data-label=\"Etter\">3 eller 5</td>") == false)
  }

  @Test("Of two for one day only the last one is to come", arguments: Engine.available)
  func replaced(_ engine: Engine) throws {
    let kommune = try Self.play(engine)
    var rules = try Self.read(4, in: kommune).rules
    rules.version = 5
    rules.noticeDays = 7
    try kommune.save(
      rules,
      RuleDecision(
        validFrom: day(2027, 8, 1), decidedBy: "bystyret", decidedOn: nil, documentLink: nil))
    let history = try kommune.run(
      ReadRuleSet.self, as: .visitor, ["ruleSet": "trondheim-skole"])
    #expect(history.coming.map(\.version) == [3, 5])
  }

  @Test("The first day of a type that was added is told", arguments: Engine.available)
  func firstDay(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let added: [String: Value] = [
      "library": "hadsel-brukerutvalg", "code": "brukerutvalg", "decidedBy": "kommunestyret",
    ]
    try kommune.run(AddRuleSet.self, added)
    #expect(
      TestClient(kommune).page("/regler/brukerutvalg").text
        .contains("<td data-label=\"Gjelder fra\">mandag 17. august 2026</td>"))
    try kommune.expect(RuleDraftRefusal.decisionIsStillToCome) {
      try kommune.run(
        AddRuleSet.self,
        added.merging(["code": "enda-en", "decidedOn": "2026-08-18"]) { $1 })
    }
  }
}
