import Kernel
import Tenancy
import UseCases
import Web

/// One point in which a council's rules are not those of its type, who decided it, and why (K3).
package struct Deviation: Sendable {
  /// A question that may be answered otherwise, or `groups.CODE` for the number of a group.
  let field: String
  let value: String
  let reason: String
  let decidedBy: String
  let decidedOn: Day?
  /// Nil for what was so from the council's beginning.
  var validFrom: Day?
  /// Where it stands in the request, to say what is wrong with it; empty for what is kept.
  var place = ""

  /// The questions about a type of council that one council may answer otherwise.
  ///
  /// Not those that a law or a promise stands behind: whom it advises, whether reasons are given.
  static let fields: Set<String> = [
    "size", "deputies", "term", "termYears", "chair", "chairFrom", "viceChair", "secretary",
    "quorum", "quorumNumber", "meetingsPerYear", "noticeDays",
  ]

  /// The points in which a council deviates on a day; today when no day is given.
  static func all(
    of council: ID<Council>, on day: Day? = nil, in work: borrowing Work
  ) throws -> [Deviation] {
    try all(of: [council], on: day, in: work)[council] ?? []
  }

  /// The points in which some councils deviate on a day, by council.
  ///
  /// How they deviated on a day that has passed binds nobody who is chosen now.
  static func all(
    of councils: [ID<Council>], on day: Day? = nil, in work: borrowing Work
  ) throws -> [ID<Council>: [Deviation]] {
    let today = OsloTime(work.now).day
    return try DeviationHistory.all(of: councils, in: work)
      .mapValues { $0.standing(on: max(day ?? today, today)) }
  }

  /// Decides it for a council that begins so; `version` is the council's.
  func begin(_ council: ID<Council>, version: Int = 1, in work: borrowing Work) throws {
    try DeviationDecision(
      field: field, version: version, value: value, validFrom: nil, reason: reason,
      decidedBy: decidedBy, decidedOn: decidedOn, recordedAt: work.now
    ).save(for: council, in: work)
  }
}

extension Deviation: JSONRecord {
  package static let shape = Shape<Deviation>(
    "Deviation",
    [
      Field("field", "The question, or `groups.CODE` for the number of a group.") { $0.field },
      Field("value", "The council's own answer.") { $0.value },
      Field("reason", "Why.") { $0.reason },
      Field("decidedBy", "Who decided it.") { $0.decidedBy },
      Field("decidedOn", "The day it was decided, or null.") { $0.decidedOn },
      Field("validFrom", "The first day, or null from the council's beginning.") { $0.validFrom },
    ])
}

extension Deviation {
  /// Reads a deviation; nil for a form's row that was not used.
  init?(_ input: inout Input) {
    guard !input.isLeftBlank("value", "reason", "decidedBy") else {
      // The question is there all the same, and is looked at like any text that is sent.
      _ = input.optionalText("field", max: 60)
      return nil
    }
    self.init(
      field: input.text(
        "field", max: 60, "The question of the rule set, or `groups.CODE` for a group's number."),
      value: input.text("value", max: 100, "The council's own answer, as the rule set has it."),
      reason: input.text("reason", max: 1000, "Why the council deviates from the rule."),
      decidedBy: input.text("decidedBy", max: 200, "Who decided it."),
      decidedOn: input.optionalDay("decidedOn", "The day it was decided."), place: input.place)
  }
}
