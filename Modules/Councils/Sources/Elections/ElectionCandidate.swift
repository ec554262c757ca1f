import Database
import Kernel
import UseCases
import Web

/// Somebody who stands for a place, alone or with a personal deputy.
package struct ElectionCandidate: JSONRecord {
  package let id: ID<ElectionCandidate>
  package let election: ID<Election>
  package var name: String
  /// Gone once the election is settled.
  package var email: String?
  package var deputyName: String?
  package var deputyEmail: String?
  package let organisation: String?
  package let staffField: StaffField?
  package let votes: Int?
  /// Their place among those with as many votes, by lot or by the leader.
  package let tieRank: Int?
  package var answer: ElectionAnswer?
  package let place: ElectedPlace?
  package let placeNumber: Int?
  package let person: ID<Person>?
  package let deputy: ID<Person>?
  /// The place they answered to; nil when nobody wrote that down.
  package let answeredFor: ElectedPlace?
  /// Their place among those with as many votes, until another person has confirmed it.
  package let tieProposal: Int?
  let tieEnteredBy: ID<Person>?

  package static let shape = Shape<ElectionCandidate>(
    "ElectionCandidate",
    [
      Field("id", "The candidate's id.") { $0.id },
      Field("election", "The election's id.") { $0.election },
      Field("name", "The name, or the group and a number where names are not public.") { $0.name },
      Field("email", "Their address, only for whoever holds the election; null afterwards.") {
        $0.email
      },
      Field("deputyName", "The deputy they stand together with, or null.") { $0.deputyName },
      Field("organisation", "The organisation they speak for, or null.") { $0.organisation },
      Field("staffField", "What a member of the staff works with, or null.") { $0.staffField },
      Field("votes", "How many voted for them; null before the count.") { $0.votes },
      Field("tieRank", "Their place among those with as many votes, or null.") { $0.tieRank },
      Field("answer", "What they said to a place, for whoever holds or confirms; or null.") {
        $0.answer
      },
      Field("answeredFor", "The place they said it to, or null.") {
        $0.answer == nil ? nil : $0.answeredFor
      },
      Field("place", "What they got; null before the election is settled, and for others.") {
        $0.place
      },
      Field("placeNumber", "Which of those places, from 1, or null.") { $0.placeNumber },
    ])

  /// What they said to a place.
  ///
  /// A yes or a no to being a deputy is none to being a member.
  func answer(to place: ElectedPlace) -> ElectionAnswer? {
    answeredFor == .deputy && place == .member ? nil : answer
  }

  static let columns: SQL = """
    c.id, c.election_id, c.name, c.email, c.deputy_name, c.deputy_email, c.organisation, \
    c.staff_field, c.votes, c.tie_rank, c.answer, c.place, c.place_number, c.person_id, c.deputy_id, \
    c.answered_for, c.tie_proposal, c.tie_entered_by
    """

  /// The candidates of an election in the order they were nominated.
  static func all(
    of election: ID<Election>, in work: borrowing Work
  ) throws -> [ElectionCandidate] {
    try work.rows(
      "SELECT \(columns) FROM councils_candidate c WHERE c.election_id = \(election) ORDER BY c.id",
      as: ElectionCandidate.init)
  }

  /// One candidate of an election.
  static func find(
    _ id: ID<ElectionCandidate>, of election: ID<Election>, in work: borrowing Work
  ) throws -> ElectionCandidate {
    try work.row(
      """
      SELECT \(columns) FROM councils_candidate c
      WHERE c.id = \(id) AND c.election_id = \(election)
      """, as: ElectionCandidate.init
    ).orNotFound()
  }
}
