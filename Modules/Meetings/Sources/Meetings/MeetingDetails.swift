import Councils
import Kernel
import Tenancy
import UseCases
import Web

/// One meeting with all that belongs to it, as far as the reader may see it.
package struct MeetingDetails: JSONRecord, Versioned {
  let meeting: Meeting
  let council: Council
  let words: Words
  let items: [AgendaItem]
  let approvals: [AgendaApproval]
  let held: HeldMeeting
  let publishedAt: Instant?
  let may: Set<Permission>
  let reader: MeetingReader
  let candidates: [Candidate]

  package var version: Int { meeting.version }

  package static let shape = Shape<MeetingDetails>(
    "MeetingDetails",
    [
      Field("id", "The meeting's id.") { $0.meeting.id },
      Field("council", "The council's id.") { $0.council.id },
      Field("councilName", "The council's name.") { $0.council.name },
      Field("startsAt", "When it starts.") { $0.meeting.startsAt },
      Field("place", "Where it is held.") { $0.meeting.place },
      Field("status", "Where it is in its life.") { $0.meeting.status },
      Field("version", "Its version, for If-Match.") { $0.version },
      Field("openedAt", "When it was opened, or null.") { $0.meeting.openedAt },
      Field("endedAt", "When it ended, or null.") { $0.meeting.endedAt },
      Field("agenda", "What it takes up.") { $0.items },
      Field("agendaApprovals", "Who has approved the agenda.") { $0.approvals },
      Field("attendance", "Who is there.") { $0.held.attendance },
      Field("warnings", "What the meeting should have and lacks.") { $0.warnings },
      Field("ballots", "What is voted on.") { $0.held.ballots },
      Field("resolutions", "What was adopted.") { $0.held.resolutions },
      Field("minutesStatus", "How far the minutes have come, or null.") { $0.held.minutes },
      Field("minutesPublishedAt", "When the minutes were published, or null.") { $0.publishedAt },
    ])

  /// What to look out for once attendance is recorded (R099).
  var warnings: [AttendanceWarning] {
    guard !held.attendance.isEmpty else { return [] }
    return AttendanceWarning.all(for: held.attendance.map(\.capacity))
  }
}

/// What took place at a meeting.
struct HeldMeeting: Sendable {
  let attendance: [Attendee]
  let ballots: [Ballot]
  let resolutions: [Resolution]
  let minutes: MinutesStatus?

  /// What those see who may not see it.
  static let nothing = HeldMeeting(attendance: [], ballots: [], resolutions: [], minutes: nil)

  static func load(
    _ meeting: ID<Meeting>, hiding hidden: HiddenPeople, in work: borrowing Work
  ) throws -> HeldMeeting {
    HeldMeeting(
      attendance: try Attendee.all(at: meeting, in: work).map { $0.hidden(by: hidden) },
      ballots: try Ballot.all(of: meeting, in: work),
      resolutions: try Resolution.all(of: meeting, in: work),
      minutes: try work.value("SELECT status FROM meetings_minutes WHERE meeting_id = \(meeting)"))
  }
}

/// What the reader has to do with a meeting.
struct MeetingReader: Sendable {
  let person: ID<Person>?
  /// As which party they approve the agenda, if any.
  let party: AgendaParty?
  /// The ballots they have voted on.
  let votedOn: Set<ID<Ballot>>

  static func load(
    _ meeting: ID<Meeting>, _ standing: Set<Role>, in work: borrowing Work
  ) throws -> MeetingReader {
    guard let person = work.actor.member?.id else {
      return MeetingReader(person: nil, party: nil, votedOn: [])
    }
    let voted = try work.values(
      """
      SELECT ballot_id FROM meetings_vote WHERE meeting_id = \(meeting) AND person_id = \(person)
      """, of: ID<Ballot>.self)
    return MeetingReader(
      person: person, party: .party(of: standing.union(work.actor.tenantWideRoles)),
      votedOn: Set(voted))
  }
}
