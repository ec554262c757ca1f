import Councils
import Kernel
import UseCases
import Web

/// Approves the minutes of a meeting one was at; with the last approval they are final (R110).
package struct ApproveMinutes: UseCase, Readable {
  let meeting: ID<Meeting>
  let version: Version

  package static let permission = Permission.approveMinutes

  package init(_ input: inout Input) {
    meeting = input.id("meeting", "The meeting.")
    version = input.version()
  }

  /// Everybody who met approves, not only those with a vote (R110).
  ///
  /// One approves a version, so a stale page approves nothing.
  ///
  /// - Throws: `.youWereNotThere`; `.minutesAreNotCirculated`; `.minutesAreApproved`;
  ///   `.youHaveApprovedAlready`.
  package func perform(in work: borrowing Work) throws -> Minutes {
    let meeting = try Meeting.hold(meeting, in: work)
    let council = try Council.find(meeting.council, in: work)
    try work.require(Self.permission, as: meeting.standing(council, in: work))
    let person = try OwnAct.person(in: work)
    guard try wasThere(person.id, in: work) else { throw Refusal.youWereNotThere }
    let minutes = try Minutes.find(of: meeting.id, in: work)
    guard let minutes, minutes.status != .draft else { throw Refusal.minutesAreNotCirculated }
    guard minutes.status != .approved else { throw Refusal.minutesAreApproved }
    try version.mustBe(minutes.version)
    try approve(minutes, by: person.id, in: work)
    let missing = try missing(from: minutes, in: work)
    if missing == 0 { try finish(minutes, in: work) }
    try work.record(
      "minutes-approved", meeting.id,
      ["version": "\(minutes.version)", "missing": "\(missing)"])
    return try Minutes.find(of: meeting.id, in: work).orNotFound()
  }

  private func wasThere(_ person: ID<Person>, in work: borrowing Work) throws -> Bool {
    let found: ID<Person>? = try work.value(
      """
      SELECT person_id FROM meetings_attendance
      WHERE meeting_id = \(meeting) AND person_id = \(person)
      """)
    return found != nil
  }

  private func approve(
    _ minutes: Minutes, by person: ID<Person>, in work: borrowing Work
  ) throws {
    let added = try work.run(
      """
      INSERT INTO meetings_minutes_approval (meeting_id, version, person_id, approved_at)
      VALUES (\(meeting), \(minutes.version), \(person), \(work.now)) ON CONFLICT DO NOTHING
      """)
    guard added > 0 else { throw Refusal.youHaveApprovedAlready }
  }

  private func missing(from minutes: Minutes, in work: borrowing Work) throws -> Int {
    try MinutesApproval.all(of: meeting, version: minutes.version, in: work)
      .count { $0.approvedAt == nil }
  }

  private func finish(_ minutes: Minutes, in work: borrowing Work) throws {
    try work.run(
      """
      UPDATE meetings_minutes SET status = \(MinutesStatus.approved), approved_at = \(work.now)
      WHERE meeting_id = \(meeting)
      """)
  }

  static let routes = Route.changing(
    Self.self, api: "/meetings/{meeting}/minutes/approvals", page: MeetingsPaths.minutesApproval,
    form: MeetingsPaths.minutes, "Approve the minutes of a meeting you were at.",
    done: Text(nb: "Du har godkjent referatet.", nn: "Du har godkjent referatet."))
}

extension ApproveMinutes {
  /// Why minutes are not approved.
  package enum Refusal: Kernel.Refusal {
    case youWereNotThere
    case minutesAreNotCirculated
    case minutesAreApproved
    case youHaveApprovedAlready

    package var kind: RefusalKind {
      switch self {
      case .youWereNotThere: .forbidden
      case .minutesAreNotCirculated, .minutesAreApproved, .youHaveApprovedAlready: .conflict
      }
    }

    package var text: Text {
      switch self {
      case .youWereNotThere:
        Text(
          nb: "Du var ikke på møtet. Bare de som møtte, godkjenner referatet.",
          nn: "Du var ikkje på møtet. Berre dei som møtte, godkjenner referatet.",
          en: "You were not at the meeting. Only those who met approve its minutes.")
      case .minutesAreNotCirculated:
        Text(
          nb: "Referatet er ikke sendt til godkjenning ennå. Vent til det kommer.",
          nn: "Referatet er ikkje sendt til godkjenning enno. Vent til det kjem.",
          en: "The minutes have not been sent for approval. Wait until they are.")
      case .minutesAreApproved:
        Text(
          nb: "Referatet er allerede godkjent av alle.", nn: "Referatet er alt godkjent av alle.",
          en: "Everybody has approved the minutes already.")
      case .youHaveApprovedAlready:
        Text(
          nb: "Du har allerede godkjent referatet. Nå venter vi på de andre.",
          nn: "Du har alt godkjent referatet. No ventar vi på dei andre.",
          en: "You have approved the minutes already. The others are missing.")
      }
    }
  }
}
