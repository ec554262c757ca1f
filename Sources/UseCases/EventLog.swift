import Crypto
import Database
import Kernel

/// The append-only log of what happened in a kommune, each event chained to the one before.
///
/// It is the audit log, and what notices are sent from. Whoever changes or removes an event breaks
/// the chain at that place, and `verify` names it.
package enum EventLog {
  /// The log's tables.
  package static let migrations = [
    Migration(
      "events", "0001-events",
      Table(
        "events_event",
        .column("number", .integer),
        .column("at", .instant),
        .column("event", .text),
        .column("record_id", .id),
        .column("actor_kind", .text),
        .column("actor_id", .id, optional: true),
        .column("facts", .text),
        .column("hash", .text),
        .primaryKey(["number"]),
        .index(["record_id", "number"]),
        .appendOnly),
      Table(
        "events_head",
        .column("one", .integer),
        .column("number", .integer),
        .column("hash", .text),
        .primaryKey(["one"]),
        .check("there_is_one_head", "one = 1"))),
    Migration(
      "events", "0002-reading", [],
      altering: [
        Table(
          "events_event",
          .index(["event", "number"]),
          .index(["actor_id", "number"]),
          .index(["at", "number"]))
      ]),
  ]

  static func append(
    _ event: String, record: ID<Never>, facts: KeyValuePairs<String, String>, by actor: Actor,
    at now: Instant, in transaction: borrowing Transaction
  ) throws {
    // Takes the row's lock, so that events of one kommune are written one after the other.
    let head = try next(in: transaction)
    let link = EventLink(
      number: head.number, at: now, event: event, record: record, actorKind: actor.kind,
      actor: actor.id, facts: canonical(facts))
    let hash = link.hash(after: head.hash)
    try transaction.run(
      """
      INSERT INTO events_event
        (number, at, event, record_id, actor_kind, actor_id, facts, hash)
      VALUES (\(link.number), \(link.at), \(link.event), \(link.record), \(link.actorKind),
        \(link.actor), \(link.facts), \(hash))
      """)
    try transaction.run("UPDATE events_head SET hash = \(hash) WHERE one = 1")
  }

  /// Whether somebody has caused the same event since a point in time.
  static func has(
    _ event: String, facts: KeyValuePairs<String, String>, by actor: Actor, since: Instant,
    in transaction: borrowing Transaction
  ) throws -> Bool {
    guard let id = actor.id else { return false }
    let found: Int? = try transaction.value(
      """
      SELECT number FROM events_event
      WHERE actor_id = \(id) AND at > \(since) AND event = \(event) AND facts = \(canonical(facts))
      LIMIT 1
      """)
    return found != nil
  }

  /// The number of the next event and the hash of the last.
  private static func next(in transaction: borrowing Transaction) throws -> EventHead {
    let step: SQL =
      "UPDATE events_head SET number = number + 1 WHERE one = 1 RETURNING number, hash"
    if let head = try transaction.row(step, as: EventHead.init) { return head }
    try transaction.run(
      "INSERT INTO events_head (one, number, hash) VALUES (1, 0, '') ON CONFLICT DO NOTHING")
    guard let head = try transaction.row(step, as: EventHead.init) else {
      throw DatabaseError.missingEventHead
    }
    return head
  }

  private static func canonical(_ facts: KeyValuePairs<String, String>) -> String {
    facts.map { "\($0.key)=\($0.value)" }.joined(separator: "\n")
  }
}

/// Where the chain ends.
struct EventHead {
  let number: Int
  let hash: String
}

/// One event as it goes into its hash.
struct EventLink {
  let number: Int
  let at: Instant
  let event: String
  let record: ID<Never>
  let actorKind: String
  let actor: ID<Never>?
  let facts: String

  /// The length before each part keeps two different events from reading the same.
  func hash(after previous: String) -> String {
    let parts = [
      previous, "\(number)", "\(at.microseconds)", event, "\(record)", actorKind,
      actor.map { "\($0)" } ?? "", facts,
    ]
    return SHA256(parts.map { "\($0.utf8.count):\($0)" }.joined()).hex
  }
}
