import Councils
import Database
import Kernel
import UseCases
import Web

/// One meeting of a council.
package struct Meeting: JSONRecord, Versioned {
  package let id: ID<Meeting>
  package let council: ID<Council>
  package let startsAt: Instant
  package let place: String
  package let status: MeetingStatus
  /// Counts the changes of the meeting, its agenda and its attendance.
  package let version: Int
  package let openedAt: Instant?
  package let endedAt: Instant?

  package static let shape = Shape<Meeting>(
    "Meeting",
    [
      Field("id", "The meeting's id.") { $0.id },
      Field("council", "The council's id.") { $0.council },
      Field("startsAt", "When it starts.") { $0.startsAt },
      Field("place", "Where it is held.") { $0.place },
      Field("status", "Where it is in its life.") { $0.status },
      Field("version", "Its version, for If-Match.") { $0.version },
      Field("openedAt", "When it was opened, or null.") { $0.openedAt },
      Field("endedAt", "When it ended, or null.") { $0.endedAt },
    ])

  static let columns: SQL = """
    id, council_id, starts_at, place, status, version, opened_at, ended_at
    """

  /// The meeting of that id.
  ///
  /// - Throws: `AccessRefusal.thereIsNoSuchRecord`.
  package static func find(_ id: ID<Meeting>, in work: borrowing Work) throws -> Meeting {
    try work.row(
      "SELECT \(columns) FROM meetings_meeting WHERE id = \(id)", as: Meeting.init
    ).orNotFound()
  }

  /// The meeting, held until the transaction ends, so that nobody else changes it meanwhile.
  static func hold(_ id: ID<Meeting>, in work: borrowing Work) throws -> Meeting {
    try work.row(
      "UPDATE meetings_meeting SET version = version WHERE id = \(id) RETURNING \(columns)",
      as: Meeting.init
    ).orNotFound()
  }

  /// The meeting, held, with its council, for a person who does something about it in their own name
  /// and is allowed to by what they are in that council.
  ///
  /// - Throws: `AccessRefusal` when there is no such meeting, or whoever asks may not.
  static func hold(
    _ id: ID<Meeting>, for permission: Permission, in work: borrowing Work
  ) throws -> (meeting: Meeting, council: Council, person: Member) {
    let meeting = try hold(id, in: work)
    let council = try Council.find(meeting.council, in: work)
    try work.require(permission, as: council.standing(in: work))
    return (meeting, council, try OwnAct.person(in: work))
  }

  /// The meeting one state further.
  func advanced(in work: borrowing Work) throws -> Meeting {
    let next = status.next ?? status
    return try work.row(
      """
      UPDATE meetings_meeting SET status = \(next), version = version + 1,
        opened_at = \(next == .open ? work.now : openedAt),
        ended_at = \(next == .ended ? work.now : endedAt)
      WHERE id = \(id) RETURNING \(Self.columns)
      """, as: Meeting.init
    ).orNotFound()
  }

  /// The meeting with its change counted.
  func counted(in work: borrowing Work) throws -> Meeting {
    try work.row(
      """
      UPDATE meetings_meeting SET version = version + 1 WHERE id = \(id)
      RETURNING \(Self.columns)
      """, as: Meeting.init
    ).orNotFound()
  }

  /// Whose names everybody may not read in what is told of this meeting.
  func hiddenPeople(of council: Council, in work: borrowing Work) throws -> HiddenPeople {
    try HiddenPeople.of(council, on: OsloTime(openedAt ?? startsAt).day, in: work)
  }

  /// What whoever asks is here: by the council, or by having been at the meeting, which a term
  /// that has ended since does not take away (R110).
  func standing(_ council: Council, in work: borrowing Work) throws -> Set<Role> {
    let roles = try council.standing(in: work)
    guard let member = work.actor.member else { return roles }
    let capacity: Capacity? = try work.value(
      """
      SELECT capacity FROM meetings_attendance
      WHERE meeting_id = \(id) AND person_id = \(member.id)
      """)
    return roles.union(capacity.map { [$0.role] } ?? [])
  }
}
