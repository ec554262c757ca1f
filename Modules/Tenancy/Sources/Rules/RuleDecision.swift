import Database
import Kernel
import UseCases

/// Who decided a version of a rule set, and from when it holds.
package struct RuleDecision: Sendable, Hashable {
  package let validFrom: Day
  /// The body or the person, as the kommune names them.
  package let decidedBy: String
  package let decidedOn: Day?
  package let documentLink: String?

  /// A decision of the kommune's own.
  package init(validFrom: Day, decidedBy: String, decidedOn: Day?, documentLink: String?) {
    self.validFrom = validFrom
    self.decidedBy = decidedBy
    self.decidedOn = decidedOn
    self.documentLink = documentLink
  }

  /// The rules a kommune starts with, which nobody there has decided yet; they hold from before the
  /// first council.
  static let preset = RuleDecision(
    validFrom: Day(year: 1900, month: 1, day: 1) ?? Day(daysSince1970: 0), decidedBy: "Samråd",
    decidedOn: nil, documentLink: nil)
}
