import Councils
import Kernel
import UseCases
import Web

/// Publishes minutes that everybody who met has approved, and with them the resolutions (R110).
package struct PublishMinutes: UseCase, Readable {
  let meeting: ID<Meeting>

  package static let permission = Permission.publishMinutes

  package init(_ input: inout Input) { meeting = input.id("meeting", "The meeting.") }

  /// - Throws: `.minutesAreNotApproved`; `.minutesArePublished`.
  package func perform(in work: borrowing Work) throws -> Minutes {
    let (meeting, _, person) = try Meeting.hold(meeting, for: Self.permission, in: work)
    let minutes = try Minutes.find(of: meeting.id, in: work)
    guard let minutes, minutes.status == .approved else { throw Refusal.minutesAreNotApproved }
    let added = try work.run(
      """
      INSERT INTO meetings_publication (meeting_id, status, published_by, published_at)
      VALUES (\(meeting.id), \(minutes.status), \(person.id), \(work.now)) ON CONFLICT DO NOTHING
      """)
    guard added > 0 else { throw Refusal.minutesArePublished }
    try work.record("minutes-published", meeting.id, ["version": "\(minutes.version)"])
    return minutes
  }

  /// Why minutes are not published.
  package enum Refusal: Kernel.Refusal {
    case minutesAreNotApproved
    case minutesArePublished

    package var kind: RefusalKind { .conflict }

    package var text: Text {
      switch self {
      case .minutesAreNotApproved:
        Text(
          nb: "Referatet er ikke godkjent av alle som møtte. Vent til de har godkjent det.",
          nn: "Referatet er ikkje godkjent av alle som møtte. Vent til dei har godkjent det.",
          en: "Not everybody who met has approved the minutes. Wait until they have.")
      case .minutesArePublished:
        Text(
          nb: "Referatet er allerede publisert.", nn: "Referatet er alt publisert.",
          en: "The minutes have been published already.")
      }
    }
  }

  static let routes = Route.changing(
    Self.self, api: "/meetings/{meeting}/minutes/publication", page: MeetingsPaths.publication,
    form: MeetingsPaths.minutes, "Publish approved minutes.",
    done: Text(nb: "Referatet er publisert.", nn: "Referatet er publisert."))
}
