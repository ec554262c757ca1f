import Database
import HTML
import Kernel
import Tenancy
import UseCases
import Web

/// Tells how many units shall or may have a council of their own, and how many have one at work
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
      SELECT u.type, count(DISTINCT u.id),
        count(DISTINCT CASE WHEN c.status = \(CouncilStatus.constituted) THEN u.id END)
      FROM \(ServiceUnit.table) u LEFT JOIN councils_council c ON c.unit_id = u.id GROUP BY u.type
      """, as: UnitCount.init)
    let types = UnitType.allCases.compactMap { type -> UnitCoverage? in
      let rules = rules.filter { $0.unitTypes.contains(type) }
      guard !rules.isEmpty, let count = counts.first(where: { $0.type == type }) else { return nil }
      return UnitCoverage(
        count: count, isMandatory: rules.contains(where: \.isMandatory), rules: rules.map(\.code))
    }
    return Coverage(types: types, missing: try missing.perform(in: work))
  }

  static let routes = Route.reading(
    Self.self, api: "/councils/coverage", page: CouncilsPaths.missingCouncils,
    "How many units shall or may have a council, have one, and lack one.", view: CoveragePage.view)
}

/// The units of one kind, and how many of them have a council at work.
struct UnitCount: Sendable {
  let type: UnitType
  let units: Int
  let have: Int
}

/// How far the units of one kind have the councils they shall or may have.
package struct UnitCoverage: JSONRecord {
  let count: UnitCount
  let isMandatory: Bool
  let rules: [String]

  var without: Int { count.units - count.have }

  package static let shape = Shape<UnitCoverage>(
    "UnitCoverage",
    [
      Field("unitType", "The kind of unit.") { $0.count.type },
      Field("isMandatory", "Whether each shall have a council; or else each may.") {
        $0.isMandatory
      },
      Field("ruleSets", "The codes of the rule sets for it.") { $0.rules },
      Field("units", "How many units there are.") { $0.count.units },
      Field("have", "How many of them have a council at work.") { $0.count.have },
      Field("lack", "How many shall have one and have none.") { $0.isMandatory ? $0.without : 0 },
    ])
}

/// How far the kommune has the councils it shall and may have, with a page of those that lack.
package struct Coverage: JSONRecord {
  let types: [UnitCoverage]
  let missing: ListPage<MissingCouncil>

  package static let shape = Shape<Coverage>(
    "Coverage",
    [
      Field("unitTypes", "The kinds of units for which there are rules.") { $0.types },
      Field("data", "The units that shall have a council and have none.") { $0.missing.data },
      Field("next", "The cursor of the next page of them, or null.") { $0.missing.next },
    ])
}
