import Tenancy

/// Whether enough user representatives are there for a vote; the kommune decides how many (R133).
struct Quorum: Sendable {
  let rule: QuorumRule
  /// The number when the rule is one of its own.
  var number = 1
  /// How many seats of the council vote.
  let seats: Int

  /// The fewest who must be there; a vote without voters is none.
  var needed: Int {
    switch rule {
    case .none: 1
    case .number: max(1, number)
    case .half: max(1, (seats + 1) / 2)
    }
  }

  func isMet(by present: Int) -> Bool { present >= needed }
}
