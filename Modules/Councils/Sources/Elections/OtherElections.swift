import Database
import Kernel
import Tenancy
import UseCases

/// The other elections of a council whose elected would sit at the same time: nobody has two seats.
struct OtherElections {
  private let election: Election
  private let council: Council
  private let rules: RuleSet

  init(than election: Election, of council: Council, _ rules: RuleSet) {
    self.election = election
    self.council = council
    self.rules = rules
  }

  /// Whether somebody stands in one of them, or has a place from one, alone or as another's deputy.
  func have(_ address: String, in work: borrowing Work) throws -> Bool {
    let others = try work.rows(
      """
      SELECT DISTINCT e.term_start, e.replaces_id FROM councils_election e
      JOIN councils_candidate c ON c.election_id = e.id
      LEFT JOIN identity_person p ON p.email = \(address)
      WHERE e.council_id = \(council.id) AND e.id <> \(election.id) AND (
        e.status IN (\(list: ElectionStatus.open))
          AND (c.answer IS NULL OR c.answer = \(ElectionAnswer.accepted)
            OR c.answered_for = \(ElectedPlace.deputy))
          AND (c.email = \(address) OR c.deputy_email = \(address))
        OR e.status = \(ElectionStatus.settled) AND c.place IS NOT NULL
          AND (c.person_id = p.id OR c.deputy_id = p.id))
      """, as: { (start: $0, seat: $1) as (start: Day?, seat: ID<Seat>?) })
    let own = try term(from: election.termStart, replacing: election.replaces, in: work)
    return try others.contains {
      own.overlaps(try term(from: $0.start, replacing: $0.seat, in: work))
    }
  }

  private func term(
    from start: Day?, replacing seat: ID<Seat>?, in work: borrowing Work
  ) throws -> ClosedRange<Day> {
    let start = start ?? council.constitutedOn
    let planned: Day? = try work.value("SELECT planned_end FROM councils_seat WHERE id = \(seat)")
    return start...max(start, planned ?? rules.lastDay(of: start))
  }
}
