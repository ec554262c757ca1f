import Database
import Kernel
import Tenancy
import UseCases
import Web

/// Takes the public register of councils out as a file, CSV for a spreadsheet or JSON for a program.
///
/// Whoever asks, it has the names that everybody may read and no others. A file has at most a thousand
/// councils; the next one begins where it ends.
package struct ExportRegister: UseCase, Readable {
  let filter: CouncilFilter
  let format: Format
  let paging: Paging

  /// How the file is written.
  package enum Format: String, CaseIterable, Sendable {
    case csv
    case json
  }

  package static let permission = Permission.readPublicRecords
  package static let changes = false

  static let largest = 1000

  package init(_ input: inout Input) {
    filter = CouncilFilter(&input)
    format = input.choice("format", of: Format.self, "How the file is written.") ?? .json
    paging = input.paging(upTo: Self.largest, ifMissing: Self.largest)
  }

  package func perform(in work: borrowing Work) throws -> RegisterFile {
    let page = ListPage(try councils(in: work), for: paging) { Cursor($0.name, $0.id) }
    let rules = try RuleSets.all(in: work)
    let language = try work.tenant.language
    let seats = try RegisteredSeat.all(of: page.data, in: work)
    let named = page.map { council in
      council.filled(
        from: seats, under: rules.first { $0.code == council.ruleSet }, in: language)
    }
    return RegisterFile(format: format, page: named, rules: rules, language: language)
  }

  private func councils(in work: borrowing Work) throws -> [RegisteredCouncil] {
    let wanted = try filter.condition(in: work)
    let after = paging.after.map { "(c.name, c.id) > (\($0.key), \($0.id))" as SQL } ?? "true"
    return try work.rows(
      """
      SELECT c.id, c.name, u.name, u.type, u.service_area, u.area, c.rule_set, c.status,
        c.legal_basis, c.constituted_on
      FROM councils_council c JOIN \(ServiceUnit.table) u ON u.id = c.unit_id
      WHERE \(after) AND \(wanted)
      ORDER BY c.name, c.id LIMIT \(paging.fetch)
      """, as: RegisteredCouncil.init)
  }

  static let routes = Route.downloading(
    Self.self, api: "/councils/register", page: CouncilsPaths.registerFile,
    "The public register of councils as a file, CSV or JSON; the Link header leads to the next.")
}
