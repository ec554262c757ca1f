import Kernel
import UseCases
import Web

/// Lists the event log, the newest first: who did what, with which record, and when.
///
/// Reading it is an event too, with the filter as its facts (decision 22).
package struct ListEvents: UseCase, Readable {
  let filter: EventFilter
  let paging: Paging
  let before: Int?

  package static let permission = Permission.readEventLog
  package static let changes = false
  package static let leavesTrace = true

  package init(_ input: inout Input) {
    filter = EventFilter(&input)
    (paging, before) = input.eventPaging(upTo: 100, ifMissing: 20)
  }

  package func perform(in work: borrowing Work) throws -> EventList {
    try work.require(Self.permission)
    let found = try filter.find(in: work)
    let events = try EventRecord.newest(found, before: before, limit: paging.fetch, in: work)
    try work.recordOnceAnHour("events-read", work.newID() as ID<Never>, found.facts)
    return EventList(filter: filter, page: ListPage(events, for: paging) { Cursor($0) })
  }

  static func routes(naming kinds: [EventKind]) -> [Route] {
    Route.reading(
      Self.self, api: "/events", page: IdentityPaths.events,
      "The event log, the newest first; reading it is an event too."
    ) { list, page in EventsPage(list: list, kinds: kinds, page: page).view }
  }
}

/// A page of the event log, and what was asked for.
package struct EventList: JSONValue {
  let filter: EventFilter
  package let page: ListPage<EventRecord>

  package static var schema: JSONSchema { ListPage<EventRecord>.schema }
  package func write(to json: inout JSONWriter) { page.write(to: &json) }
}
