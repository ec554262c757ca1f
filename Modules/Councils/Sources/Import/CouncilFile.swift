import Identity
import Kernel
import Tenancy
import Web

/// Reads a file of councils: a line for each seat, those of a unit and a name being one council.
struct CouncilFile {
  static let columns = [
    "unit", "ruleSet", "name", "termStart", "group", "memberName", "memberEmail", "deputyName",
    "deputyEmail", "leader",
  ]

  /// The councils in the order of their first lines.
  let councils: [CouncilLines]

  /// - Throws: `InvalidInput` with a problem for each line that cannot be read.
  init(_ bytes: [UInt8], today: Day) throws {
    let table = try CSV.table(bytes, columns: Self.columns)
    guard !table.rows.isEmpty else { throw InvalidInput(problems: [Self.noLines]) }
    var problems: [FieldProblem] = []
    var councils: [CouncilLines] = []
    var places: [String: Int] = [:]
    for (number, fields) in table.rows {
      guard let problem = Self.problem(fields, number, today) else {
        let key = "\(fields[0].lowercased())\n\(fields[2].lowercased())"
        if let place = places[key] {
          councils[place].rows.append((number, fields))
        } else {
          places[key] = councils.count
          councils.append(CouncilLines(rows: [(number, fields)]))
        }
        continue
      }
      problems.append(problem)
    }
    guard problems.isEmpty else { throw InvalidInput(problems: problems) }
    self.councils = councils
  }

  private static let noLines = FieldProblem.line(
    1, nb: "Det står ingen plasser under denne linjen. Skriv én linje for hver plass.",
    nn: "Det står ingen plassar under denne linja. Skriv éi linje for kvar plass.",
    en: "There are no seats below this line. Write a line for each seat.")

  private static func problem(_ fields: [String], _ line: Int, _ today: Day) -> FieldProblem? {
    guard fields.count == columns.count else {
      return .line(
        line, nb: "Linjen har \(fields.count) kolonner, ikke \(columns.count).",
        nn: "Linja har \(fields.count) kolonnar, ikkje \(columns.count).",
        en: "The line has \(fields.count) columns, not \(columns.count).")
    }
    guard fields.allSatisfy({ Screening($0, on: today).verdict == .clean }) else {
      return .line(
        line, nb: "Linjen har noe som ligner et fødselsnummer. Ta det bort.",
        nn: "Linja har noko som liknar eit fødselsnummer. Ta det bort.",
        en: "The line holds what looks like an identity number. Leave it out.")
    }
    return nil
  }
}

/// The lines of one council.
struct CouncilLines {
  fileprivate(set) var rows: [(line: Int, fields: [String])]

  var unit: String { rows[0].fields[0] }
  var firstLine: Int { rows[0].line }

  /// What a program would have sent to constitute it.
  func values(at unit: ServiceUnit) -> [String: Value] {
    let first = rows[0].fields
    return [
      "unit": .text("\(unit.id)"), "ruleSet": .text(first[1]), "name": .text(first[2]),
      "termStart": .text(Self.day(first[3])),
      "seats": .list(rows.map { .object(Self.seat($0.fields)) }),
    ]
  }

  /// A day as spreadsheets with Norwegian settings write it, `1.8.2026`, in the form of the API.
  private static func day(_ text: String) -> String {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2],
      let found = Day(year: year, month: month, day: day)
    else { return text }
    return "\(found)"
  }

  private static func seat(_ fields: [String]) -> [String: Value] {
    [
      "group": .text(fields[4]), "name": .text(fields[5]), "email": .text(fields[6]),
      "deputyName": .text(fields[7]), "deputyEmail": .text(fields[8]),
      "leader": flags[fields[9].lowercased()].map { .flag($0) } ?? .text(fields[9]),
    ]
  }

  private static let flags = [
    "": false, "nei": false, "no": false, "false": false, "0": false,
    "ja": true, "yes": true, "true": true, "1": true, "x": true,
  ]

  /// Lines that say otherwise than the first one what the council is.
  var contradictions: [FieldProblem] {
    let (rules, day) = (rows[0].fields[1], Self.day(rows[0].fields[3]))
    return rows.filter { $0.fields[1] != rules || Self.day($0.fields[3]) != day }.map {
      .line(
        $0.line, nb: "Regelsettet eller datoen er en annen enn på linje \(firstLine).",
        nn: "Regelsettet eller datoen er ein annan enn på linje \(firstLine).",
        en: "The rule set or the day is another than on line \(firstLine).")
    }
  }

  /// What a request was refused for, line by line; what is wrong with the whole is said on the first
  /// line, unless a line of its own is wrong, from which the rest may follow.
  func problems(of refusal: any Refusal) -> [FieldProblem] {
    let fields = refusal.fields.isEmpty ? [FieldProblem("", refusal.text)] : refusal.fields
    let found = fields.map { (row: Self.row(of: $0.field), problem: $0) }
    let ofLines = found.compactMap { found in
      found.row.flatMap { rows.indices.contains($0) ? found.problem.at(line: rows[$0].line) : nil }
    }
    return ofLines.isEmpty ? found.map { $0.problem.at(line: firstLine) } : ofLines
  }

  /// `seats.12.email` is about the row 12.
  private static func row(of field: String) -> Int? {
    let parts = field.split(separator: ".")
    return parts.count > 1 && parts[0] == "seats" ? Int(parts[1]) : nil
  }
}
