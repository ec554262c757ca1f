import Database
import Kernel

/// How a kommune's outbox stands.
package struct LetterStanding: Sendable, Equatable {
  /// Letters that are not sent yet.
  package var waiting = 0
  /// Letters of the last weeks that could not be sent.
  package var failed = 0
  /// When the next letter is due; nil when none waits.
  package var nextTryAt: Instant?

  /// An empty outbox.
  package init() {}

  /// Whether a letter is to be sent now.
  package func isDue(at now: Instant) -> Bool { nextTryAt.map { $0 <= now } ?? false }

  mutating func add(_ other: LetterStanding) {
    waiting += other.waiting
    failed += other.failed
    nextTryAt = [nextTryAt, other.nextTryAt].compactMap { $0 }.min()
  }

  /// Counts a kommune's letters.
  package init(in transaction: borrowing Transaction) throws {
    (waiting, nextTryAt) = try Self.count(.waiting, in: transaction)
    (failed, _) = try Self.count(.failed, in: transaction)
  }

  private static func count(
    _ state: LetterState, in transaction: borrowing Transaction
  ) throws -> (Int, Instant?) {
    try transaction.row(
      "SELECT count(*), min(next_try_at) FROM notices_letter WHERE state = \(state)",
      as: { (count: Int, next: Instant?) in (count, next) }) ?? (0, nil)
  }
}
