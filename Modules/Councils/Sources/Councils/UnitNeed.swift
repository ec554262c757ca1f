import Database
import Kernel
import Tenancy
import UseCases

/// Which councils each unit shall or may have, and whether it has them.
///
/// A council covers its unit when it is of the type that is asked for, is at work, and somebody who
/// votes sits in it today: not by another type, nor by a term that is over or has not begun.
enum UnitNeed {
  /// A row `n` for each unit and type of council: the unit's `id`, `name`, `type` and `area`, the
  /// `rule_set`, `is_mandatory`, how many such councils are `at_work`, and in how many of them
  /// somebody is `seated`.
  static func rows(in work: borrowing Work) -> SQL {
    let today = OsloTime(work.now).day
    return """
      (SELECT u.id, u.name, u.type, u.area, t.rule_set, t.is_mandatory, count(c.id) AS at_work,
        sum(CASE WHEN EXISTS (SELECT 1 FROM councils_seat s WHERE s.council_id = c.id AND s.votes
          AND s.term_start <= \(today) AND s.term_end >= \(today)) THEN 1 ELSE 0 END) AS seated
      FROM \(ServiceUnit.table) u JOIN \(RuleSets.byUnitType(in: work)) t ON t.unit_type = u.type
      LEFT JOIN councils_council c ON c.unit_id = u.id AND c.rule_set = t.rule_set
        AND c.status = \(CouncilStatus.constituted)
      GROUP BY u.id, u.name, u.type, u.area, t.rule_set, t.is_mandatory) n
      """
  }
}
