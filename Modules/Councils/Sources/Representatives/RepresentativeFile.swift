import Kernel
import Web

/// A file of representatives.
package struct RepresentativeFile: Downloadable {
  let format: ExportRepresentatives.Format
  let list: RepresentativeList
  let language: Language

  package static let mediaTypes = ["application/json", "text/csv"]
  package static var schema: JSONSchema { RepresentativeList.schema }
  package func write(to json: inout JSONWriter) { list.write(to: &json) }

  package var file: DownloadedFile {
    switch format {
    case .csv:
      DownloadedFile(
        "representanter.csv", "text/csv; charset=utf-8", csv, next: list.page.next)
    case .json:
      DownloadedFile(
        "representanter.json", "application/json; charset=utf-8", json, next: list.page.next)
    }
  }

  private var json: [UInt8] {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.utf8
  }

  private static let columns = [
    "name", "email", "councils", "units", "areas", "serviceAreas", "groups", "leads", "until",
  ]

  /// A line for each person, who gets one invitation; of several seats, each cell has all in one order.
  private var csv: [UInt8] {
    var writer = CSVWriter(header: Self.columns)
    for person in list.page.data {
      func all(_ text: (RepresentativeSeat) -> String) -> String {
        person.seats.map(text).joined(separator: "; ")
      }
      writer.line([
        person.name, person.email, all(\.councilName), all(\.unitName), all(\.area),
        all { list.serviceArea(of: $0)[language] }, all { list.group(of: $0)[language] },
        all { $0.isLeader ? "ja" : "nei" }, all { "\($0.termEnd)" },
      ])
    }
    return writer.utf8
  }
}
