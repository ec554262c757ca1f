import Kernel
import Tenancy
import UseCases
import Web

/// Takes the representatives out as a file with the addresses to invite them at, CSV for a spreadsheet
/// or JSON for a program.
package struct ExportRepresentatives: UseCase, Readable {
  let filter: RepresentativeFilter
  let format: Format
  let paging: Paging

  /// How the file is written.
  package enum Format: String, CaseIterable, Sendable {
    case csv
    case json
  }

  package static let permission = Permission.manageSeats
  package static let changes = false
  package static let leavesTrace = true

  static let largest = 1000

  package init(_ input: inout Input) {
    filter = RepresentativeFilter(&input)
    format = input.choice("format", of: Format.self, "How the file is written.") ?? .json
    paging = input.paging(upTo: Self.largest, ifMissing: Self.largest)
  }

  package func perform(in work: borrowing Work) throws -> RepresentativeFile {
    try work.require(Self.permission)
    let list = try RepresentativeList.find(filter, paging, in: work)
    try work.recordOnceAnHour("representatives-exported", work.newID() as ID<Never>, list.facts)
    return RepresentativeFile(format: format, list: list, language: try work.tenant.language)
  }

  static let routes = Route.downloading(
    Self.self, api: "/councils/representatives/export", page: CouncilsPaths.representativeFile,
    "The representatives as a file, CSV or JSON; the Link header leads to the next.")
}
