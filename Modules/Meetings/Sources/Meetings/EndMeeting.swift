import Councils
import Kernel
import UseCases
import Web

/// Ends a meeting, when no ballot is open any more.
package struct EndMeeting: UseCase, Readable {
  let meeting: ID<Meeting>
  let version: Version

  package static let permission = Permission.leadMeeting

  package init(_ input: inout Input) {
    meeting = input.id("meeting", "The meeting.")
    version = input.version()
  }

  /// - Throws: `.meetingIsNotOpen`; `.aBallotIsOpen`; `.attendanceIsNotRecorded`, for then nobody
  ///   could ever approve its minutes (R110).
  package func perform(in work: borrowing Work) throws -> Meeting {
    let meeting = try Meeting.hold(meeting, for: Self.permission, in: work).meeting
    guard meeting.status == .open else { throw Refusal.meetingIsNotOpen }
    try version.mustBe(meeting.version)
    guard try !Ballot.oneIsOpen(at: meeting.id, in: work) else { throw Refusal.aBallotIsOpen }
    guard try Attendee.count(at: meeting.id, in: work) > 0 else {
      throw Refusal.attendanceIsNotRecorded
    }
    let ended = try meeting.advanced(in: work)
    try work.record("meeting-ended", meeting.id, ["version": "\(ended.version)"])
    return ended
  }

  /// Why a meeting is not ended.
  package enum Refusal: Kernel.Refusal {
    case meetingIsNotOpen
    case aBallotIsOpen
    case attendanceIsNotRecorded

    package var kind: RefusalKind { .conflict }

    package var text: Text {
      switch self {
      case .meetingIsNotOpen:
        Text(
          nb: "Møtet er ikke åpent. Last siden på nytt.",
          nn: "Møtet er ikkje ope. Last sida på nytt.",
          en: "The meeting is not open. Read it again.")
      case .aBallotIsOpen:
        Text(
          nb: "En avstemning er åpen. Avslutt den før dere avslutter møtet.",
          nn: "Ei avrøysting er open. Avslutt ho før de avsluttar møtet.",
          en: "A ballot is open. Close it before the meeting ends.")
      case .attendanceIsNotRecorded:
        Text(
          nb: "Fremmøtet er ikke ført. Før hvem som er til stede først.",
          nn: "Frammøtet er ikkje ført. Før kven som er til stades først.",
          en: "Attendance is not recorded. Record who is there first.")
      }
    }
  }

  static let routes = Route.changing(
    Self.self, api: "/meetings/{meeting}/ending", page: MeetingsPaths.ending,
    form: MeetingsPaths.meeting, "End a meeting.",
    done: Text(nb: "Møtet er avsluttet.", nn: "Møtet er avslutta."))
}
