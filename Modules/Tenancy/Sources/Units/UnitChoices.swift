import Database
import Kernel
import UseCases

/// What units and their councils can be told apart by, in words, for forms that search.
package struct UnitChoices: Sendable {
  /// One choice of a list.
  package typealias Choice = (value: String, label: Text)

  /// The neighbourhoods and zones of the units, by name.
  package let areas: [String]
  package let serviceAreas: [Choice]
  package let ruleSets: [Choice]
  package let userGroups: [Choice]

  /// The kommune's own.
  package static func load(in work: borrowing Work) throws -> UnitChoices {
    UnitChoices(
      areas: try work.values("SELECT DISTINCT area FROM tenancy_unit ORDER BY area"),
      serviceAreas: try work.rows(
        "SELECT code, nb, nn FROM tenancy_service_area ORDER BY nb, code", as: choice),
      ruleSets: try RuleSets.names(in: work),
      userGroups: try UserGroup.all(in: work).map { ($0.code, $0.name) })
  }

  static func choice(code: String, nb: String, nn: String) -> Choice {
    (code, Text(nb: nb, nn: nn))
  }
}

extension RuleSets {
  /// What the types of council are called today, without their rules; of two that are called the same,
  /// with the code that tells them apart.
  static func names(in work: borrowing Work) throws -> [UnitChoices.Choice] {
    let choices = try work.rows(
      """
      SELECT r.rule_set, r.nb, r.nn FROM tenancy_rules r WHERE r.version = \(newest(in: work))
      ORDER BY r.nb, r.rule_set
      """, as: UnitChoices.choice)
    return choices.map { value, label in
      let isAlone = choices.count { $0.label.nb == label.nb || $0.label.nn == label.nn } == 1
      return isAlone
        ? (value, label) : (value, Text(nb: "\(label.nb) (\(value))", nn: "\(label.nn) (\(value))"))
    }
  }
}
