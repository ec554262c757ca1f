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
}

/// Reads a file of units and names every line that is wrong.
enum UnitFile {
  static let columns = ["type", "name", "area", "organisation_number", "service_area"]

  /// - Throws: `InvalidInput` with a problem for each bad line.
  static func read(_ bytes: [UInt8], serviceAreas: [String]) throws -> [UnitLine] {
    let csv = try table(bytes)
    guard csv.header.map({ $0.lowercased() }) == columns else {
      throw fault([1], "The columns must be \(columns.joined(separator: ",")), in that order.")
    }
    var lines: [UnitLine] = []
    var problems: [FieldProblem] = []
    var seen: [String: Int] = [:]
    for row in csv.rows {
      let faults = check(row.fields, serviceAreas) + duplicates(row.fields, row.line, &seen)
      problems += faults.map { FieldProblem("line \(row.line)", Text(same: $0)) }
      if faults.isEmpty, let line = line(row.fields) { lines.append(line) }
    }
    guard problems.isEmpty else { throw InvalidInput(problems: problems) }
    return lines
  }

  private static func table(_ bytes: [UInt8]) throws -> CSV {
    do throws(CSV.Fault) {
      return try CSV(bytes)
    } catch {
      switch error {
      case .notUTF8(let lines):
        throw fault(lines, "This line is not UTF-8. Save the file as UTF-8.")
      case .empty: throw fault([1], "The file is empty.")
      case .quoteIsNotClosed(let line): throw fault([line], "A quote on this line is never closed.")
      }
    }
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
    if fields[1].count > 200 { faults.append("The name is longer than 200 characters.") }
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
    var keys = fields[1].isEmpty ? [] : ["\(fields[0].lowercased()) \(fields[1])"]
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

  private static func line(_ fields: [String]) -> UnitLine? {
    guard let type = UnitType(inFile: fields[0]) else { return nil }
    return UnitLine(
      type: type, name: fields[1], area: fields[2],
      organisationNumber: OrganisationNumber(fields[3])?.text, serviceArea: fields[4])
  }

  private static func fault(_ lines: [Int], _ text: String) -> InvalidInput {
    InvalidInput(problems: lines.map { FieldProblem("line \($0)", Text(same: text)) })
  }
}
