import Councils
import Kernel
import UseCases
import Web

/// Writes the minutes of a meeting that has ended, or a new version of them.
///
/// Earlier versions stay. Approvals are of one version, so a new one is a draft again, to be sent
/// out and approved anew.
package struct WriteMinutes: UseCase, Readable {
  let meeting: ID<Meeting>
  let body: String
  let version: Version
  let concernsNoSinglePerson: Bool

  package static let permission = Permission.writeMinutes

  package init(_ input: inout Input) {
    meeting = input.id("meeting", "The meeting.")
    body = input.text("body", max: 40_000, "The text of the minutes.")
    version = input.version()
    concernsNoSinglePerson = input.flag(
      "concernsNoSinglePerson", "Confirms that they are not about any single person; must be true.")
  }

  /// The version read must be named once there are minutes.
  ///
  /// - Throws: `.minutesMayConcernASinglePerson` unless the author says they do not (R136);
  ///   `.meetingHasNotEnded`; `.minutesAreApproved`, for those never change again.
  package func perform(in work: borrowing Work) throws -> Minutes {
    let (meeting, _, person) = try Meeting.hold(meeting, for: Self.permission, in: work)
    guard concernsNoSinglePerson else { throw Refusal.minutesMayConcernASinglePerson }
    guard meeting.status == .ended else { throw Refusal.meetingHasNotEnded }
    let current = try Minutes.find(of: meeting.id, in: work)
    if let current {
      guard current.status != .approved else { throw Refusal.minutesAreApproved }
      try version.mustBe(current.version)
    }
    let next = (current?.version ?? 0) + 1
    try save(next, of: meeting.id, by: person.id, in: work)
    try work.record(
      "minutes-written", meeting.id,
      ["version": "\(next)", "concernsNoSinglePerson": "\(concernsNoSinglePerson)"])
    return try Minutes.find(of: meeting.id, in: work).orNotFound()
  }

  private func save(
    _ number: Int, of meeting: ID<Meeting>, by person: ID<Person>, in work: borrowing Work
  ) throws {
    try work.run(
      """
      INSERT INTO meetings_minutes_version (meeting_id, version, body, written_by, written_at)
      VALUES (\(meeting), \(number), \(body), \(person), \(work.now))
      """)
    if number == 1 {
      try work.run(
        """
        INSERT INTO meetings_minutes (meeting_id, version, status)
        VALUES (\(meeting), \(number), \(MinutesStatus.draft))
        """)
    } else {
      try work.run(
        """
        UPDATE meetings_minutes SET version = \(number), status = \(MinutesStatus.draft)
        WHERE meeting_id = \(meeting)
        """)
    }
  }

  /// Why minutes are not written.
  package enum Refusal: Kernel.Refusal {
    case minutesMayConcernASinglePerson
    case meetingHasNotEnded
    case minutesAreApproved

    package var kind: RefusalKind { self == .minutesMayConcernASinglePerson ? .invalid : .conflict }

    package var fields: [FieldProblem] {
      self == .minutesMayConcernASinglePerson ? [FieldProblem("concernsNoSinglePerson", text)] : []
    }

    package var text: Text {
      switch self {
      case .minutesMayConcernASinglePerson:
        Text(
          nb: "Referatet sier ikke noe om enkeltpersoner. Les gjennom det, og kryss av for det.",
          nn: "Referatet seier ikkje noko om enkeltpersonar. Les gjennom det, og kryss av for det.",
          en: "Minutes say nothing of single persons. Read them through, and confirm that.")
      case .meetingHasNotEnded:
        Text(
          nb: "Møtet er ikke avsluttet. Avslutt det før dere skriver referat.",
          nn: "Møtet er ikkje avslutta. Avslutt det før de skriv referat.",
          en: "The meeting has not ended. End it before its minutes are written.")
      case .minutesAreApproved:
        Text(
          nb: "Referatet er godkjent av dem som møtte, og står. Rett det i neste referat.",
          nn: "Referatet er godkjent av dei som møtte, og står. Rett det i neste referat.",
          en: "The minutes are approved and do not change. Correct them in the next minutes.")
      }
    }
  }

  static let routes = Route.changing(
    Self.self, .put, api: "/meetings/{meeting}/minutes", page: MeetingsPaths.minutes,
    form: MeetingsPaths.minutes, "Write the minutes of a meeting, or a new version of them.",
    done: Text(nb: "Referatet er lagret.", nn: "Referatet er lagra."))
}
