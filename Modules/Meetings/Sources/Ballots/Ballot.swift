import Database
import Kernel
import UseCases
import Web

/// A vote on one motion.
package struct Ballot: JSONRecord {
  package let id: ID<Ballot>
  package let meeting: ID<Meeting>
  package let item: ID<AgendaItem>
  package let motion: String
  package let status: BallotStatus
  let yes: Int?
  let no: Int?
  let blank: Int?
  package let closedAt: Instant?

  /// The count, once the ballot is closed.
  package var tally: Tally? {
    guard let yes, let no, let blank else { return nil }
    return Tally(yes: yes, no: no, blank: blank)
  }

  package static let shape = Shape<Ballot>(
    "Ballot",
    [
      Field("id", "The ballot's id.") { $0.id },
      Field("meeting", "The meeting's id.") { $0.meeting },
      Field("item", "The id of the agenda item.") { $0.item },
      Field("motion", "What is voted on.") { $0.motion },
      Field("status", "Whether votes can be cast.") { $0.status },
      Field("yes", "Votes for; null while the ballot is open.") { $0.yes },
      Field("no", "Votes against; null while the ballot is open.") { $0.no },
      Field("blank", "Blank votes; null while the ballot is open.") { $0.blank },
      Field("isAdopted", "Whether more voted for than against; null while open.") {
        $0.tally?.isAdopted
      },
      Field("closedAt", "When it was closed, or null.") { $0.closedAt },
    ])

  static let columns: SQL = "id, meeting_id, item_id, motion, status, yes, no, blank, closed_at"

  /// The ballots of a meeting in the order they were held.
  static func all(of meeting: ID<Meeting>, in work: borrowing Work) throws -> [Ballot] {
    try work.rows(
      "SELECT \(columns) FROM meetings_ballot WHERE meeting_id = \(meeting) ORDER BY id",
      as: Ballot.init)
  }

  /// The ballot of that id, which must be of the meeting if one is named.
  static func find(
    _ id: ID<Ballot>, at meeting: ID<Meeting>?, in work: borrowing Work
  ) throws -> Ballot {
    let ballot = try work.row(
      "SELECT \(columns) FROM meetings_ballot WHERE id = \(id)", as: Ballot.init
    ).orNotFound()
    guard meeting == nil || meeting == ballot.meeting else {
      throw AccessRefusal.thereIsNoSuchRecord
    }
    return ballot
  }

  /// Whether the ballot still is open; if so it is held until the transaction ends, so that it is
  /// not closed while a vote is cast, and no vote is cast while it is counted.
  static func holdIfOpen(_ id: ID<Ballot>, in work: borrowing Work) throws -> Bool {
    let held: ID<Ballot>? = try work.value(
      """
      UPDATE meetings_ballot SET motion = motion
      WHERE id = \(id) AND status = \(BallotStatus.open) RETURNING id
      """)
    return held != nil
  }

  static func oneIsOpen(at meeting: ID<Meeting>, in work: borrowing Work) throws -> Bool {
    let open: ID<Ballot>? = try work.value(
      """
      SELECT id FROM meetings_ballot
      WHERE meeting_id = \(meeting) AND status = \(BallotStatus.open)
      """)
    return open != nil
  }
}

/// Whether votes can be cast.
package enum BallotStatus: String, Storable, JSONValue, CaseIterable {
  case open
  case closed
}
