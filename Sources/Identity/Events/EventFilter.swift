import Database
import Kernel
import UseCases
import Web

/// Which events are asked for.
package struct EventFilter: Sendable {
  let person: ID<Never>?
  let record: ID<Never>?
  let event: String?
  let from: Day?
  let to: Day?

  init(_ input: inout Input) {
    person = input.optionalID(
      "person", of: Never.self, "Whoever did it: the id of a person or a program.")
    record = input.optionalID("record", of: Never.self, "The id of the record it happened to.")
    event = input.optionalOpaque("event", max: 60, "The kind of event, such as minutes-approved.")
    from = input.optionalDay("from", "The first day, in Norwegian time.")
    to = input.optionalDay("to", "The last day, in Norwegian time.")
  }

  /// The filter as it is put into SQL, and as it is written to the log itself.
  struct Found {
    let condition: SQL
    let facts: KeyValuePairs<String, String>
  }

  /// Looks up whom and what the filter names; whom nobody knows fits no event.
  ///
  /// What somebody typed stays out of the log: people, records and kinds of events go there only when
  /// the log knows them.
  func find(in work: borrowing Work) throws -> Found {
    var condition: SQL = ""
    var (who, what, which) = ("", "", "")
    if let person {
      let actor = try Self.known(person, in: work)
      condition = "\(condition) AND e.actor_id = \(actor)"
      who = actor?.description ?? "unknown"
    }
    if let event {
      let kind = try Self.kind(event, in: work)
      condition = "\(condition) AND e.event = \(kind)"
      what = kind ?? "unknown"
    }
    if let record {
      condition = "\(condition) AND e.record_id = \(record)"
      which = try Self.isNamed(record, in: work) ? "\(record)" : "unknown"
    }
    if let from { condition = "\(condition) AND e.at >= \(Self.start(of: from))" }
    if let to { condition = "\(condition) AND e.at < \(Self.start(of: to.adding(days: 1)))" }
    return Found(
      condition: condition,
      facts: [
        "person": who, "record": which, "event": what,
        "from": from?.description ?? "", "to": to?.description ?? "",
      ])
  }

  /// Midnight is an hour that every day has in Norway: the clock is changed later in the night.
  private static func start(of day: Day) -> Instant {
    OsloTime(day: day, hour: 0, minute: 0)?.instant ?? Instant(day)
  }

  private static func known(_ actor: ID<Never>, in work: borrowing Work) throws -> ID<Never>? {
    let person: ID<Never>? = try work.value("SELECT id FROM identity_person WHERE id = \(actor)")
    if let person { return person }
    return try work.value("SELECT actor_id FROM events_event WHERE actor_id = \(actor) LIMIT 1")
  }

  private static func isNamed(_ record: ID<Never>, in work: borrowing Work) throws -> Bool {
    let found: Int? = try work.value(
      "SELECT 1 FROM events_event WHERE record_id = \(record) LIMIT 1")
    return found != nil
  }

  private static func kind(_ code: String, in work: borrowing Work) throws -> String? {
    try work.value("SELECT event FROM events_event WHERE event = \(code) LIMIT 1")
  }

  /// The fields that are filled in, for a link to the same events.
  var fields: [(name: String, value: String)] {
    [
      ("person", person?.description), ("record", record?.description), ("event", event),
      ("from", from?.description), ("to", to?.description),
    ].compactMap { name, value in value.map { (name, $0) } }
  }

  /// A place with this filter in its query.
  func target(_ place: Target) -> Target {
    fields.reduce(place) { $0.asking($1.name, $1.value) }
  }
}
