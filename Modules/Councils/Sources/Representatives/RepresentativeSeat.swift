import Database
import Identity
import Kernel
import Tenancy
import UseCases
import Web

/// A seat with a vote that somebody holds today, with the council it is in.
package struct RepresentativeSeat: JSONRecord {
  let person: ID<Person>
  let council: ID<Council>
  let councilName: String
  let ruleSet: String
  let unit: ID<ServiceUnit>
  let unitName: String
  let area: String
  let serviceArea: String
  let group: String
  let isLeader: Bool
  let termEnd: Day

  package static let shape = Shape<RepresentativeSeat>(
    "RepresentativeSeat",
    [
      Field("council", "The council's id.") { $0.council },
      Field("councilName", "Its name.") { $0.councilName },
      Field("ruleSet", "The code of the rule set it follows.") { $0.ruleSet },
      Field("unit", "The id of the unit it advises.") { $0.unit },
      Field("unitName", "The unit's name.") { $0.unitName },
      Field("area", "The unit's neighbourhood or zone.") { $0.area },
      Field("serviceArea", "The code of the unit's service area.") { $0.serviceArea },
      Field("group", "The code of the seat's group in the rule set.") { $0.group },
      Field("isLeader", "Whether its holder leads the council.") { $0.isLeader },
      Field("termEnd", "The last day of the seat.") { $0.termEnd },
    ])

  /// Whether a seat has a vote and is held today.
  static func isHeld(in work: borrowing Work) -> SQL {
    let today = OsloTime(work.now).day
    return "votes AND term_start <= \(today) AND term_end >= \(today)"
  }

  /// The council at work `c` of a seat `s`, its unit `u`, and whoever holds the seat, `p`.
  ///
  /// Whoever is disabled is left out, as no letter goes to them either.
  static let surroundings: SQL = """
    JOIN councils_council c ON c.id = s.council_id AND c.status = \(CouncilStatus.constituted)
    JOIN \(ServiceUnit.table) u ON u.id = c.unit_id
    JOIN identity_person p ON p.id = s.person_id AND p.status = \(PersonStatus.active)
    """

  /// The seats of some people that fulfil a condition on `s`, `c` and `u`, by the councils' names.
  static func all(
    of people: [ID<Person>], where condition: SQL, in work: borrowing Work
  ) throws -> [ID<Person>: [RepresentativeSeat]] {
    let seats = try work.rows(
      """
      SELECT s.person_id, c.id, c.name, c.rule_set, u.id, u.name, u.area, u.service_area,
        s.group_code, s.is_leader, s.term_end
      FROM councils_seat s \(surroundings)
      WHERE s.person_id IN (\(list: people)) AND \(isHeld(in: work)) AND \(condition)
      ORDER BY c.name, c.id, s.id
      """, as: RepresentativeSeat.init)
    return Dictionary(grouping: seats, by: \.person)
  }
}
