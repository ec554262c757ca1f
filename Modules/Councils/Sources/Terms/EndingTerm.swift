import Database
import Kernel
import Tenancy
import UseCases
import Web

/// A council whose members' term ends soon, or has ended, with nobody chosen for the time after.
struct EndingTerm {
  let council: ID<Council>
  let name: String
  let unit: ID<ServiceUnit>
  /// The last day of the term.
  let lastDay: Day

  /// How many days before the end those who see to the next election are reminded; -1 is once it is
  /// over and nobody was chosen (R135).
  static let stages = [120, 60, 14, -1]

  /// The reminder that is due on a day, if one is.
  func stage(on day: Day) -> Int? {
    let left = lastDay.daysSince1970 - day.daysSince1970
    return left < 0 ? -1 : Self.stages.filter { $0 >= left }.min()
  }

  /// When it is over, as a page tells it.
  func words(_ page: Page) -> String {
    page.say(
      nb: "Siste dag i perioden er \(page.say(lastDay)). Ingen er valgt for tiden etter.",
      nn: "Siste dag i perioden er \(page.say(lastDay)). Ingen er valde for tida etter.")
  }

  /// Every such council whose first reminder is due, until every group that votes has been chosen.
  ///
  /// Where half of the seats are renewed each time, it is the half that leaves first. Nobody is reminded of
  /// a term that ended more than a month ago.
  static func all(
    of councils: [ID<Council>]? = nil, on day: Day, in work: borrowing Work
  ) throws -> [EndingTerm] {
    let wanted = councils.map { "c.id IN (\(list: $0))" as SQL } ?? "true"
    return try work.rows(
      """
      SELECT c.id, c.name, c.unit_id, min(s.term_end)
      FROM councils_seat s JOIN councils_council c ON c.id = s.council_id
      WHERE s.term_end >= \(day.adding(days: -30)) AND s.term_end <= \(day.adding(days: 120))
        AND s.term_start <= \(day) AND s.votes AND s.left_reason IS NULL
        AND c.status = \(CouncilStatus.constituted) AND \(wanted)
        AND NOT EXISTS (SELECT 1 FROM councils_seat n
          WHERE n.council_id = s.council_id AND n.group_code = s.group_code AND n.votes AND n.term_start > s.term_end)
      GROUP BY c.id, c.name, c.unit_id ORDER BY c.id
      """, as: EndingTerm.init)
  }
}
