import Kernel
import UseCases
import Web

/// Somebody who was at a meeting, and when they approved the current minutes.
package struct MinutesApproval: JSONRecord {
  package let person: ID<Person>
  package let name: String
  /// Nil while they have not.
  package let approvedAt: Instant?

  package static let shape = Shape<MinutesApproval>(
    "MinutesApproval",
    [
      Field("person", "The person's id.") { $0.person },
      Field("name", "The person's name.") { $0.name },
      Field("approvedAt", "When they approved this version, or null.") { $0.approvedAt },
    ])

  /// Everybody who was at a meeting, with their approval of a version of its minutes.
  static func all(
    of meeting: ID<Meeting>, version: Int, in work: borrowing Work
  ) throws -> [MinutesApproval] {
    try work.rows(
      """
      SELECT a.person_id, p.name, m.approved_at
      FROM meetings_attendance a
      JOIN identity_person p ON p.id = a.person_id
      LEFT JOIN meetings_minutes_approval m ON m.meeting_id = a.meeting_id
        AND m.person_id = a.person_id AND m.version = \(version)
      WHERE a.meeting_id = \(meeting) ORDER BY p.name, a.person_id
      """, as: MinutesApproval.init)
  }
}
