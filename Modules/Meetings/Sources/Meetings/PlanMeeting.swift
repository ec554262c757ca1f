import Councils
import Kernel
import UseCases
import Web

/// Plans a meeting of a council: a time and a place (R107).
package struct PlanMeeting: UseCase, Readable {
  let council: ID<Council>
  let startsAt: Instant
  let place: String

  package static let permission = Permission.planMeeting

  package init(_ input: inout Input) {
    council = input.id("council", "The council.")
    startsAt = input.instant("startsAt", "When it starts.")
    place = input.text("place", "Where it is held.")
  }

  /// - Throws: `.meetingWouldBeInThePast`; `AtWorkRefusal` when the council is dissolved or rests.
  package func perform(in work: borrowing Work) throws -> Meeting {
    let council = try Council.find(council, in: work)
    try work.require(Self.permission, as: council.standing(in: work))
    _ = try OwnAct.person(in: work)
    try council.mustBeAtWork()
    guard startsAt >= work.now else { throw Refusal.meetingWouldBeInThePast }
    let id: ID<Meeting> = work.newID()
    let meeting = try work.row(
      """
      INSERT INTO meetings_meeting (id, council_id, starts_at, place, status, version)
      VALUES (\(id), \(council.id), \(startsAt), \(place), \(MeetingStatus.planned), 1)
      RETURNING \(Meeting.columns)
      """, as: Meeting.init
    ).orNotFound()
    try work.record("meeting-planned", id, ["council": "\(council.id)", "startsAt": "\(startsAt)"])
    return meeting
  }

  /// Why a meeting is not planned.
  package enum Refusal: Kernel.Refusal {
    case meetingWouldBeInThePast

    package var kind: RefusalKind { .invalid }
    package var fields: [FieldProblem] { [FieldProblem("startsAt", text)] }

    package var text: Text {
      Text(
        nb: "Tidspunktet har vært. Velg et som kommer.",
        nn: "Tidspunktet har vore. Vel eit som kjem.",
        en: "This time has passed. Choose one to come.")
    }
  }

  static let routes = Route.changing(
    Self.self, api: "/councils/{council}/meetings", page: MeetingsPaths.meetings,
    form: MeetingsPaths.meetings, "Plan a meeting of a council.",
    done: Text(nb: "Møtet er planlagt.", nn: "Møtet er planlagt."),
    location: { apiMeeting($0.id) }, then: { MeetingsPaths.meeting($0.id) })

  private static let apiMeeting: Path = "/meetings/{meeting}"
}
