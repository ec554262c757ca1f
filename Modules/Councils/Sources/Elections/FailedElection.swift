import Database
import Kernel
import Tenancy
import UseCases

/// The last election to a group, when it came to nothing or left a place empty: then the body may name
/// somebody instead.
struct FailedElection {
  let id: ID<Election>
  private let termStart: Day?
  private let plannedEnd: Day?

  /// Nil when the last one filled its places, or when there was none; one that was called in error, or
  /// set aside, tells nothing about whether anybody can be elected.
  static func latest(
    to group: SeatGroup, of council: ID<Council>, in work: borrowing Work
  ) throws -> FailedElection? {
    let last = try work.row(
      """
      SELECT e.id, e.term_start, s.planned_end, e.status, e.places - (
          SELECT count(*) FROM councils_candidate c
          WHERE c.election_id = e.id AND c.place = \(ElectedPlace.member))
      FROM councils_election e LEFT JOIN councils_seat s ON s.id = e.replaces_id
      WHERE e.council_id = \(council) AND e.group_code = \(group.code)
        AND (e.status IN (\(list: [ElectionStatus.settled, .seated]))
          OR e.cancel_reason IN (\(list: CancelReason.failures)))
      ORDER BY e.id DESC LIMIT 1
      """, as: Last.init)
    guard let last, last.status == .cancelled || last.empty > 0 else { return nil }
    return FailedElection(
      id: last.id, termStart: last.termStart, plannedEnd: last.plannedEnd)
  }

  private struct Last {
    let id: ID<Election>
    let termStart: Day?
    let plannedEnd: Day?
    let status: ElectionStatus
    let empty: Int
  }

  /// Whether somebody who begins on a day would sit in the term that it was for; all elections to a
  /// council that is being formed are for its first.
  func isFor(
    _ day: Day?, of council: Council, under rules: RuleSet, in work: borrowing Work
  ) throws -> Bool {
    guard let day else { return true }
    let start = termStart ?? council.constitutedOn
    let endsBetween: ID<Seat>? = try work.value(
      """
      SELECT id FROM councils_seat WHERE council_id = \(council.id)
        AND coalesce(planned_end, term_end) BETWEEN \(start) AND \(day.adding(days: -1))
      LIMIT 1
      """)
    return endsBetween == nil && start <= day && day <= plannedEnd ?? rules.lastDay(of: start)
  }
}
