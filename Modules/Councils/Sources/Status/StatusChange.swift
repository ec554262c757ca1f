import Database
import Kernel
import UseCases
import Web

/// What a council became, from which day, and why.
package struct StatusChange: JSONRecord {
  package let status: CouncilStatus
  /// What it was until then; nil for its beginning.
  let was: CouncilStatus?
  package let validFrom: Day
  let reason: String?
  let decidedBy: String?
  let successor: ID<Council>?
  let successorName: String?
  /// Why no council takes over after one that was dissolved.
  let nobodyTakesOver: String?
  /// When it was written down; nil for what was so before there was a history.
  let recordedAt: Instant?

  package static let shape = Shape<StatusChange>(
    "StatusChange",
    [
      Field("status", "What the council became.") { $0.status },
      Field("was", "What it was until then, or null for its beginning.") { $0.was },
      Field("validFrom", "The first day it was so.") { $0.validFrom },
      Field("reason", "Why, or null for its beginning.") { $0.reason },
      Field("decidedBy", "Who decided it, or null.") { $0.decidedBy },
      Field("successor", "The id of the council that takes over, or null.") { $0.successor },
      Field("successorName", "The name of that council, or null.") { $0.successorName },
      Field("nobodyTakesOver", "Why no council takes over, or null.") { $0.nobodyTakesOver },
      Field("recordedAt", "When it was written down, or null.") { $0.recordedAt },
    ])

  /// What a council has been, the newest first.
  static func all(of council: ID<Council>, in work: borrowing Work) throws -> [StatusChange] {
    try work.rows(
      """
      SELECT s.status, s.was, s.valid_from, s.reason, s.decided_by, s.successor_id, c.name,
        s.nobody_takes_over, s.recorded_at
      FROM councils_status s LEFT JOIN councils_council c ON c.id = s.successor_id
      WHERE s.council_id = \(council) ORDER BY s.version DESC
      """, as: StatusChange.init)
  }

  /// Writes down that a council is constituted; `version` is the council's from then on.
  static func begin(
    _ council: ID<Council>, version: Int, on day: Day, in work: borrowing Work
  ) throws {
    try work.run(
      """
      INSERT INTO councils_status (council_id, version, status, valid_from, recorded_at)
      VALUES (\(council), \(version), \(CouncilStatus.constituted), \(day), \(work.now))
      """)
  }
}
