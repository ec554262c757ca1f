import Councils
import Identity
import Kernel
import UseCases
import Web

/// Records who is at an open meeting, in place of what was recorded before.
///
/// Once there are votes, whoever comes late is added and nothing else changes.
package struct RecordAttendance: UseCase, Readable {
  let meeting: ID<Meeting>
  let present: [ID<Person>]
  let version: Version

  package static let permission = Permission.leadMeeting

  package init(_ input: inout Input) {
    meeting = input.id("meeting", "The meeting.")
    present = input.ids("present", "The ids of those who are there.")
    version = input.version()
  }

  /// - Throws: `.meetingIsNotOpen`; `.aBallotIsOpen`, and `.votesHaveBeenCast` when somebody
  ///   recorded is left out, so that a vote and its quorum stay with who was there; `.personHasNoSeatHere`;
  ///   `.memberAndDeputyCannotBothMeet` (R133); `.nobodyIsAway` for one deputy too many.
  package func perform(in work: borrowing Work) throws -> AttendanceList {
    let (meeting, council, _) = try Meeting.hold(meeting, for: Self.permission, in: work)
    guard meeting.status == .open else { throw Refusal.meetingIsNotOpen }
    try version.mustBe(meeting.version)
    guard try !Ballot.oneIsOpen(at: meeting.id, in: work) else { throw Refusal.aBallotIsOpen }
    let places = try record(at: meeting, of: council, in: work)
    let counted = try meeting.counted(in: work)
    try work.record(
      "attendance-recorded", meeting.id,
      ["present": "\(places.count)", "version": "\(counted.version)"])
    return AttendanceList(
      meeting: counted.id, version: counted.version,
      present: try Attendee.all(at: counted.id, in: work))
  }

  private func record(
    at meeting: Meeting, of council: Council, in work: borrowing Work
  ) throws -> [Places.Place] {
    let attendees = try Attendee.all(at: meeting.id, in: work)
    let recorded = Set(attendees.map(\.person))
    let stands = try Vote.someWasCast(at: meeting.id, in: work)
    guard !stands || recorded.isSubset(of: present) else { throw Refusal.votesHaveBeenCast }
    let places = try Places.all(of: council, in: work).taken(by: Set(present))
    if stands {
      let late = places.filter { !recorded.contains($0.person) }
      let taken = Set(attendees.compactMap(\.seat))
      guard !late.contains(where: { $0.seat.map(taken.contains) ?? false }) else {
        throw Refusal.memberAndDeputyCannotBothMeet
      }
      try add(late, at: meeting, in: work)
    } else {
      try work.run("DELETE FROM meetings_attendance WHERE meeting_id = \(meeting.id)")
      try add(places, at: meeting, in: work)
    }
    return places
  }

  private func add(
    _ places: [Places.Place], at meeting: Meeting, in work: borrowing Work
  ) throws {
    for place in places {
      try work.run(
        """
        INSERT INTO meetings_attendance (meeting_id, person_id, capacity, seat_id, may_vote)
        VALUES (\(meeting.id), \(place.person), \(place.capacity), \(place.seat), \(place.mayVote))
        """)
    }
  }

  static let routes = Route.changing(
    Self.self, api: "/meetings/{meeting}/attendance", page: MeetingsPaths.attendance,
    form: MeetingsPaths.meeting, "Record who is at an open meeting.",
    done: Text(nb: "Fremmøtet er ført.", nn: "Frammøtet er ført."))
}

/// Who is at a meeting, and what to look out for.
package struct AttendanceList: JSONRecord, Versioned {
  package let meeting: ID<Meeting>
  package let version: Int
  package let present: [Attendee]
  /// Flagged, not refused (R099).
  package var warnings: [AttendanceWarning] { AttendanceWarning.all(for: present.map(\.capacity)) }

  package static let shape = Shape<AttendanceList>(
    "AttendanceList",
    [
      Field("meeting", "The meeting's id.") { $0.meeting },
      Field("version", "The meeting's version.") { $0.version },
      Field("present", "Who is there.") { $0.present },
      Field("warnings", "What the meeting should have and lacks.") { $0.warnings },
    ])
}
