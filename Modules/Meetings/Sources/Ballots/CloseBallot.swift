import Councils
import Kernel
import Tenancy
import UseCases
import Web

/// Closes a ballot and counts it; what is adopted gets the next number in the protocol (R111).
package struct CloseBallot: UseCase, Readable {
  let ballot: ID<Ballot>
  let meeting: ID<Meeting>?
  let confirmMissing: Bool

  package static let permission = Permission.leadMeeting

  package init(_ input: inout Input) {
    ballot = input.id("ballot", "The ballot.")
    meeting = input.optionalID("meeting", "Its meeting, where the address names it.")
    confirmMissing = input.flag(
      "confirmMissing", "Closes the ballot though somebody who is there has not voted.")
  }

  /// More for than against adopts.
  ///
  /// A tie does not, and stays on record with its count (R133); neither does a ballot without votes.
  ///
  /// - Throws: `.ballotIsClosed`; `.notEverybodyHasVoted` unless that is confirmed.
  package func perform(in work: borrowing Work) throws -> BallotResult {
    let found = try Ballot.find(ballot, at: meeting, in: work)
    let meeting = try Meeting.find(found.meeting, in: work)
    let council = try Council.find(meeting.council, in: work)
    try work.require(Self.permission, as: council.standing(in: work))
    _ = try OwnAct.person(in: work)
    guard try Ballot.holdIfOpen(ballot, in: work) else { throw Refusal.ballotIsClosed }
    let missing = try missing(at: meeting.id, in: work)
    guard missing == 0 || confirmMissing else { throw Refusal.notEverybodyHasVoted }
    let closed = try count(in: work)
    let isAdopted = closed.tally?.isAdopted == true
    let resolution = isAdopted ? try adopt(closed, by: council, in: work) : nil
    try work.record(
      "ballot-closed", closed.id,
      [
        "adopted": "\(isAdopted)", "number": resolution.map { "\($0.number)" } ?? "",
        "missing": "\(missing)",
      ])
    return BallotResult(ballot: closed, resolution: resolution)
  }

  /// How many are there and have a vote they have not cast.
  private func missing(at meeting: ID<Meeting>, in work: borrowing Work) throws -> Int {
    try work.value(
      """
      SELECT count(*) FROM meetings_attendance a
      WHERE a.meeting_id = \(meeting) AND a.may_vote AND NOT EXISTS (
        SELECT 1 FROM meetings_vote v WHERE v.ballot_id = \(ballot) AND v.person_id = a.person_id)
      """) ?? 0
  }

  private func count(in work: borrowing Work) throws -> Ballot {
    let tally = Tally(
      try work.values(
        "SELECT choice FROM meetings_vote WHERE ballot_id = \(ballot)", of: Choice.self))
    return try work.row(
      """
      UPDATE meetings_ballot SET status = \(BallotStatus.closed), yes = \(tally.yes),
        no = \(tally.no), blank = \(tally.blank), closed_at = \(work.now)
      WHERE id = \(ballot) RETURNING \(Ballot.columns)
      """, as: Ballot.init
    ).orNotFound()
  }

  private func adopt(
    _ ballot: Ballot, by council: Council, in work: borrowing Work
  ) throws -> Resolution {
    let rules = try council.rules(in: work)
    let today = OsloTime(work.now).day
    let id: ID<Resolution> = work.newID()
    try work.run(
      """
      INSERT INTO meetings_resolution
        (id, council_id, meeting_id, ballot_id, number, text, adopted_on, answer_due)
      VALUES (\(id), \(council.id), \(ballot.meeting), \(ballot.id),
        \(try ProtocolNumber.next(of: council.id, in: work)), \(ballot.motion), \(today),
        \(today.adding(days: rules.answerDays)))
      """)
    return try Resolution.find(id, in: work)
  }

  /// Why a ballot is not closed.
  package enum Refusal: Kernel.Refusal {
    case ballotIsClosed
    case notEverybodyHasVoted

    package var kind: RefusalKind { .conflict }

    package var text: Text {
      switch self {
      case .ballotIsClosed:
        Text(
          nb: "Avstemningen er allerede avsluttet. Last siden på nytt for å se resultatet.",
          nn: "Avrøystinga er alt avslutta. Last sida på nytt for å sjå resultatet.",
          en: "The ballot has been closed already. Read it again to see the result.")
      case .notEverybodyHasVoted:
        Text(
          nb: "Noen som er til stede, har ikke stemt. Vent på dem, eller kryss av for at dere"
            + " avslutter likevel.",
          nn: "Nokon som er til stades, har ikkje røysta. Vent på dei, eller kryss av for at de"
            + " avsluttar likevel.",
          en: "Somebody who is there has not voted. Wait for them, or confirm that you close the"
            + " ballot all the same.")
      }
    }
  }

  static let routes = Route.changing(
    Self.self, api: "/ballots/{ballot}/closing", page: MeetingsPaths.closing,
    form: MeetingsPaths.meeting, "Close a ballot and count it.",
    done: Text(nb: "Avstemningen er avsluttet og talt.", nn: "Avrøystinga er avslutta og talt."))
}

/// What came of a ballot.
package struct BallotResult: JSONRecord {
  package let ballot: Ballot
  /// The resolution, when the motion was adopted.
  package let resolution: Resolution?

  package static let shape = Shape<BallotResult>(
    "BallotResult",
    [
      Field("ballot", "The ballot with its count.") { $0.ballot },
      Field("resolution", "The resolution, or null when the motion fell.") { $0.resolution },
    ])
}
