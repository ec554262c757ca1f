/// The votes of a ballot, counted.
package struct Tally: Sendable, Hashable {
  package let yes: Int
  package let no: Int
  package let blank: Int

  /// The count of some votes.
  init(_ choices: [Choice]) {
    yes = choices.count { $0 == .yes }
    no = choices.count { $0 == .no }
    blank = choices.count { $0 == .blank }
  }

  init(yes: Int, no: Int, blank: Int) {
    self.yes = yes
    self.no = no
    self.blank = blank
  }

  /// More for than against.
  ///
  /// A tie is not adopted, and is recorded as what it was (R133).
  package var isAdopted: Bool { yes > no }

  /// Nobody voted.
  package var isEmpty: Bool { yes + no + blank == 0 }

  /// As many for as against, of those who voted.
  package var isTie: Bool { yes == no && !isEmpty }
}
