import Kernel
import Web

/// Who has decided something about a type of council, when, and where it can be read.
struct Decided: Sendable {
  private let by: String
  private let on: Day?
  private let documentLink: String?

  /// Reads it; nothing is decided by nobody.
  init(_ input: inout Input) {
    by = input.text("decidedBy", "Who decided it: the body or the person.")
    on = input.optionalDay("decidedOn", "The day it was decided.")
    documentLink = input.optionalText(
      "documentLink", max: 500, "Where the decision can be read, such as the address of the case.")
  }

  /// The decision, when it holds from a day.
  func holding(from day: Day) -> RuleDecision {
    RuleDecision(validFrom: day, decidedBy: by, decidedOn: on, documentLink: documentLink)
  }
}
