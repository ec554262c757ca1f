import Database
import Kernel
import UseCases
import Web

/// One seat of a council with the person who holds it and their personal deputy (R093).
package struct Seat: JSONRecord {
  package let id: ID<Seat>
  /// The code of the seat's group in the rule set.
  package let group: String
  /// Whether it is a user representative's seat (R101).
  package let votes: Bool
  package let isLeader: Bool
  package private(set) var person: ID<Person>
  package private(set) var name: String
  package private(set) var deputy: ID<Person>?
  package private(set) var deputyName: String?
  package let termStart: Day
  /// The last day, which is earlier than planned for whoever left.
  package let termEnd: Day
  package let isViceLeader: Bool
  /// The organisation its holder speaks for (R014), if any.
  package let organisationName: String?
  /// What a member of the staff works with (R066).
  package let staffField: StaffField?

  package static let shape = Shape<Seat>(
    "Seat",
    [
      Field("id", "The seat's id.") { $0.id },
      Field("group", "The code of its group in the rule set.") { $0.group },
      Field("votes", "Whether it is a user representative's seat.") { $0.votes },
      Field("isLeader", "Whether its holder leads the council.") { $0.isLeader },
      Field("person", "The holder's id; the seat's own where names are not public.") { $0.person },
      Field("name", "The holder's name, or words for it where names are not public.") { $0.name },
      Field("deputy", "The personal deputy's id, or null.") { $0.deputy },
      Field("deputyName", "The personal deputy's name, or null.") { $0.deputyName },
      Field("termStart", "The first day of the term.") { $0.termStart },
      Field("termEnd", "The last day of the term.") { $0.termEnd },
      Field("isViceLeader", "Whether its holder leads when the leader is away.") {
        $0.isViceLeader
      },
      Field("organisation", "The organisation its holder speaks for, or null.") {
        $0.organisationName
      },
      Field("staffField", "What a member of the staff works with, or null.") { $0.staffField },
    ])

  /// The seats of a council whose term holds on a day, user representatives first.
  package static func all(
    of council: ID<Council>, on day: Day, in work: borrowing Work
  ) throws -> [Seat] {
    try all(
      where: """
        s.council_id = \(council) AND s.term_start <= \(day) AND s.term_end >= \(day)
        """, in: work)
  }

  /// The seats of a council whose term holds on a day or later.
  static func all(
    of council: ID<Council>, from day: Day, in work: borrowing Work
  ) throws -> [Seat] {
    try all(where: "s.council_id = \(council) AND s.term_end >= \(day)", in: work)
  }

  private static func all(where condition: SQL, in work: borrowing Work) throws -> [Seat] {
    try work.rows(
      """
      SELECT s.id, s.group_code, s.votes, s.is_leader, s.person_id, p.name, s.deputy_id, d.name,
        s.term_start, s.term_end, s.is_vice_leader,
        (SELECT o.name FROM councils_organisation o WHERE o.id = s.organisation_id), s.staff_field
      FROM councils_seat s
      JOIN identity_person p ON p.id = s.person_id
      LEFT JOIN identity_person d ON d.id = s.deputy_id
      WHERE \(condition) ORDER BY s.votes DESC, s.group_code, s.term_start, s.id
      """, as: Seat.init)
  }

  /// The same seat with words instead of names, and without what leads to them.
  func named(_ alias: String) -> Seat {
    var seat = self
    seat.person = ID(high: id.high, low: id.low)
    seat.name = alias
    seat.deputy = nil
    seat.deputyName = deputy.map { _ in "Vara: \(alias)" }
    return seat
  }
}
