import Tenancy

/// Whether enough user representatives are there for a vote; the kommune decides how many (R133).
struct Quorum: Sendable {
  let rule: QuorumRule
  /// How many seats of the council vote.
  let seats: Int

  /// The fewest who must be there; a vote without voters is none.
  var needed: Int {
    switch rule {
    case .none: 1
    case .half: max(1, (seats + 1) / 2)
    }
  }

  func isMet(by present: Int) -> Bool { present >= needed }
}
