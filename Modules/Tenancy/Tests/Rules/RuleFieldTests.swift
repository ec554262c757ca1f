import Database
import Kernel
import TestKit
import Testing
import UseCases

@testable import Tenancy

/// Every question stands once, and nothing is lost on the way to the database and back.
@Suite struct RuleFieldTests {
  @Test func everyAnswerHasItsQuestion() {
    let others: Set = ["code", "version", "name", "groups", "unitTypes", "isMandatory"]
    let answers = Mirror(reflecting: RuleSet.hadsel).children.compactMap(\.label)

    #expect(Set(answers).subtracting(others) == Set(RuleSet.fields.map(\.name)))
    #expect(RuleSet.fields.count == answers.count - others.count)
  }

  @Test func everyQuestionIsExplained() {
    for field in RuleSet.fields {
      for text in [field.title, field.help] {
        #expect(!text.nb.isEmpty && !text.nn.isEmpty, "\(field.name)")
      }
      #expect(field.help.en.hasSuffix("."), "\(field.name)")
    }
  }

  @Test("The rules of real kommuner come back as they were written", arguments: Engine.available)
  func nothingIsLost(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine, preset: "ringebu")
    try Store(kommune.location).transaction(of: kommune.tenant.id) { transaction in
      for rules in RuleLibrary.all where rules.code != "ringebu-brukerrad" {
        try RuleSets.add(rules, in: transaction)
      }
    }

    let found = try kommune.run(ListRuleSets.self, as: .visitor)

    #expect(found.map(\.code) == RuleLibrary.all.map(\.code).sorted())
    for written in RuleLibrary.all {
      #expect(found.first { $0.code == written.code } == written)
    }
  }

  @Test func differencesAreNamed() {
    var other = RuleSet.hadsel
    other.termYears = 4
    other.fulfils = [.parentCommittee]

    #expect(RuleSet.hadsel.differences(from: other).map(\.name) == ["fulfils", "termYears"])
    #expect(RuleSet.hadsel.differences(from: .hadsel).isEmpty)
  }

  @Test("A version holds from its day", arguments: Engine.available)
  func aVersionHoldsFromItsDay(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    var next = RuleSet.trondheimSchool
    next.version = 2
    next.answerDays = 14
    let decision = RuleDecision(
      validFrom: day(2027, 1, 1), decidedBy: "bystyret", decidedOn: day(2026, 8, 1),
      documentLink: nil)
    try kommune.save(next, decision)
    func answerDays() throws -> Int? {
      try kommune.run(ListRuleSets.self, as: .visitor).first { $0.code == next.code }?.answerDays
    }

    #expect(try answerDays() == 30)
    kommune.now = Instant(day(2026, 12, 31), hour: 22)
    #expect(try answerDays() == 30)
    kommune.now = Instant(day(2027, 1, 1), hour: 8)
    #expect(try answerDays() == 14)
  }

  @Test(
    "What was decided does not change, and no refusal goes without reasons",
    arguments: Engine.available)
  func theDatabaseGuards(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    func kind(_ statement: SQL) throws -> DatabaseError.Kind? {
      do {
        try kommune.sql(statement)
        return nil
      } catch let error as DatabaseError { return error.kind }
    }

    #expect(try kind("UPDATE tenancy_rules SET answer_days = 400") != nil)
    #expect(try kind("DELETE FROM tenancy_rules_group") != nil)
    #expect(
      try kind(
        """
        INSERT INTO tenancy_rules
          (rule_set, version, valid_from, decided_by, nb, nn, size, deputies, term_years, quorum,
          answer_days, reasons)
        VALUES ('trondheim-skole', 2, '2027-01-01', 'bystyret', 'a', 'a', '', 'none', 2, 'none', 30,
          'never')
        """) == .checkFailed)
  }
}
