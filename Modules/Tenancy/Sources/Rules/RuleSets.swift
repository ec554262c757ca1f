import Database
import Kernel
import UseCases

/// A kommune's rule sets, for the modules that follow them.
package enum RuleSets {
  /// Every rule set of the kommune.
  package static func all(in work: borrowing Work) throws -> [RuleSet] {
    let groups = try work.rows(
      """
      SELECT rule_set, code, nb, nn, minimum, maximum, votes, chosen_by_nb, chosen_by_nn
      FROM tenancy_seat_group ORDER BY rule_set, position
      """, as: GroupRow.init)
    let types = try work.rows(
      """
      SELECT rule_set, unit_type, is_mandatory FROM tenancy_rule_unit_type
      ORDER BY rule_set, unit_type
      """, as: TypeRow.init)
    let rows = try work.rows(
      """
      SELECT code, nb, nn, sizes, term_years, deputies, quorum, answer_days
      FROM tenancy_rule_set ORDER BY code
      """, as: RuleRow.init)
    return rows.map { row in
      row.ruleSet(
        groups: groups.filter { $0.ruleSet == row.code }.map(\.group),
        types: types.filter { $0.ruleSet == row.code })
    }
  }

  /// The rule set of that code, or nil.
  package static func find(_ code: String, in work: borrowing Work) throws -> RuleSet? {
    try all(in: work).first { $0.code == code }
  }

  /// The kinds of units that shall have a council (R061), for other modules' queries to join: one
  /// row with `unit_type` and `rule_set` for each kind.
  package static let mandatory: SQL = """
    (SELECT unit_type, min(rule_set) AS rule_set FROM tenancy_rule_unit_type
    WHERE is_mandatory GROUP BY unit_type)
    """

  static func save(_ rules: RuleSet, in work: borrowing Transaction) throws {
    try work.run(
      """
      INSERT INTO tenancy_rule_set (code, nb, nn, sizes, term_years, deputies, quorum, answer_days)
      VALUES (\(rules.code), \(rules.name.nb), \(rules.name.nn),
        \(rules.sizes.map(String.init).joined(separator: ",")), \(rules.termYears),
        \(rules.deputies), \(rules.quorum), \(rules.answerDays))
      """)
    for type in rules.unitTypes {
      try work.run(
        """
        INSERT INTO tenancy_rule_unit_type (rule_set, unit_type, is_mandatory)
        VALUES (\(rules.code), \(type), \(rules.isMandatory))
        """)
    }
    for (position, group) in rules.groups.enumerated() {
      try work.run(
        """
        INSERT INTO tenancy_seat_group
          (rule_set, code, position, nb, nn, minimum, maximum, votes, chosen_by_nb, chosen_by_nn)
        VALUES (\(rules.code), \(group.code), \(position), \(group.name.nb), \(group.name.nn),
          \(group.minimum), \(group.maximum), \(group.votes), \(group.chosenBy.nb),
          \(group.chosenBy.nn))
        """)
    }
  }
}

private struct RuleRow {
  let code: String
  let nb: String
  let nn: String
  let sizes: String
  let termYears: Int
  let deputies: DeputyRule
  let quorum: QuorumRule
  let answerDays: Int

  func ruleSet(groups: [SeatGroup], types: [TypeRow]) -> RuleSet {
    RuleSet(
      code: code, name: Text(nb: nb, nn: nn),
      sizes: sizes.split(separator: ",").compactMap { Int($0) },
      termYears: termYears, deputies: deputies, quorum: quorum, answerDays: answerDays,
      groups: groups, unitTypes: types.map(\.unitType),
      isMandatory: types.contains { $0.isMandatory })
  }
}

private struct TypeRow {
  let ruleSet: String
  let unitType: UnitType
  let isMandatory: Bool
}

private struct GroupRow {
  let ruleSet: String
  let code: String
  let nb: String
  let nn: String
  let minimum: Int
  let maximum: Int
  let votes: Bool
  let chosenByNb: String
  let chosenByNn: String

  var group: SeatGroup {
    SeatGroup(
      code: code, name: Text(nb: nb, nn: nn), minimum: minimum, maximum: maximum, votes: votes,
      chosenBy: Text(nb: chosenByNb, nn: chosenByNn))
  }
}
