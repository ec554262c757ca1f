/// One thing somebody can do, named as the sentence: `ApproveMinutes`.
///
/// One file holds its input, its rules as refusals, its SQL and its result. The page, the JSON API,
/// the command line and the demo all go through it, by way of `Work.perform`.
package protocol UseCase: Sendable {
  /// What it gives back.
  associatedtype Outcome: Sendable
  /// What whoever asks must be allowed.
  static var permission: Permission { get }
  /// Whether it changes anything. What changes writes its event.
  static var changes: Bool { get }
  /// Whether reading it is an event too, because what it shows is shielded (decision 22).
  static var leavesTrace: Bool { get }
  /// Whether it is open to somebody who must set up one-time codes before anything else, because it
  /// helps them to do so or to leave. Whatever belongs to signing in is open to them anyway.
  static var isOpenBeforeCodes: Bool { get }
  /// Does it.
  ///
  /// - Throws: its own refusals, with nothing changed.
  func perform(in work: borrowing Work) throws -> Outcome
}

extension UseCase {
  package static var changes: Bool { true }
  package static var leavesTrace: Bool { false }
  package static var isOpenBeforeCodes: Bool { false }
  /// Whether it writes anything, be it only who read what.
  package static var writes: Bool { changes || leavesTrace }
}
