import Councils
import Kernel
import UseCases
import Web

/// Sends a draft of minutes to those who met, for their approval (R110).
package struct CirculateMinutes: UseCase, Readable {
  let meeting: ID<Meeting>
  let version: Version

  package static let permission = Permission.writeMinutes

  package init(_ input: inout Input) {
    meeting = input.id("meeting", "The meeting.")
    version = input.version()
  }

  /// - Throws: `.minutesAreNotWritten`; `.minutesAreCirculated`.
  package func perform(in work: borrowing Work) throws -> Minutes {
    let meeting = try Meeting.hold(meeting, for: Self.permission, in: work).meeting
    guard let minutes = try Minutes.find(of: meeting.id, in: work) else {
      throw Refusal.minutesAreNotWritten
    }
    guard minutes.status == .draft else { throw Refusal.minutesAreCirculated }
    try version.mustBe(minutes.version)
    try work.run(
      """
      UPDATE meetings_minutes SET status = \(MinutesStatus.circulated)
      WHERE meeting_id = \(meeting.id)
      """)
    try work.record("minutes-circulated", meeting.id, ["version": "\(minutes.version)"])
    return try Minutes.find(of: meeting.id, in: work).orNotFound()
  }

  /// Why minutes are not sent.
  package enum Refusal: Kernel.Refusal {
    case minutesAreNotWritten
    case minutesAreCirculated

    package var kind: RefusalKind { .conflict }

    package var text: Text {
      switch self {
      case .minutesAreNotWritten:
        Text(
          nb: "Referatet er ikke skrevet. Skriv det først.",
          nn: "Referatet er ikkje skrive. Skriv det først.",
          en: "The minutes are not written. Write them first.")
      case .minutesAreCirculated:
        Text(
          nb: "Referatet er allerede sendt til godkjenning.",
          nn: "Referatet er alt sendt til godkjenning.",
          en: "The minutes have been sent for approval already.")
      }
    }
  }

  static let routes = Route.changing(
    Self.self, api: "/meetings/{meeting}/minutes/circulation", page: MeetingsPaths.circulation,
    form: MeetingsPaths.minutes, "Send the minutes to those who met, for approval.",
    done: Text(nb: "Referatet er sendt til godkjenning.", nn: "Referatet er sendt til godkjenning.")
  )
}
