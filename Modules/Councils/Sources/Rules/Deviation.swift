import Database
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
  /// Where it stands in the request, to say what is wrong with it; empty for what is kept.
  var place = ""

  /// The questions about a type of council that one council may answer otherwise.
  ///
  /// Not those that a law or a promise stands behind: whom it advises, whether reasons are given.
  static let fields: Set<String> = [
    "size", "deputies", "term", "termYears", "chair", "chairFrom", "viceChair", "secretary",
    "quorum", "quorumNumber", "meetingsPerYear", "noticeDays",
  ]

  /// The points in which a council deviates, as they stand now.
  static func all(of council: ID<Council>, in work: borrowing Work) throws -> [Deviation] {
    try all(of: [council], in: work)[council] ?? []
  }

  /// The points in which some councils deviate, by council.
  static func all(
    of councils: [ID<Council>], in work: borrowing Work
  ) throws -> [ID<Council>: [Deviation]] {
    let rows = try work.rows(
      """
      SELECT d.council_id, d.field, d.value, d.reason, d.decided_by, d.decided_on
      FROM councils_deviation d WHERE d.council_id IN (\(list: councils)) ORDER BY d.field
      """, as: Row.init)
    return Dictionary(grouping: rows, by: \.council).mapValues { $0.map(\.deviation) }
  }

  private struct Row {
    let council: ID<Council>
    let field: String
    let value: String
    let reason: String
    let decidedBy: String
    let decidedOn: Day?

    var deviation: Deviation {
      Deviation(
        field: field, value: value, reason: reason, decidedBy: decidedBy, decidedOn: decidedOn)
    }
  }

  func save(for council: ID<Council>, in work: borrowing Work) throws {
    try work.run(
      """
      INSERT INTO councils_deviation
        (council_id, field, value, reason, decided_by, decided_on, recorded_at)
      VALUES (\(council), \(field), \(value), \(reason), \(decidedBy), \(decidedOn), \(work.now))
      """)
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
