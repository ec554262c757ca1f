import Database
import Kernel
import UseCases
import Web

/// A seat whose term is over or has not begun, with why its holder left.
package struct FormerSeat: JSONRecord {
  package let id: ID<Seat>
  let group: String
  let name: String
  let termStart: Day
  let termEnd: Day
  /// The last day that was planned, for whoever left before it.
  let plannedEnd: Day?
  let leftReason: LeavingReason?
  /// Whether somebody took it over after its holder left.
  let isTakenOver: Bool

  package static let shape = Shape<FormerSeat>(
    "FormerSeat",
    [
      Field("id", "The seat's id.") { $0.id },
      Field("group", "The code of its group in the rule set.") { $0.group },
      Field("name", "The holder's name.") { $0.name },
      Field("termStart", "The first day.") { $0.termStart },
      Field("termEnd", "The last day.") { $0.termEnd },
      Field("leftReason", "Why its holder left before the term ended, or null.") { $0.leftReason },
      Field("isTakenOver", "Whether somebody took it over.") { $0.isTakenOver },
    ])

  /// The seats of a council that are not held on a day, the newest first, a hundred at most.
  static func all(
    of council: ID<Council>, notOn day: Day, in work: borrowing Work
  ) throws -> [FormerSeat] {
    try work.rows(
      """
      SELECT s.id, s.group_code, p.name, s.term_start, s.term_end, s.planned_end,
        s.left_reason,
        EXISTS (SELECT 1 FROM councils_seat n WHERE n.replaces_id = s.id)
      FROM councils_seat s JOIN identity_person p ON p.id = s.person_id
      WHERE s.council_id = \(council) AND (s.term_end < \(day) OR s.term_start > \(day))
      ORDER BY s.term_start DESC, s.term_end DESC, s.id LIMIT 100
      """, as: FormerSeat.init)
  }
}
