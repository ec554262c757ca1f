import Database
import Kernel
import UseCases
import Web

/// A school, a kindergarten, a nursing home: what a council advises (R060).
package struct ServiceUnit: JSONRecord {
  package let id: ID<ServiceUnit>
  package let type: UnitType
  package let name: String
  /// The neighbourhood or zone (R127, R129).
  package let area: String
  package let organisationNumber: String?
  /// The code of its service area (R003).
  package let serviceArea: String

  package static let shape = Shape<ServiceUnit>(
    "Unit",
    [
      Field("id", "The unit's id.") { $0.id },
      Field("type", "What kind of unit it is.") { $0.type },
      Field("name", "Its name.") { $0.name },
      Field("area", "Its neighbourhood or zone.") { $0.area },
      Field("organisationNumber", "Nine digits, or null.") { $0.organisationNumber },
      Field("serviceArea", "The code of its service area.") { $0.serviceArea },
    ])

  /// The table, for other modules' queries to join: `id`, `type`, `name`, `area` and `service_area`
  /// stay.
  package static let table: SQL = "tenancy_unit"

  static let columns: SQL = "id, type, name, area, organisation_number, service_area"

  /// The unit of that id.
  ///
  /// - Throws: `AccessRefusal.thereIsNoSuchRecord`.
  package static func find(_ id: ID<ServiceUnit>, in work: borrowing Work) throws -> ServiceUnit {
    try work.row(
      "SELECT \(columns) FROM tenancy_unit WHERE id = \(id)", as: ServiceUnit.init
    ).orNotFound()
  }

  /// Every unit, for what looks many of them up.
  package static func all(in work: borrowing Work) throws -> [ServiceUnit] {
    try work.rows("SELECT \(columns) FROM tenancy_unit ORDER BY id", as: ServiceUnit.init)
  }

  /// The unit of that id or name, for the command line.
  ///
  /// - Throws: `UnitRefusal.thereIsNoSuchUnit`, `.severalUnitsHaveThisName`.
  package static func matching(_ text: String, in work: borrowing Work) throws -> ServiceUnit {
    if let id = ID<ServiceUnit>(text) { return try find(id, in: work) }
    let found = try work.rows(
      "SELECT \(columns) FROM tenancy_unit WHERE name = \(text)", as: ServiceUnit.init)
    guard found.count < 2 else { throw UnitRefusal.severalUnitsHaveThisName }
    guard let unit = found.first else { throw UnitRefusal.thereIsNoSuchUnit }
    return unit
  }
}

/// Why a unit is not found by its name.
package enum UnitRefusal: Refusal {
  case thereIsNoSuchUnit
  case severalUnitsHaveThisName

  package var kind: RefusalKind { .notFound }
  package var text: Text {
    switch self {
    case .thereIsNoSuchUnit:
      Text(same: "There is no unit of that name. See the list: GET /units")
    case .severalUnitsHaveThisName:
      Text(same: "Several units have that name. Name the one you mean by its id.")
    }
  }
}
