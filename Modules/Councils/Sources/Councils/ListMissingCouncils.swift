import Database
import Kernel
import Tenancy
import UseCases
import Web

/// Lists the units that shall have a council of their own and have none at work (R061).
package struct ListMissingCouncils: UseCase, Readable {
  let paging: Paging

  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) { paging = input.paging() }

  package func perform(in work: borrowing Work) throws -> ListPage<MissingCouncil> {
    let after = paging.after.map { "AND (u.name, u.id) > (\($0.key), \($0.id))" as SQL } ?? ""
    let units = try work.rows(
      """
      SELECT u.id, u.name, u.type, u.area, m.rule_set
      FROM \(ServiceUnit.table) u JOIN \(RuleSets.mandatory(in: work)) m ON m.unit_type = u.type
      WHERE NOT EXISTS (SELECT 1 FROM councils_council c
        WHERE c.unit_id = u.id AND c.status = \(CouncilStatus.constituted)) \(after)
      ORDER BY u.name, u.id LIMIT \(paging.fetch)
      """, as: MissingCouncil.init)
    return ListPage(units, for: paging) { Cursor($0.unitName, $0.unit) }
  }

  static let routes = Route.reading(
    Self.self, api: "/councils/missing", "The units that shall have a council and have none.")
}

/// A unit without the council it shall have.
package struct MissingCouncil: JSONRecord {
  package let unit: ID<ServiceUnit>
  package let unitName: String
  package let unitType: UnitType
  package let area: String
  /// The code of the rule set that demands the council.
  package let ruleSet: String

  package static let shape = Shape<MissingCouncil>(
    "MissingCouncil",
    [
      Field("unit", "The unit's id.") { $0.unit },
      Field("unitName", "The unit's name.") { $0.unitName },
      Field("unitType", "What kind of unit it is.") { $0.unitType },
      Field("area", "Its neighbourhood or zone.") { $0.area },
      Field("ruleSet", "The code of the rule set that demands the council.") { $0.ruleSet },
    ])
}
