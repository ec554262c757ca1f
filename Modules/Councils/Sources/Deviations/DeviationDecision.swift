import Database
import Kernel
import Tenancy
import UseCases
import Web

/// What was decided about one rule of one council: an answer of its own from a day on, or that it
/// follows the rule again.
package struct DeviationDecision: JSONRecord {
  let field: String
  /// The council's version when it was decided; a later decision about the same rule takes its place.
  let version: Int
  /// Nil where the council follows the rule again.
  let value: String?
  /// Nil for what was so from the council's beginning.
  let validFrom: Day?
  let reason: String
  let decidedBy: String
  let decidedOn: Day?
  let recordedAt: Instant

  package static let shape = Shape<DeviationDecision>(
    "DeviationDecision",
    [
      Field("field", "The question, or `groups.CODE` for the number of a group.") { $0.field },
      Field("value", "The council's own answer, or null where it follows the rule again.") {
        $0.value
      },
      Field("validFrom", "The first day, or null from the council's beginning.") { $0.validFrom },
      Field("reason", "Why.") { $0.reason },
      Field("decidedBy", "Who decided it.") { $0.decidedBy },
      Field("decidedOn", "The day it was decided, or null.") { $0.decidedOn },
      Field("recordedAt", "When it was written down.") { $0.recordedAt },
    ])

  /// The deviation from that day on; nil where there is none any more.
  var deviation: Deviation? {
    value.map {
      Deviation(
        field: field, value: $0, reason: reason, decidedBy: decidedBy, decidedOn: decidedOn,
        validFrom: validFrom)
    }
  }

  func hasBegun(by day: Day) -> Bool { validFrom.map { $0 <= day } ?? true }

  func save(for council: ID<Council>, in work: borrowing Work) throws {
    try work.run(
      """
      INSERT INTO councils_deviation_decision (council_id, field, version, value, valid_from, reason,
        decided_by, decided_on, recorded_at)
      VALUES (\(council), \(field), \(version), \(value), \(validFrom), \(reason), \(decidedBy),
        \(decidedOn), \(recordedAt))
      """)
  }
}

/// All that was decided about how a council deviates, the oldest first.
struct DeviationHistory {
  let decisions: [DeviationDecision]

  /// What was decided for some councils.
  static func all(
    of councils: [ID<Council>], in work: borrowing Work
  ) throws -> [ID<Council>: DeviationHistory] {
    let rows = try work.rows(
      """
      SELECT d.council_id, d.field, d.version, d.value, d.valid_from, d.reason, d.decided_by,
        d.decided_on, d.recorded_at
      FROM councils_deviation_decision d WHERE d.council_id IN (\(list: councils))
      ORDER BY d.version, d.field
      """, as: Row.init)
    return Dictionary(grouping: rows, by: \.council)
      .mapValues { DeviationHistory(decisions: $0.map(\.decision)) }
  }

  static func of(_ council: ID<Council>, in work: borrowing Work) throws -> DeviationHistory {
    try all(of: [council], in: work)[council] ?? DeviationHistory(decisions: [])
  }

  private struct Row {
    let council: ID<Council>
    let field: String
    let version: Int
    let value: String?
    let validFrom: Day?
    let reason: String
    let decidedBy: String
    let decidedOn: Day?
    let recordedAt: Instant

    var decision: DeviationDecision {
      DeviationDecision(
        field: field, version: version, value: value, validFrom: validFrom, reason: reason,
        decidedBy: decidedBy, decidedOn: decidedOn, recordedAt: recordedAt)
    }
  }
}

extension DeviationHistory {
  private var fields: [String] { Set(decisions.map(\.field)).sorted() }

  /// The last decision about a rule that has begun by a day.
  private func newest(of field: String, on day: Day) -> DeviationDecision? {
    decisions.last { $0.field == field && $0.hasBegun(by: day) }
  }

  /// The points in which the council deviates on a day.
  func standing(on day: Day) -> [Deviation] {
    fields.compactMap { newest(of: $0, on: day)?.deviation }
  }

  /// What is still to come, the next one first: all but what a later decision has taken the place of.
  func coming(after today: Day) -> [DeviationDecision] {
    decisions.filter { decision in
      guard let day = decision.validFrom, day > today else { return false }
      return newest(of: decision.field, on: day)?.version == decision.version
    }.sorted { ($0.validFrom ?? today, $0.field) < ($1.validFrom ?? today, $1.field) }
  }

  /// What has to be decided so that a council deviates in exactly these points from a day on, whatever
  /// was decided for later: each rule with the council's own answer, or none.
  func changes(to wanted: [Deviation], from day: Day) -> [(field: String, value: String?)] {
    Set(fields + wanted.map(\.field)).sorted().compactMap { field in
      let value = wanted.first { $0.field == field }?.value
      let days = [day] + decisions.filter { $0.field == field }.compactMap(\.validFrom)
      let isSoAlready = days.filter { $0 >= day }.allSatisfy {
        newest(of: field, on: $0)?.value == value
      }
      return isSoAlready ? nil : (field, value)
    }
  }
}
