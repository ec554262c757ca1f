import Councils
import Kernel
import UseCases
import Web

/// Approves an agenda, as the unit leader or as the council leader; with both, it is set (R108).
package struct ApproveAgenda: UseCase, Readable {
  let meeting: ID<Meeting>
  let version: Version

  package static let permission = Permission.approveAgenda

  package init(_ input: inout Input) {
    meeting = input.id("meeting", "The meeting.")
    version = input.version()
  }

  /// The first approval leaves the version as it is, so that two leaders who have read the same
  /// agenda can approve it at the same moment.
  ///
  /// - Throws: `.agendaIsEmpty`; `.agendaIsSet`; `.youHaveApprovedAlready`.
  package func perform(in work: borrowing Work) throws -> Meeting {
    let meeting = try Meeting.hold(meeting, in: work)
    let council = try Council.find(meeting.council, in: work)
    let standing = try council.standing(in: work)
    try work.require(Self.permission, as: standing)
    let person = try OwnAct.person(in: work)
    guard meeting.status == .planned else { throw Refusal.agendaIsSet }
    try version.mustBe(meeting.version)
    guard try AgendaItem.count(of: meeting.id, in: work) > 0 else { throw Refusal.agendaIsEmpty }
    let party = try AgendaParty.party(of: standing.union(work.actor.tenantWideRoles)).orNotFound()
    try approve(meeting, as: party, by: person.id, in: work)
    let approvals: Int? = try work.value(
      "SELECT count(*) FROM meetings_agenda_approval WHERE meeting_id = \(meeting.id)")
    let isSet = approvals == AgendaParty.allCases.count
    let outcome = isSet ? try meeting.advanced(in: work) : meeting
    try work.record(
      "agenda-approved", meeting.id,
      ["role": party.rawValue, "version": "\(meeting.version)", "status": outcome.status.rawValue])
    return outcome
  }

  private func approve(
    _ meeting: Meeting, as party: AgendaParty, by person: ID<Person>, in work: borrowing Work
  ) throws {
    let added = try work.run(
      """
      INSERT INTO meetings_agenda_approval (meeting_id, role, person_id, approved_at)
      VALUES (\(meeting.id), \(party), \(person), \(work.now)) ON CONFLICT DO NOTHING
      """)
    guard added > 0 else { throw Refusal.youHaveApprovedAlready }
  }

  /// Why an agenda is not approved.
  package enum Refusal: Kernel.Refusal {
    case agendaIsEmpty
    case agendaIsSet
    case youHaveApprovedAlready

    package var kind: RefusalKind { .conflict }

    package var text: Text {
      switch self {
      case .agendaIsEmpty:
        Text(
          nb: "Sakslisten er tom. Legg til minst én sak først.",
          nn: "Saklista er tom. Legg til minst éi sak først.",
          en: "The agenda is empty. Add at least one item first.")
      case .agendaIsSet:
        Text(
          nb: "Sakslisten er allerede godkjent av begge.",
          nn: "Saklista er alt godkjend av begge.",
          en: "Both leaders have approved this agenda already.")
      case .youHaveApprovedAlready:
        Text(
          nb: "Sakslisten er allerede godkjent fra din side. Nå mangler den andre parten.",
          nn: "Saklista er alt godkjend frå di side. No manglar den andre parten.",
          en: "The agenda has been approved on your side already. The other party is missing.")
      }
    }
  }

  static let routes = Route.changing(
    Self.self, api: "/meetings/{meeting}/agenda/approvals", page: MeetingsPaths.agendaApproval,
    form: MeetingsPaths.meeting, "Approve an agenda as the unit leader or the council leader.",
    done: Text(nb: "Du har godkjent sakslisten.", nn: "Du har godkjent saklista."))
}
