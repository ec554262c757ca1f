import Database
import Kernel
import UseCases

extension RuleSets {
  /// Adds a type of council that a kommune starts with.
  static func add(_ rules: RuleSet, in transaction: borrowing Transaction) throws {
    _ = try add(rules, .preset) { try transaction.run($0) }
  }

  /// Adds a type of council with its first version; false when the kommune has one of that code.
  static func add(
    _ rules: RuleSet, _ decision: RuleDecision, in work: borrowing Work
  ) throws -> Bool {
    try add(rules, decision) { try work.run($0) }
  }

  /// Adds a version of a rule set.
  package static func save(
    _ rules: RuleSet, _ decision: RuleDecision, in transaction: borrowing Transaction
  ) throws {
    _ = try save(rules, decision) { try transaction.run($0) }
  }

  /// Adds a version of a rule set; false when somebody was first with a version of that number.
  package static func save(
    _ rules: RuleSet, _ decision: RuleDecision, in work: borrowing Work
  ) throws -> Bool {
    try save(rules, decision) { try work.run($0) }
  }

  private static func add(
    _ rules: RuleSet, _ decision: RuleDecision, _ run: (SQL) throws -> Int
  ) throws -> Bool {
    let added = try run(
      """
      INSERT INTO tenancy_council_type (code) VALUES (\(rules.code)) ON CONFLICT DO NOTHING
      """)
    guard added == 1 else { return false }
    return try save(rules, decision, run)
  }

  private static func save(
    _ rules: RuleSet, _ decision: RuleDecision, _ run: (SQL) throws -> Int
  ) throws -> Bool {
    let columns = RuleSet.fields.reduce("" as SQL) { "\($0), \($1.column)" }
    let values = RuleSet.fields.reduce("" as SQL) { "\($0), \($1.bound(rules))" }
    // The key decides, not a look beforehand, so that of two people at once one is told.
    let added = try run(
      """
      INSERT INTO tenancy_rules
        (rule_set, version, valid_from, decided_by, decided_on, document_link, nb, nn\(columns))
      VALUES (\(rules.code), \(rules.version), \(decision.validFrom), \(decision.decidedBy),
        \(decision.decidedOn), \(decision.documentLink), \(rules.name.nb), \(rules.name.nn)\(values))
      ON CONFLICT DO NOTHING
      """)
    guard added == 1 else { return false }
    for type in rules.unitTypes {
      _ = try run(
        """
        INSERT INTO tenancy_rules_unit_type (rule_set, version, unit_type, is_mandatory)
        VALUES (\(rules.code), \(rules.version), \(type), \(rules.isMandatory))
        """)
    }
    for (position, group) in rules.groups.enumerated() {
      _ = try run(
        """
        INSERT INTO tenancy_rules_group
          (rule_set, version, code, position, nb, nn, kind, number, votes, may_propose, may_speak,
          chosen_by, chosen_by_nb, chosen_by_nn, names_are_public, user_group)
        VALUES (\(rules.code), \(rules.version), \(group.code), \(position), \(group.name.nb),
          \(group.name.nn), \(group.kind), \(group.number), \(group.votes), \(group.mayPropose),
          \(group.maySpeak), \(group.chosenBy), \(group.chosenByName?.nb), \(group.chosenByName?.nn),
          \(group.namesArePublic), \(group.userGroup?.code))
        """)
    }
    return true
  }
}
