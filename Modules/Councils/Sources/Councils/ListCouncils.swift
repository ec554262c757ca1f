import Database
import Kernel
import Tenancy
import UseCases
import Web

/// Lists the councils of a kommune by name, in one statement whatever their number.
package struct ListCouncils: UseCase, Readable {
  let paging: Paging
  let filter: CouncilFilter

  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) {
    paging = input.paging()
    filter = CouncilFilter(&input)
  }

  package func perform(in work: borrowing Work) throws -> ListPage<CouncilSummary> {
    let today = OsloTime(work.now).day
    let wanted = try filter.condition(in: work)
    let after = paging.after.map { "(c.name, c.id) > (\($0.key), \($0.id))" as SQL } ?? "true"
    let councils = try work.lastRows(
      """
      SELECT c.id, c.name, c.unit_id, u.name, u.type, u.area, u.service_area, c.status,
        (SELECT count(*) FROM councils_seat s WHERE s.council_id = c.id AND s.votes
          AND s.term_start <= \(today) AND s.term_end >= \(today))
      FROM councils_council c JOIN \(ServiceUnit.table) u ON u.id = c.unit_id
      WHERE \(after) AND \(wanted)
      ORDER BY c.name, c.id LIMIT \(paging.fetch)
      """, as: CouncilSummary.init)
    return ListPage(councils, for: paging) { Cursor($0.name, $0.id) }
  }

  static let routes = Route.reading(
    Self.self, api: "/councils", "The councils of the kommune, by name.")
}

/// A council as lists show it.
package struct CouncilSummary: JSONRecord {
  package let id: ID<Council>
  package let name: String
  package let unit: ID<ServiceUnit>
  package let unitName: String
  package let unitType: UnitType
  package let area: String
  package let serviceArea: String
  package let status: CouncilStatus
  /// How many sit in it today with a vote (R101).
  package let userRepresentatives: Int

  package static let shape = Shape<CouncilSummary>(
    "CouncilSummary",
    [
      Field("id", "The council's id.") { $0.id },
      Field("name", "Its name.") { $0.name },
      Field("unit", "The id of the unit it advises.") { $0.unit },
      Field("unitName", "The unit's name.") { $0.unitName },
      Field("unitType", "What kind of unit it is.") { $0.unitType },
      Field("area", "The unit's neighbourhood or zone.") { $0.area },
      Field("serviceArea", "The code of the unit's service area.") { $0.serviceArea },
      Field("status", "Whether it is at work.") { $0.status },
      Field("userRepresentatives", "How many sit in it today with a vote.") {
        $0.userRepresentatives
      },
    ])
}
