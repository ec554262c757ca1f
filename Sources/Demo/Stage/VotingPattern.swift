import Kernel

/// How a vote goes.
enum VotingPattern: Sendable {
  case unanimous
  case oneAgainst
  case oneBlank
  case tie
  case rejected

  /// Mostly people agree; what must be adopted is.
  init(dice: UInt64, mustPass: Bool) {
    switch dice % 19 {
    case 0 where !mustPass: self = .tie
    case 1 where !mustPass: self = .rejected
    case 2, 3, 4, 5: self = .oneAgainst
    case 6, 7, 8: self = .oneBlank
    default: self = .unanimous
    }
  }

  /// The vote of each of so many, as the use case reads it.
  func votes(of count: Int) -> [String] {
    guard count > 1 else { return ["yes"] }
    return (0..<count).map { index in
      switch self {
      case .unanimous: "yes"
      case .oneAgainst: index == 1 && count > 2 ? "no" : "yes"
      case .oneBlank: index == 1 ? "blank" : "yes"
      case .tie:
        index == count - 1 && !count.isMultiple(of: 2)
          ? "blank" : index.isMultiple(of: 2) ? "yes" : "no"
      case .rejected: index == 0 && count > 2 ? "yes" : "no"
      }
    }
  }
}
