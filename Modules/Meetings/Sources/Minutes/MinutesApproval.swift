import Councils
import Kernel
import UseCases
import Web

/// Somebody who was at a meeting, and when they approved the current minutes.
package struct MinutesApproval: JSONRecord {
  package private(set) var person: ID<Person>
  package private(set) var name: String
  /// The seat they filled at the meeting, if they did.
  let seat: ID<Seat>?
  /// Nil while they have not.
  package let approvedAt: Instant?

  package static let shape = Shape<MinutesApproval>(
    "MinutesApproval",
    [
      Field("person", "The person's id; the seat's where names are not public.") { $0.person },
      Field("name", "The person's name, or words for it where names are not public.") { $0.name },
      Field("approvedAt", "When they approved this version, or null.") { $0.approvedAt },
    ])

  /// The approval as whoever the names are hidden from may see it.
  func hidden(by hidden: HiddenPeople) -> MinutesApproval {
    guard let alias = hidden.alias(of: person, in: seat) else { return self }
    var approval = self
    approval.person = alias.id
    approval.name = alias.name
    return approval
  }

  /// Everybody who was at a meeting, with their approval of a version of its minutes.
  static func all(
    of meeting: ID<Meeting>, version: Int, in work: borrowing Work
  ) throws -> [MinutesApproval] {
    try work.rows(
      """
      SELECT a.person_id, p.name, a.seat_id, m.approved_at
      FROM meetings_attendance a
      JOIN identity_person p ON p.id = a.person_id
      LEFT JOIN meetings_minutes_approval m ON m.meeting_id = a.meeting_id
        AND m.person_id = a.person_id AND m.version = \(version)
      WHERE a.meeting_id = \(meeting) ORDER BY p.name, a.person_id
      """, as: MinutesApproval.init)
  }
}
