import Database
import Kernel
import UseCases
import Web

/// An event as it stands in the log, with the name that whoever did it has now.
package struct EventRecord: JSONRecord {
  package let number: Int
  package let at: Instant
  package let event: String
  /// Text, not an id: the log is read as it stands, even where somebody has tampered with it.
  package let record: String
  /// Nil for whatever is no person that is known now.
  package let recordName: String?
  package let actorKind: String
  package let actor: String?
  /// Nil for visitors, the host, and whoever is no longer known.
  package let actorName: String?
  package let facts: [EventFact]
  package let hash: String

  private init(
    number: Int, at: Instant, event: String, record: String, recordName: String?, actorKind: String,
    actor: String?, actorName: String?, facts: String, hash: String
  ) {
    self.number = number
    self.at = at
    self.event = event
    self.record = record
    self.recordName = recordName
    self.actorKind = actorKind
    self.actor = actor
    self.actorName = actorName
    self.facts = facts.split(separator: "\n").map(EventFact.init)
    self.hash = hash
  }

  package static let shape = Shape<EventRecord>(
    "Event",
    [
      Field("number", "Its place in the kommune's log, from 1.") { $0.number },
      Field("at", "When it happened.") { $0.at },
      Field("event", "What happened, such as minutes-approved.") { $0.event },
      Field("record", "The id of the record it happened to.") { $0.record },
      Field("recordName", "The name it has now if it is a person, or null.") { $0.recordName },
      Field("actorKind", "person, service, visitor or host.") { $0.actorKind },
      Field("actor", "The id of the person or the program, or null.") { $0.actor },
      Field("actorName", "The name they have now, or null.") { $0.actorName },
      Field("facts", "What changed.") { $0.facts },
      Field("hash", "The hash that chains it to the one before.") { $0.hash },
    ])

  /// The events that fit, the newest first, with the names of those who did it.
  static func newest(
    _ filter: EventFilter.Found, before number: Int?, limit: Int, in work: borrowing Work
  ) throws -> [EventRecord] {
    let older = number.map { " AND e.number < \($0)" as SQL } ?? ""
    return try work.rows(
      """
      SELECT e.number, e.at, e.event, e.record_id, r.name, e.actor_kind, e.actor_id,
        COALESCE(p.name, t.name), e.facts, e.hash
      FROM events_event e
      LEFT JOIN identity_person p ON p.id = e.actor_id
      LEFT JOIN identity_token t ON t.id = e.actor_id
      LEFT JOIN identity_person r ON r.id = e.record_id
      WHERE e.number > 0\(filter.condition)\(older)
      ORDER BY e.number DESC LIMIT \(limit)
      """,
      as: { number, at, event, record, recordName, kind, actor, name, facts, hash in
        EventRecord(
          number: number, at: at, event: event, record: record, recordName: recordName,
          actorKind: kind, actor: actor, actorName: name, facts: facts, hash: hash)
      })
  }
}

/// One thing an event tells besides what happened: a version, an id, a state.
package struct EventFact: JSONRecord {
  package let name: String
  package let value: String

  init(_ line: Substring) {
    let halves = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    name = String(halves[0])
    value = halves.count > 1 ? String(halves[1]) : ""
  }

  package static let shape = Shape<EventFact>(
    "EventFact",
    [
      Field("name", "What it is.") { $0.name },
      Field("value", "Its value; empty when there is none.") { $0.value },
    ])
}

extension Cursor {
  /// Behind an event; its number alone says where that is.
  init(_ event: EventRecord) {
    self.init("\(event.number)", ID<Never>(event.record) ?? ID(high: 0, low: 0))
  }
}

extension Input {
  /// The paging of a list of events, and the number that its next page stays below.
  mutating func eventPaging(upTo most: Int, ifMissing usual: Int) -> (Paging, before: Int?) {
    let paging = paging(upTo: most, ifMissing: usual)
    guard let after = paging.after else { return (paging, nil) }
    let before = Int(after.key)
    if before == nil { note("cursor", .notACursor) }
    return (paging, before)
  }
}
