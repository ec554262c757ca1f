import Councils
import Database
import Kernel
import UseCases
import Web

/// Somebody who was at a meeting.
package struct Attendee: JSONRecord {
  package private(set) var person: ID<Person>
  package private(set) var name: String
  package let capacity: Capacity
  package let seat: ID<Seat>?
  package let mayVote: Bool

  package static let shape = Shape<Attendee>(
    "Attendee",
    [
      Field("person", "The person's id; the seat's where names are not public.") { $0.person },
      Field("name", "The person's name, or words for it where names are not public.") { $0.name },
      Field("capacity", "As what they took part.") { $0.capacity },
      Field("seat", "The seat they filled, or null.") { $0.seat },
      Field("mayVote", "Whether they have a vote.") { $0.mayVote },
    ])

  /// Who was at a meeting, those with a vote first.
  static func all(at meeting: ID<Meeting>, in work: borrowing Work) throws -> [Attendee] {
    try work.rows(
      """
      SELECT a.person_id, p.name, a.capacity, a.seat_id, a.may_vote
      FROM meetings_attendance a JOIN identity_person p ON p.id = a.person_id
      WHERE a.meeting_id = \(meeting) ORDER BY a.may_vote DESC, p.name, a.person_id
      """, as: Attendee.init)
  }

  /// The attendance as whoever the names are hidden from may see it.
  func hidden(by hidden: HiddenPeople) -> Attendee {
    guard let alias = hidden.alias(of: person, in: seat) else { return self }
    var attendee = self
    attendee.person = alias.id
    attendee.name = alias.name
    return attendee
  }

  static func count(at meeting: ID<Meeting>, in work: borrowing Work) throws -> Int {
    try work.value("SELECT count(*) FROM meetings_attendance WHERE meeting_id = \(meeting)") ?? 0
  }
}

/// What a meeting should have and lacks; shown, not refused (R099).
package enum AttendanceWarning: String, JSONValue, CaseIterable {
  case unitLeaderIsMissing = "unit_leader_is_missing"
  case staffIsMissing = "staff_is_missing"

  /// The unit leader takes part together with one or more co-workers (R099).
  static func all(for capacities: [Capacity]) -> [AttendanceWarning] {
    var warnings: [AttendanceWarning] = []
    if !capacities.contains(.unitLeader) { warnings.append(.unitLeaderIsMissing) }
    if !capacities.contains(.staffParticipant) { warnings.append(.staffIsMissing) }
    return warnings
  }

  var text: Text {
    switch self {
    case .unitLeaderIsMissing:
      Text(
        nb: "Den som leder enheten, er ikke til stede. Lederen skal delta i møtene.",
        nn: "Den som leier eininga, er ikkje til stades. Leiaren skal delta i møta.")
    case .staffIsMissing:
      Text(
        nb: "Ingen ansatte er til stede. Én eller flere skal delta i møtene.",
        nn: "Ingen tilsette er til stades. Éin eller fleire skal delta i møta.")
    }
  }
}
