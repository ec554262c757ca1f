import Kernel

/// A use case with a part too slow to keep a transaction open for: hashing a password, asking
/// another server.
///
/// The gateway performs it in three steps: `ask` in a transaction of its own, `find` with none open,
/// `perform` in a second one. What was true in the first need not be true any more in the second.
package protocol SlowUseCase: UseCase {
  /// What the slow part must know.
  associatedtype Question: Sendable
  /// What comes of it.
  associatedtype Finding: Sendable
  /// Reads what the slow part must know; what it writes stays, so that tries are counted before
  /// they are judged.
  ///
  /// - Throws: its own refusals.
  func ask(in work: borrowing Work) throws -> Question
  /// The slow part.
  ///
  /// - Throws: its own refusals.
  func find(_ question: Question) throws -> Finding
  /// Judges what was found, and writes what comes of it.
  ///
  /// - Throws: its own refusals.
  func perform(with finding: Finding, in work: borrowing Work) throws -> Outcome
}

extension SlowUseCase {
  /// All three steps in one transaction, for the command line and the demo, where nobody waits.
  package func perform(in work: borrowing Work) throws -> Outcome {
    try perform(with: find(ask(in: work)), in: work)
  }
}
