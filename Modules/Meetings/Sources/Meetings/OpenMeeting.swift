import Councils
import Kernel
import UseCases
import Web

/// Opens a meeting whose agenda both leaders have approved (R108).
package struct OpenMeeting: UseCase, Readable {
  let meeting: ID<Meeting>
  let version: Version

  package static let permission = Permission.leadMeeting

  package init(_ input: inout Input) {
    meeting = input.id("meeting", "The meeting.")
    version = input.version()
  }

  /// - Throws: `.agendaIsNotApproved`; `.meetingHasBeenOpened` when it is open or has ended;
  ///   `AtWorkRefusal` when the council is dissolved or rests.
  package func perform(in work: borrowing Work) throws -> Meeting {
    let (meeting, council, _) = try Meeting.hold(meeting, for: Self.permission, in: work)
    try council.mustBeAtWork()
    switch meeting.status {
    case .planned: throw Refusal.agendaIsNotApproved
    case .open, .ended: throw Refusal.meetingHasBeenOpened
    case .agendaApproved: break
    }
    try version.mustBe(meeting.version)
    let opened = try meeting.advanced(in: work)
    try work.record("meeting-opened", meeting.id, ["version": "\(opened.version)"])
    return opened
  }

  /// Why a meeting is not opened.
  package enum Refusal: Kernel.Refusal {
    case agendaIsNotApproved
    case meetingHasBeenOpened

    package var kind: RefusalKind { .conflict }

    package var text: Text {
      switch self {
      case .agendaIsNotApproved:
        Text(
          nb: "Sakslisten er ikke godkjent ennå. Både enhetslederen og rådets leder må"
            + " godkjenne den.",
          nn: "Saklista er ikkje godkjend enno. Både einingsleiaren og leiaren i rådet må"
            + " godkjenne ho.",
          en: "The agenda is not approved. Both the unit leader and the council leader must do so.")
      case .meetingHasBeenOpened:
        Text(
          nb: "Møtet er allerede åpnet. Last siden på nytt.",
          nn: "Møtet er alt opna. Last sida på nytt.",
          en: "The meeting has been opened already. Read it again.")
      }
    }
  }

  static let routes = Route.changing(
    Self.self, api: "/meetings/{meeting}/opening", page: MeetingsPaths.opening,
    form: MeetingsPaths.meeting, "Open a meeting.",
    done: Text(nb: "Møtet er åpnet.", nn: "Møtet er opna."))
}
