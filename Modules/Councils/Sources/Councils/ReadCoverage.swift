import Database
import HTML
import Kernel
import Tenancy
import UseCases
import Web

/// Tells how many units shall or may have a council of each type, and how many have one at work
/// (R043, R061), above the list of those that shall and have none.
package struct ReadCoverage: UseCase, Readable {
  let missing: ListMissingCouncils

  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) { missing = ListMissingCouncils(&input) }

  package func perform(in work: borrowing Work) throws -> Coverage {
    let rules = try RuleSets.all(in: work)
    let counts = try work.rows(
      """
      SELECT n.type, n.rule_set, n.is_mandatory, count(*),
        count(CASE WHEN n.seated > 0 THEN 1 END),
        count(CASE WHEN n.seated = 0 AND n.at_work > 0 THEN 1 END)
      FROM \(UnitNeed.rows(in: work)) GROUP BY n.type, n.rule_set, n.is_mandatory
      """, as: UnitCoverage.init)
    let types = UnitType.allCases.flatMap { type in
      rules.compactMap { rules in counts.first { $0.type == type && $0.ruleSet == rules.code } }
    }
    return Coverage(types: types, rules: rules, missing: try missing.perform(in: work))
  }

  static let routes = Route.reading(
    Self.self, api: "/councils/coverage", page: CouncilsPaths.missingCouncils,
    "How many units shall or may have a council of a type, have one, and lack one.",
    view: CoveragePage.view)
}

/// How far the units of one kind have the council of one type that they shall or may have.
package struct UnitCoverage: JSONRecord {
  let type: UnitType
  let ruleSet: String
  let isMandatory: Bool
  let units: Int
  /// Those with such a council at work and somebody in it.
  let have: Int
  /// Those with such a council at work and nobody in it.
  let empty: Int

  var without: Int { units - have - empty }

  package static let shape = Shape<UnitCoverage>(
    "UnitCoverage",
    [
      Field("unitType", "The kind of unit.") { $0.type },
      Field("ruleSet", "The code of the rule set for the type of council.") { $0.ruleSet },
      Field("isMandatory", "Whether each shall have a council; or else each may.") {
        $0.isMandatory
      },
      Field("units", "How many units there are.") { $0.units },
      Field("have", "How many of them have such a council at work and somebody in it.") { $0.have },
      Field("empty", "How many have one at work with nobody in it today.") { $0.empty },
      Field("lack", "How many shall have one and have none with anybody in it.") {
        $0.isMandatory ? $0.units - $0.have : 0
      },
    ])
}

/// How far the kommune has the councils it shall and may have, with a page of those that lack.
package struct Coverage: JSONRecord {
  let types: [UnitCoverage]
  let rules: [RuleSet]
  let missing: ListPage<MissingCouncil>

  package static let shape = Shape<Coverage>(
    "Coverage",
    [
      Field("unitTypes", "The kinds of units and types of council for which there are rules.") {
        $0.types
      },
      Field("data", "The units that shall have a council of a type and have none.") {
        $0.missing.data
      },
      Field("next", "The cursor of the next page of them, or null.") { $0.missing.next },
    ])

  /// What the type of council is called.
  func name(of ruleSet: String) -> Text {
    rules.first { $0.code == ruleSet }?.name ?? Text(same: ruleSet)
  }
}
