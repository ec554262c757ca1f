import Kernel
import Web

/// One line of a file of units.
struct UnitLine: Hashable {
  let type: UnitType
  let name: String
  let area: String
  let organisationNumber: String?
  let serviceArea: String
}

extension UnitLine {
  init(_ unit: ServiceUnit) {
    self.init(
      type: unit.type, name: unit.name, area: unit.area,
      organisationNumber: unit.organisationNumber, serviceArea: unit.serviceArea)
  }

  func unit(_ id: ID<ServiceUnit>) -> ServiceUnit {
    ServiceUnit(
      id: id, type: type, name: name, area: area, organisationNumber: organisationNumber,
      serviceArea: serviceArea)
  }
}

/// Reads a file of units and names every line that is wrong.
enum UnitFile {
  static let columns = ["type", "name", "area", "organisation_number", "service_area"]

  /// The units with the number of the line each stands on.
  ///
  /// - Throws: `InvalidInput` with a problem for each bad line.
  static func read(
    _ bytes: [UInt8], serviceAreas: [String], today: Day
  ) throws -> [(number: Int, unit: UnitLine)] {
    let csv = try CSV.table(bytes, columns: columns)
    var lines: [(number: Int, unit: UnitLine)] = []
    var problems: [FieldProblem] = []
    var seen: [String: Int] = [:]
    for row in csv.rows {
      let faults =
        row.fields.contains { Screening($0, on: today).verdict != .clean }
        ? ["The line holds what looks like an identity number. Leave it out."]
        : check(row.fields, serviceAreas) + duplicates(row.fields, row.line, &seen)
      problems += faults.map { FieldProblem("line \(row.line)", Text(same: $0)) }
      if faults.isEmpty, let unit = unit(row.fields) { lines.append((row.line, unit)) }
    }
    guard problems.isEmpty else { throw InvalidInput(problems: problems) }
    return lines
  }

  private static func check(_ fields: [String], _ serviceAreas: [String]) -> [String] {
    guard fields.count == columns.count else {
      return ["The line has \(fields.count) columns, not \(columns.count)."]
    }
    var faults: [String] = []
    if UnitType(inFile: fields[0]) == nil {
      let known = UnitType.allCases.map { "\($0.text.nb)" }.joined(separator: ", ")
      faults.append("The type «\(fields[0])» is unknown. Use one of: \(known).")
    }
    if fields[1].isEmpty { faults.append("The name is blank.") }
    for (column, text) in [("name", fields[1]), ("area", fields[2])] {
      if text.unicodeScalars.count > 200 {
        faults.append("The \(column) is longer than 200 characters.")
      }
      if !TextRules.isPrintable(text) {
        faults.append("The \(column) has characters that cannot be shown.")
      }
    }
    if fields[2].isEmpty { faults.append("The area is blank.") }
    if !fields[3].isEmpty, OrganisationNumber(fields[3]) == nil {
      faults.append("The organisation number «\(fields[3])» has a wrong check digit.")
    }
    if !serviceAreas.contains(fields[4]) {
      let known = serviceAreas.joined(separator: ", ")
      faults.append("The service area «\(fields[4])» is unknown. Use one of: \(known).")
    }
    return faults
  }

  private static func duplicates(
    _ fields: [String], _ line: Int, _ seen: inout [String: Int]
  ) -> [String] {
    guard fields.count == columns.count else { return [] }
    let type = UnitType(inFile: fields[0])?.text.nb ?? fields[0]
    var keys = fields[1].isEmpty ? [] : ["\(type) \(fields[1])"]
    if let number = OrganisationNumber(fields[3]) {
      keys.append("organisation number \(number.text)")
    }
    return keys.compactMap { key in
      guard let earlier = seen[key] else {
        seen[key] = line
        return nil
      }
      return "«\(key)» stands on line \(earlier) too."
    }
  }

  private static func unit(_ fields: [String]) -> UnitLine? {
    guard let type = UnitType(inFile: fields[0]) else { return nil }
    return UnitLine(
      type: type, name: fields[1], area: fields[2],
      organisationNumber: OrganisationNumber(fields[3])?.text, serviceArea: fields[4])
  }

  /// The file itself is good, but a line takes a name that another unit has.
  static func nameIsTaken(_ name: String, _ line: Int) -> FieldProblem {
    FieldProblem(
      "line \(line)", Text(same: "Another unit is called «\(name)». Rename that one first."))
  }
}
