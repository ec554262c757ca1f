import Database
import Kernel

extension EventLog {
  /// What a walk through the chain found.
  package enum Verdict: Sendable, Hashable {
    /// How many events there are, every one as it was written.
    case whole(Int)
    /// The number of the first event that was changed, removed or put in.
    case brokenAt(Int)
  }

  /// Walks the whole chain of a kommune, a page at a time, so that a long log takes no more memory
  /// than a short one.
  package static func verify(in transaction: borrowing Transaction) throws -> Verdict {
    // One statement, so that an event which is written meanwhile is in both or in neither.
    let end = try transaction.row(
      """
      SELECT coalesce((SELECT number FROM events_head), 0),
        coalesce((SELECT hash FROM events_head), ''),
        coalesce((SELECT max(number) FROM events_event), 0)
      """,
      as: { (number, hash, last: Int) in
        (head: EventHead(number: number, hash: hash), last: last)
      })
    guard let end else { throw DatabaseError.missingEventHead }
    var last = EventHead(number: 0, hash: "")
    while last.number < end.head.number {
      let page = try page(after: last.number, upTo: end.head.number, in: transaction)
      for (link, hash) in page {
        guard link.number == last.number + 1, link.hash(after: last.hash) == hash else {
          return .brokenAt(last.number + 1)
        }
        last = EventHead(number: link.number, hash: hash)
      }
      guard !page.isEmpty else { return .brokenAt(last.number + 1) }
    }
    guard end.last == end.head.number, last.hash == end.head.hash else {
      return .brokenAt(end.last > end.head.number ? end.head.number + 1 : end.head.number)
    }
    return .whole(last.number)
  }

  /// As above, for whoever is at work in the kommune.
  package static func verify(in work: borrowing Work) throws -> Verdict {
    try verify(in: work.transaction)
  }

  private static let pageSize = 1000

  private static func page(
    after number: Int, upTo end: Int, in transaction: borrowing Transaction
  ) throws -> [(EventLink, String)] {
    try transaction.rows(
      """
      SELECT number, at, event, record_id, actor_kind, actor_id, facts, hash
      FROM events_event WHERE number > \(number) AND number <= \(end)
      ORDER BY number LIMIT \(pageSize)
      """,
      as: { (number, at, event, record, kind, actor, facts, hash: String) in
        let link = EventLink(
          number: number, at: at, event: event, record: record, actorKind: kind, actor: actor,
          facts: facts)
        return (link, hash)
      })
  }
}
