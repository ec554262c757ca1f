import Database
import Kernel
import UseCases
import Web

/// Rests a council, puts it to work again, or dissolves it: with a reason that stays.
///
/// What a council has asked for is not forgotten when it goes: whoever dissolves it says which council
/// takes over, or why none does. Unanswered resolutions are still answered by whoever they went to.
package struct ChangeCouncilStatus: UseCase, Readable {
  let council: ID<Council>
  let version: Version
  let status: CouncilStatus
  let validFrom: Day?
  let reason: String
  let decidedBy: String?
  let successor: ID<Council>?
  let nobodyTakesOver: String?

  package static let permission = Permission.constituteCouncil

  static let shortestReason = 10

  package init(_ input: inout Input) {
    council = input.id("council", "The council.")
    version = input.version()
    status = input.choice("status", "What the council becomes.") ?? .inactive
    validFrom = input.optionalDay("validFrom", "From which day; today if left out.")
    reason = input.text("reason", max: 2000, "Why; at least \(Self.shortestReason) letters.")
    decidedBy = input.optionalText(
      "decidedBy", "Who decided it; must be given when the council is dissolved.")
    successor = input.optionalID(
      "successor", of: Council.self, "The council that takes over after one that is dissolved.")
    nobodyTakesOver = input.optionalText(
      "nobodyTakesOver", max: 2000, "Why no council takes over, when none does.")
  }

  /// - Throws: `Refusal`; `VersionRefusal`.
  package func perform(in work: borrowing Work) throws -> CouncilDetails {
    // Two that are each other's successor would else both be dissolved, each seeing the other at work.
    try Council.hold(Set([council, successor].compactMap(\.self)), in: work)
    let council = try Council.change(council, read: version, for: Self.permission, in: work)
    guard council.status != .dissolved else { throw Refusal.councilIsDissolved }
    guard council.status != status else { throw Refusal.councilIsSoAlready(status) }
    guard council.status.next.contains(status) else {
      throw Refusal.councilsAreFormedByElections
    }
    guard Self.isReason(reason) else { throw Refusal.giveAReason }
    try checkSuccession(of: council, in: work)
    let day = try day(in: work)
    try save(council, from: day, in: work)
    if status == .dissolved { try council.endElections(in: work) }
    try work.record(
      "council-status-changed", council.id,
      [
        "was": council.status.rawValue, "status": status.rawValue, "validFrom": "\(day)",
        "successor": successor.map { "\($0)" } ?? "", "version": "\(council.version)",
      ])
    return try CouncilDetails.read(council.id, in: work)
  }

  private static func isReason(_ text: String) -> Bool {
    text.count { $0.isLetter || $0.isNumber } >= shortestReason
  }

  private func checkSuccession(of council: Council, in work: borrowing Work) throws {
    guard status == .dissolved else {
      guard successor == nil, nobodyTakesOver == nil else {
        throw Refusal.onlyTheDissolvedAreSucceeded
      }
      return
    }
    guard decidedBy != nil else { throw Refusal.sayWhoDecided }
    if let successor {
      let next: CouncilStatus? = try work.value(
        "SELECT status FROM councils_council WHERE id = \(successor)")
      guard let next, next != .dissolved, successor != council.id else {
        throw Refusal.successorCannotTakeOver
      }
    } else {
      guard Self.isReason(nobodyTakesOver ?? "") else { throw Refusal.sayWhoTakesOver }
    }
  }

  /// The day it holds from: not to come, for the status is what it is today, and not before the last
  /// change, for then the history would not follow.
  private func day(in work: borrowing Work) throws -> Day {
    let today = OsloTime(work.now).day
    let last: Day? = try work.value(
      """
      SELECT valid_from FROM councils_status WHERE council_id = \(council)
      ORDER BY version DESC LIMIT 1
      """)
    let day = validFrom ?? today
    guard day <= today, day >= min(last ?? day, today) else { throw Refusal.dayDoesNotFit }
    return day
  }

  private func save(_ council: Council, from day: Day, in work: borrowing Work) throws {
    try work.run(
      """
      INSERT INTO councils_status (council_id, version, was, status, valid_from, reason,
        decided_by, successor_id, nobody_takes_over, recorded_at)
      VALUES (\(council.id), \(council.version), \(council.status), \(status), \(day), \(reason),
        \(decidedBy), \(successor), \(nobodyTakesOver), \(work.now))
      """)
    try work.run("UPDATE councils_council SET status = \(status) WHERE id = \(council.id)")
  }

  static let routes = Route.changing(
    Self.self, api: "/councils/{council}/status", page: CouncilsPaths.status,
    form: CouncilsPaths.status, "Rests a council, puts it to work again, or dissolves it.",
    done: Text(nb: "Rådets status er endret.", nn: "Statusen til rådet er endra."),
    then: { CouncilsPaths.council($0.id) })
}
