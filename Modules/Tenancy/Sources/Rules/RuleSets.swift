import Database
import Kernel
import UseCases

/// A kommune's rule sets, for the modules that follow them.
///
/// A change is a new version with the day from which it holds; on any day the newest version that
/// holds by then is the one in force.
package enum RuleSets {
  /// Every rule set, as it stands on a day; today when no day is given.
  package static func all(on day: Day? = nil, in work: borrowing Work) throws -> [RuleSet] {
    try read("r.version = \(newest(on: day, in: work))", in: work)
  }

  /// Every rule set as it stands on a day, and stands until the transaction ends: whoever constitutes
  /// a council, and whoever changes the rules it would have, wait for each other.
  package static func held(
    on day: Day? = nil, in work: borrowing Work
  ) throws -> [RuleSet] {
    // One row stands for them all: to take several in no set order could end with two who wait for
    // each other.
    try work.run(
      """
      UPDATE tenancy_council_type SET code = code
      WHERE code = (SELECT min(code) FROM tenancy_council_type)
      """)
    return try all(on: day, in: work)
  }

  /// The rule set of that code as it stands on a day, or nil; today when no day is given.
  package static func find(
    _ code: String, on day: Day? = nil, in work: borrowing Work
  ) throws -> RuleSet? {
    try read("r.rule_set = \(code) AND r.version = \(newest(on: day, in: work))", in: work).first
  }

  /// The first day after another on which other rules of that code begin to hold, if any do.
  package static func nextChange(
    of code: String, after day: Day, in work: borrowing Work
  ) throws -> Day? {
    try work.value(
      """
      SELECT n.valid_from FROM tenancy_rules n
      WHERE n.rule_set = \(code) AND n.valid_from > \(day) AND NOT \(RuleWithdrawal.isOfVersionN)
      ORDER BY n.valid_from LIMIT 1
      """)
  }

  /// The newest version of a rule set, whether it holds already or is still to come, or nil: what a
  /// change goes on from, so that nobody overlooks what has been decided for later.
  package static func newest(_ code: String, in work: borrowing Work) throws -> NewestRules? {
    let versions = try RuleVersion.all(of: code, in: work)
    guard let newest = versions.first(where: { $0.withdrawal == nil }),
      let rules = try version(newest.number, of: code, in: work)
    else { return nil }
    return NewestRules(
      rules: rules, validFrom: newest.validFrom, lastNumber: versions.first?.number ?? 1)
  }

  /// One version of a rule set, whether it holds or not, or nil.
  static func version(
    _ number: Int, of code: String, in work: borrowing Work
  ) throws -> RuleSet? {
    try read("r.rule_set = \(code) AND r.version = \(number)", in: work).first
  }

  /// The kinds of units that shall have a council (R061), for other modules' queries to join: one
  /// row with `unit_type` and `rule_set` for each kind.
  package static func mandatory(in work: borrowing Work) -> SQL {
    """
    (SELECT r.unit_type, min(r.rule_set) AS rule_set FROM tenancy_rules_unit_type r
    WHERE r.is_mandatory AND r.version = \(newest(in: work)) GROUP BY r.unit_type)
    """
  }

  /// The rule sets by which somebody speaks for a user group today, for other modules' queries.
  package static func speaking(for userGroup: String, in work: borrowing Work) -> SQL {
    """
    (SELECT r.rule_set FROM tenancy_rules_group r
    WHERE r.user_group = \(userGroup) AND r.version = \(newest(in: work)))
    """
  }

  /// The version of `r` that is in force on a day.
  ///
  /// What was in force on a day that has passed binds nobody who chooses a council now.
  static func newest(on day: Day? = nil, in work: borrowing Work) -> SQL {
    let today = OsloTime(work.now).day
    return """
      (SELECT max(n.version) FROM tenancy_rules n
      WHERE n.rule_set = r.rule_set AND n.valid_from <= \(max(day ?? today, today))
        AND NOT \(RuleWithdrawal.isOfVersionN))
      """
  }

  static func read(_ condition: SQL, in work: borrowing Work) throws -> [RuleSet] {
    let groups = try work.rows(
      """
      SELECT r.rule_set, r.code, r.nb, r.nn, r.kind, r.number, r.votes, r.may_propose, r.may_speak,
        r.chosen_by, r.chosen_by_nb, r.chosen_by_nn, r.names_are_public, u.code, u.nb, u.nn
      FROM tenancy_rules_group r LEFT JOIN tenancy_user_group u ON u.code = r.user_group
      WHERE \(condition) ORDER BY r.position
      """, as: GroupRow.init)
    let types = try work.rows(
      """
      SELECT r.rule_set, r.unit_type, r.is_mandatory FROM tenancy_rules_unit_type r
      WHERE \(condition)
      """, as: TypeRow.init)
    var found: [RuleSet] = []
    try work.execute(
      """
      SELECT r.rule_set, r.nb, r.nn, r.version\(columns) FROM tenancy_rules r
      WHERE \(condition) ORDER BY r.rule_set
      """
    ) { row in
      found.append(try RuleSet(from: &row, groups, types))
    }
    return found
  }

  private static let columns = RuleSet.fields.reduce("" as SQL) { "\($0), r.\($1.column)" }
}

extension RuleSet {
  fileprivate init(from row: inout Row, _ groups: [GroupRow], _ types: [TypeRow]) throws {
    let code: String = try row.next()
    self.init(
      code, Text(nb: try row.next(), nn: try row.next()),
      groups.filter { $0.ruleSet == code }.map(\.group))
    version = try row.next()
    for field in Self.fields { try field.load(&self, &row) }
    let types = types.filter { $0.ruleSet == code }
    unitTypes = UnitType.allCases.filter { type in types.contains { $0.unitType == type } }
    isMandatory = types.contains { $0.isMandatory }
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
  let kind: GroupKind
  let number: NumberRule
  let votes: Bool
  let mayPropose: Bool
  let maySpeak: Bool
  let chosenBy: ElectingBody
  let chosenByNb: String?
  let chosenByNn: String?
  let namesArePublic: Bool
  let userGroup: String?
  let userGroupNb: String?
  let userGroupNn: String?

  var group: SeatGroup {
    SeatGroup(
      code, Text(nb: nb, nn: nn), kind, number, votes: votes, mayPropose: mayPropose,
      maySpeak: maySpeak, by: chosenBy,
      called: chosenByNb.map { Text(nb: $0, nn: chosenByNn ?? $0) },
      namesArePublic: namesArePublic, for: speaksFor)
  }

  private var speaksFor: UserGroup? {
    guard let userGroup, let userGroupNb, let userGroupNn else { return nil }
    return UserGroup.row(code: userGroup, nb: userGroupNb, nn: userGroupNn)
  }
}
