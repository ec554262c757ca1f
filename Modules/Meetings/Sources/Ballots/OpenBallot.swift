import Councils
import Kernel
import Tenancy
import UseCases
import Web

/// Opens a ballot on a motion, when enough user representatives are there (R100, R133).
package struct OpenBallot: UseCase, Readable {
  let meeting: ID<Meeting>
  let item: ID<AgendaItem>
  let motion: String

  package static let permission = Permission.leadMeeting

  package init(_ input: inout Input) {
    meeting = input.id("meeting", "The meeting.")
    item = input.id("item", "The item on its agenda.")
    motion = input.text("motion", max: 2000, "What is voted on; becomes the resolution's text.")
  }

  /// - Throws: `.meetingIsNotOpen`; `.anotherBallotIsOpen`; `.tooFewAreThere`;
  ///   `AccessRefusal.thereIsNoSuchRecord` when the item is of another meeting.
  package func perform(in work: borrowing Work) throws -> Ballot {
    let (meeting, council, _) = try Meeting.hold(meeting, for: Self.permission, in: work)
    guard meeting.status == .open else { throw Refusal.meetingIsNotOpen }
    guard try !Ballot.oneIsOpen(at: meeting.id, in: work) else {
      throw Refusal.anotherBallotIsOpen
    }
    try requireQuorum(at: meeting, of: council, in: work)
    let item: ID<AgendaItem> = try work.value(
      "SELECT id FROM meetings_item WHERE id = \(item) AND meeting_id = \(meeting.id)"
    ).orNotFound()
    let ballot = try work.row(
      """
      INSERT INTO meetings_ballot (id, meeting_id, item_id, motion, status)
      VALUES (\(work.newID() as ID<Ballot>), \(meeting.id), \(item), \(motion),
        \(BallotStatus.open))
      RETURNING \(Ballot.columns)
      """, as: Ballot.init
    ).orNotFound()
    try work.record("ballot-opened", ballot.id, ["meeting": "\(meeting.id)"])
    return ballot
  }

  private func requireQuorum(
    at meeting: Meeting, of council: Council, in work: borrowing Work
  ) throws {
    let rules = try council.rules(in: work)
    let seats = try Seat.all(of: council.id, on: OsloTime(work.now).day, in: work)
    let present: Int? = try work.value(
      "SELECT count(*) FROM meetings_attendance WHERE meeting_id = \(meeting.id) AND may_vote")
    let quorum = Quorum(
      rule: rules.quorum, number: rules.quorumNumber, seats: seats.count { $0.votes })
    guard quorum.isMet(by: present ?? 0) else { throw Refusal.tooFewAreThere(quorum.needed) }
  }

  static let routes = Route.changing(
    Self.self, api: "/meetings/{meeting}/ballots", page: MeetingsPaths.ballots,
    form: MeetingsPaths.meeting, "Open a ballot on a motion.",
    done: Text(nb: "Avstemningen er åpen.", nn: "Avrøystinga er open."),
    location: { apiMeeting($0.meeting) })

  private static let apiMeeting: Path = "/meetings/{meeting}"
}

extension OpenBallot {
  /// Why a ballot is not opened.
  package enum Refusal: Kernel.Refusal {
    case meetingIsNotOpen
    case anotherBallotIsOpen
    case tooFewAreThere(Int)

    package var kind: RefusalKind { .conflict }

    package var text: Text {
      switch self {
      case .meetingIsNotOpen:
        Text(
          nb: "Møtet er ikke åpent. Det kan bare stemmes i et møte.",
          nn: "Møtet er ikkje ope. Det kan berre røystast i eit møte.",
          en: "The meeting is not open. Votes are held in meetings only.")
      case .anotherBallotIsOpen:
        Text(
          nb: "En annen avstemning er åpen. Avslutt den først.",
          nn: "Ei anna avrøysting er open. Avslutt ho først.",
          en: "Another ballot is open. Close it first.")
      case .tooFewAreThere(let needed):
        Text(
          nb: "For få brukerrepresentanter er til stede. Minst \(needed) må være her.",
          nn: "For få brukarrepresentantar er til stades. Minst \(needed) må vere her.",
          en: "Too few user representatives are there. At least \(needed) must be, for a vote.")
      }
    }
  }
}
