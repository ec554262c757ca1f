import Database
import Kernel
import Tenancy
import UseCases

/// The groups of a council that somebody is looked for: one with an election that is called, or with
/// fewer seats than its rules ask for.
enum OpenPlaces {
  static func groups(
    of council: Council, under rules: RuleSet, in work: borrowing Work
  ) throws -> [SeatGroup] {
    guard [.forming, .constituted].contains(council.status) else { return [] }
    let called: [String] = try work.values(
      """
      SELECT group_code FROM councils_election
      WHERE council_id = \(council.id) AND status = \(ElectionStatus.called)
        AND kind = \(ElectionKind.elected)
      """)
    let day = council.sittingDay(in: work)
    let seats = try work.rows(
      """
      SELECT group_code, count(*) FROM councils_seat
      WHERE council_id = \(council.id) AND term_start <= \(day) AND term_end >= \(day)
      GROUP BY group_code
      """, as: { (group: $0, count: $1) as (group: String, count: Int) })
    return rules.groups.filter { group in
      let count = seats.first { $0.group == group.code }?.count ?? 0
      let isShort =
        council.status == .constituted && group.electionKind == .elected
        && count < group.number.fewest
      return called.contains(group.code) || isShort
    }
  }
}
