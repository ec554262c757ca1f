import Kernel
import UseCases
import Web

/// Takes the event log out as a file, CSV for a spreadsheet or JSON for a program, the newest first.
///
/// A file has at most 2 000 events, so that memory stays flat however long the log is; the next file
/// begins where this one ends.
package struct ExportEvents: UseCase, Readable {
  let filter: EventFilter
  let format: Format
  let paging: Paging
  let before: Int?

  /// How the file is written.
  package enum Format: String, CaseIterable, Sendable {
    case csv
    case json
  }

  package static let permission = Permission.readEventLog
  package static let changes = false
  package static let leavesTrace = true

  static let largest = 2000

  package init(_ input: inout Input) {
    filter = EventFilter(&input)
    format = input.choice("format", of: Format.self, "How the file is written.") ?? .json
    (paging, before) = input.eventPaging(upTo: Self.largest, ifMissing: Self.largest)
  }

  package func perform(in work: borrowing Work) throws -> EventFile {
    try work.require(Self.permission)
    let found = try filter.find(in: work)
    let events = try EventRecord.newest(found, before: before, limit: paging.fetch, in: work)
    try work.recordOnceAnHour("events-exported", work.newID() as ID<Never>, found.facts)
    return EventFile(format: format, page: ListPage(events, for: paging) { Cursor($0) })
  }

  static let routes = Route.downloading(
    Self.self, api: "/events/export", page: IdentityPaths.eventFile,
    "The event log as a file, CSV or JSON; the Link header leads to the next one.")
}

/// A file of events.
package struct EventFile: Downloadable {
  let format: ExportEvents.Format
  package let page: ListPage<EventRecord>

  package static let mediaTypes = ["application/json", "text/csv"]
  package static var schema: JSONSchema { ListPage<EventRecord>.schema }
  package func write(to json: inout JSONWriter) { page.write(to: &json) }

  package var file: DownloadedFile {
    switch format {
    case .csv:
      DownloadedFile("hendelser.csv", "text/csv; charset=utf-8", csv, next: page.next)
    case .json:
      DownloadedFile(
        "hendelser.json", "application/json; charset=utf-8", json, next: page.next)
    }
  }

  private var json: [UInt8] {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.utf8
  }

  private var csv: [UInt8] {
    var writer = CSVWriter(header: EventRecord.columns)
    for event in page.data { writer.line(event.cells) }
    return writer.utf8
  }
}

extension EventRecord {
  fileprivate static let columns = [
    "number", "at", "event", "record", "recordName", "actorKind", "actor", "actorName", "facts",
    "hash",
  ]

  fileprivate var cells: [String] {
    let facts = facts.map { "\($0.name)=\($0.value)" }.joined(separator: ", ")
    return [
      "\(number)", "\(at)", event, record, recordName ?? "", actorKind, actor ?? "",
      actorName ?? "", facts, hash,
    ]
  }
}
