import Database
import Kernel
import UseCases
import Web

/// Imports a kommune's units from a CSV file: all of it, or nothing with every bad line named.
///
/// Columns: `type,name,area,organisation_number,service_area`. A unit that is known by its
/// organisation number, or by type and name, is brought up to date, so importing twice does no harm.
package struct ImportUnits: UseCase {
  let file: [UInt8]

  package static let permission = Permission.manageUnits

  /// An import of the bytes of a file.
  package init(file: [UInt8]) { self.file = file }

  /// How many units were added, changed and left as they were.
  package struct Outcome: Sendable, JSONRecord {
    package var added = 0
    package var changed = 0
    package var unchanged = 0

    package static let shape = Shape<Outcome>(
      "UnitImport",
      [
        Field("added", "Units that are new.") { $0.added },
        Field("changed", "Units that were brought up to date.") { $0.changed },
        Field("unchanged", "Units that were as they are.") { $0.unchanged },
      ])
  }

  /// - Throws: `InvalidInput` with a problem for each bad line, nothing imported.
  package func perform(in work: borrowing Work) throws -> Outcome {
    try work.require(Self.permission)
    let areas: [String] = try work.values("SELECT code FROM tenancy_service_area ORDER BY code")
    let known = try work.rows(
      "SELECT \(ServiceUnit.columns) FROM tenancy_unit ORDER BY id", as: ServiceUnit.init)
    let lines = try UnitFile.read(file, serviceAreas: areas)
    var outcome = Outcome()
    for line in lines { try save(line, known, in: work, counting: &outcome) }
    try work.record(
      "units-imported", work.newID() as ID<Never>,
      ["added": "\(outcome.added)", "changed": "\(outcome.changed)"])
    return outcome
  }

  private func save(
    _ line: UnitLine, _ known: [ServiceUnit], in work: borrowing Work,
    counting outcome: inout Outcome
  ) throws {
    let unit =
      known.first {
        $0.organisationNumber == line.organisationNumber && $0.organisationNumber != nil
      }
      ?? known.first { $0.type == line.type && $0.name == line.name }
    guard let unit else {
      outcome.added += 1
      try work.run(
        """
        INSERT INTO tenancy_unit (id, type, name, area, organisation_number, service_area)
        VALUES (\(work.newID() as ID<ServiceUnit>), \(line.type), \(line.name), \(line.area),
          \(line.organisationNumber), \(line.serviceArea))
        """)
      return
    }
    guard line != UnitLine(unit) else {
      outcome.unchanged += 1
      return
    }
    outcome.changed += 1
    try work.run(
      """
      UPDATE tenancy_unit SET type = \(line.type), name = \(line.name), area = \(line.area),
        organisation_number = \(line.organisationNumber), service_area = \(line.serviceArea)
      WHERE id = \(unit.id)
      """)
  }
}
