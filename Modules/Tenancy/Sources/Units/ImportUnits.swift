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
    var known = try ServiceUnit.all(in: work)
    let lines = try UnitFile.read(
      file, serviceAreas: areas, today: OsloTime(work.now).day)
    var outcome = Outcome()
    var problems: [FieldProblem] = []
    for (number, line) in lines {
      let unit = Self.match(line, known)
      guard !known.contains(where: { $0.isCalled(line) && $0.id != unit?.id }) else {
        problems.append(UnitFile.nameIsTaken(line.name, number))
        continue
      }
      let saved = try save(line, as: unit, in: work, counting: &outcome)
      known.removeAll { $0.id == saved.id }
      known.append(saved)
    }
    guard problems.isEmpty else { throw InvalidInput(problems: problems) }
    try work.record(
      "units-imported", work.newID() as ID<Never>,
      ["added": "\(outcome.added)", "changed": "\(outcome.changed)"])
    return outcome
  }

  private static func match(_ line: UnitLine, _ known: [ServiceUnit]) -> ServiceUnit? {
    let number = line.organisationNumber
    return known.first { number != nil && $0.organisationNumber == number }
      ?? known.first { $0.isCalled(line) }
  }

  private func save(
    _ line: UnitLine, as unit: ServiceUnit?, in work: borrowing Work,
    counting outcome: inout Outcome
  ) throws -> ServiceUnit {
    let saved = line.unit(unit?.id ?? work.newID())
    guard let unit else {
      outcome.added += 1
      try work.run(
        """
        INSERT INTO tenancy_unit (id, type, name, area, organisation_number, service_area)
        VALUES (\(saved.id), \(line.type), \(line.name), \(line.area), \(line.organisationNumber),
          \(line.serviceArea))
        """)
      return saved
    }
    guard line != UnitLine(unit) else {
      outcome.unchanged += 1
      return saved
    }
    outcome.changed += 1
    try work.run(
      """
      UPDATE tenancy_unit SET type = \(line.type), name = \(line.name), area = \(line.area),
        organisation_number = \(line.organisationNumber), service_area = \(line.serviceArea)
      WHERE id = \(unit.id)
      """)
    return saved
  }
}

extension ServiceUnit {
  fileprivate func isCalled(_ line: UnitLine) -> Bool { type == line.type && name == line.name }
}
