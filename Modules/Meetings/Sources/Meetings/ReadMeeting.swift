import Councils
import Kernel
import Tenancy
import UseCases
import Web

/// Shows one meeting: agenda, approvals, who was there, what was voted on, what came of it, and what
/// the reader may do now.
package struct ReadMeeting: UseCase, Readable {
  let meeting: ID<Meeting>

  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) { meeting = input.id("meeting", "The meeting.") }

  /// Everybody reads the agenda once it is approved.
  ///
  /// Names, votes and resolutions are for those who work with the council until the minutes are
  /// published, and names that are not public for good.
  ///
  /// - Throws: `AccessRefusal` before the agenda is approved, to whoever does not.
  package func perform(in work: borrowing Work) throws -> MeetingDetails {
    let meeting = try Meeting.find(meeting, in: work)
    let council = try Council.find(meeting.council, in: work)
    let standing = try meeting.standing(council, in: work)
    if !meeting.status.isPublic { try work.require(.readCouncilWork, as: standing) }
    let publishedAt = try Publication.time(of: meeting.id, in: work)
    let worksHere = work.may(.readCouncilWork, as: standing)
    let seesWork = worksHere || publishedAt != nil
    let items = try AgendaItem.all(of: meeting.id, in: work)
    let approvals = try AgendaApproval.all(of: meeting.id, in: work)
    let hidden = worksHere ? .nobody : try meeting.hiddenPeople(of: council, in: work)
    return MeetingDetails(
      meeting: meeting, council: council, words: try Words.load(in: work),
      items: worksHere ? items : items.map(\.withoutNames),
      approvals: seesWork
        ? approvals.map { $0.hidden(by: hidden) } : approvals.map(\.withoutName),
      held: seesWork ? try HeldMeeting.load(meeting.id, hiding: hidden, in: work) : .nothing,
      publishedAt: publishedAt, may: may(standing, in: work),
      reader: try MeetingReader.load(meeting.id, standing, in: work),
      candidates: meeting.status == .open && work.may(.leadMeeting, as: standing)
        ? try Candidate.all(of: council, in: work) : [])
  }

  private func may(_ standing: Set<Role>, in work: borrowing Work) -> Set<Permission> {
    let asked: [Permission] = [
      .readCouncilWork, .proposeAgendaItem, .approveAgenda, .leadMeeting, .vote, .writeMinutes,
    ]
    return Set(asked.filter { work.may($0, as: standing) })
  }

  static let routes = Route.reading(
    Self.self, api: "/meetings/{meeting}", page: MeetingsPaths.meeting,
    "One meeting with its agenda, attendance, ballots and resolutions."
  ) { details, page in
    MeetingPage(details: details, page: page).view
  }
}
