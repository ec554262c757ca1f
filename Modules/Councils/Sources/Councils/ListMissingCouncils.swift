import Database
import Kernel
import Tenancy
import UseCases
import Web

/// Lists the units that shall have a council of a type and have none at work with anybody in it
/// (R061): a line for each unit and type.
package struct ListMissingCouncils: UseCase, Readable {
  let paging: Paging

  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) { paging = input.paging() }

  package func perform(in work: borrowing Work) throws -> ListPage<MissingCouncil> {
    let units = try work.rows(
      """
      SELECT n.id, n.name, n.type, n.area, n.rule_set, n.at_work FROM \(UnitNeed.rows(in: work))
      WHERE n.is_mandatory AND n.seated = 0 \(after)
      ORDER BY n.name, n.id, n.rule_set LIMIT \(paging.fetch)
      """, as: MissingCouncil.init)
    return ListPage(units, for: paging) { Cursor("\($0.ruleSet)/\($0.unitName)", $0.unit) }
  }

  /// The cursor's key is the code and the unit's name, since a page may end between two types.
  private var after: SQL {
    guard let cursor = paging.after else { return "" }
    let code = cursor.key.prefix { $0 != "/" }
    let name = cursor.key.dropFirst(code.count + 1)
    return "AND (n.name, n.id, n.rule_set) > (\(String(name)), \(cursor.id), \(String(code)))"
  }

  static let routes = Route.reading(
    Self.self, api: "/councils/missing",
    "The units that shall have a council of a type and have none with anybody in it.")
}

/// A unit without a council it shall have.
package struct MissingCouncil: JSONRecord {
  package let unit: ID<ServiceUnit>
  package let unitName: String
  package let unitType: UnitType
  package let area: String
  /// The code of the rule set that demands the council.
  package let ruleSet: String
  /// How many such councils are at work there with nobody in them.
  let empty: Int

  package static let shape = Shape<MissingCouncil>(
    "MissingCouncil",
    [
      Field("unit", "The unit's id.") { $0.unit },
      Field("unitName", "The unit's name.") { $0.unitName },
      Field("unitType", "What kind of unit it is.") { $0.unitType },
      Field("area", "Its neighbourhood or zone.") { $0.area },
      Field("ruleSet", "The code of the rule set that demands the council.") { $0.ruleSet },
      Field("empty", "How many such councils are at work there with nobody in them today.") {
        $0.empty
      },
    ])
}
