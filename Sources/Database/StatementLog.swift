import Synchronization

/// The statements that ran, for tests that count them and for those that look at their plans.
package final class StatementLog: Sendable {
  private let texts = Mutex<[String]>([])

  /// An empty log.
  package init() {}

  /// Every statement since the last `clear`, in order.
  package var statements: [String] { texts.withLock { $0 } }

  /// Forgets what was logged.
  package func clear() { texts.withLock { $0.removeAll() } }

  func append(_ sql: SQL) { texts.withLock { $0.append(sql.text) } }
}
