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
    let rules = try RuleSets.all(in: work)
    let page = try RegisteredCouncil.page(
      paging, where: filter.condition(in: work), rules, in: work)
    return RegisterFile(
      format: format, page: page, rules: rules, language: try work.tenant.language)
  }

  static let routes = Route.downloading(
    Self.self, api: "/councils/register", page: CouncilsPaths.registerFile,
    "The public register of councils as a file, CSV or JSON; the Link header leads to the next.")
}
