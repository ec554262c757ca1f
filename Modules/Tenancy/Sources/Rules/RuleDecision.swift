import Database
import Kernel
import UseCases

/// Who decided a version of a rule set, and from when it holds.
package struct RuleDecision: Sendable {
  package let validFrom: Day
  /// The body or the person, as the kommune names them.
  package let decidedBy: String
  package let decidedOn: Day?
  package let documentLink: String?

  /// A decision of the kommune's own.
  package init(validFrom: Day, decidedBy: String, decidedOn: Day?, documentLink: String?) {
    self.validFrom = validFrom
    self.decidedBy = decidedBy
    self.decidedOn = decidedOn
    self.documentLink = documentLink
  }

  /// The rules a kommune starts with, which nobody there has decided yet; they hold from before the
  /// first council.
  static let preset = RuleDecision(
    validFrom: Day(year: 1900, month: 1, day: 1) ?? Day(daysSince1970: 0), decidedBy: "Samråd",
    decidedOn: nil, documentLink: nil)
}

extension RuleSets {
  /// Adds a type of council with its first version.
  static func add(_ rules: RuleSet, in work: borrowing Transaction) throws {
    try work.run("INSERT INTO tenancy_council_type (code) VALUES (\(rules.code))")
    try save(rules, .preset, in: work)
  }

  /// Adds a version of a rule set.
  package static func save(
    _ rules: RuleSet, _ decision: RuleDecision, in work: borrowing Transaction
  ) throws {
    let columns = RuleSet.fields.reduce("" as SQL) { "\($0), \($1.column)" }
    let values = RuleSet.fields.reduce("" as SQL) { "\($0), \($1.bound(rules))" }
    try work.run(
      """
      INSERT INTO tenancy_rules
        (rule_set, version, valid_from, decided_by, decided_on, document_link, nb, nn\(columns))
      VALUES (\(rules.code), \(rules.version), \(decision.validFrom), \(decision.decidedBy),
        \(decision.decidedOn), \(decision.documentLink), \(rules.name.nb), \(rules.name.nn)\(values))
      """)
    for type in rules.unitTypes {
      try work.run(
        """
        INSERT INTO tenancy_rules_unit_type (rule_set, version, unit_type, is_mandatory)
        VALUES (\(rules.code), \(rules.version), \(type), \(rules.isMandatory))
        """)
    }
    for (position, group) in rules.groups.enumerated() {
      try work.run(
        """
        INSERT INTO tenancy_rules_group
          (rule_set, version, code, position, nb, nn, kind, number, votes, may_propose, may_speak,
          chosen_by, chosen_by_nb, chosen_by_nn, names_are_public)
        VALUES (\(rules.code), \(rules.version), \(group.code), \(position), \(group.name.nb),
          \(group.name.nn), \(group.kind), \(group.number), \(group.votes), \(group.mayPropose),
          \(group.maySpeak), \(group.chosenBy), \(group.chosenByName?.nb), \(group.chosenByName?.nn),
          \(group.namesArePublic))
        """)
    }
  }
}
