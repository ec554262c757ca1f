import Database
import Kernel
import UseCases
import Web

/// Somebody who stands in for whoever of the council is away: in their order, or the only one
/// (`norway.md` § 3.1, K8, K14, K25).
package struct CouncilDeputy: JSONRecord {
  package let id: ID<CouncilDeputy>
  /// The code of the group they stand in for, or nil for the whole council.
  package let group: String?
  /// Who comes first.
  package let number: Int
  package private(set) var person: ID<Person>
  package private(set) var name: String
  package let termStart: Day
  package let termEnd: Day

  package static let shape = Shape<CouncilDeputy>(
    "CouncilDeputy",
    [
      Field("id", "The id of this place as a deputy.") { $0.id },
      Field("group", "The group they stand in for, or null for the whole council.") { $0.group },
      Field("number", "Who comes first, from 1.") { $0.number },
      Field("person", "Their id; this place's own where names are not public.") { $0.person },
      Field("name", "Their name, or words for it where names are not public.") { $0.name },
      Field("termStart", "The first day of the term.") { $0.termStart },
      Field("termEnd", "The last day of the term.") { $0.termEnd },
    ])

  /// The deputies of a council whose term holds on a day, in the order they step in.
  package static func all(
    of council: ID<Council>, on day: Day, in work: borrowing Work
  ) throws -> [CouncilDeputy] {
    try all(
      where: """
        d.council_id = \(council) AND d.term_start <= \(day) AND d.term_end >= \(day)
        """, in: work)
  }

  /// The deputies of a council whose term holds on a day or later.
  static func all(
    of council: ID<Council>, from day: Day, in work: borrowing Work
  ) throws -> [CouncilDeputy] {
    try all(where: "d.council_id = \(council) AND d.term_end >= \(day)", in: work)
  }

  private static func all(where condition: SQL, in work: borrowing Work) throws -> [CouncilDeputy] {
    try work.rows(
      """
      SELECT d.id, d.group_code, d.number, d.person_id, p.name, d.term_start, d.term_end
      FROM councils_deputy d JOIN identity_person p ON p.id = d.person_id
      WHERE \(condition) ORDER BY d.term_start, d.number, d.id
      """, as: CouncilDeputy.init)
  }

  /// The same place with words instead of a name.
  func named(_ alias: String) -> CouncilDeputy {
    var deputy = self
    deputy.person = ID(high: id.high, low: id.low)
    deputy.name = alias
    return deputy
  }

  /// Adds deputies in their order, after those there are.
  static func add(
    _ proposals: [DeputyProposal], to council: ID<Council>, after last: Int = 0,
    from termStart: Day, until termEnd: Day, in work: borrowing Work
  ) throws {
    for (index, proposal) in proposals.enumerated() {
      try insert(
        proposal.contact.findOrAdd(in: work), for: proposal.group, number: last + index + 1,
        of: council, from: termStart, until: termEnd, in: work)
    }
  }

  private static func insert(
    _ person: ID<Person>, for group: String?, number: Int, of council: ID<Council>,
    from termStart: Day, until termEnd: Day, in work: borrowing Work
  ) throws {
    try work.run(
      """
      INSERT INTO councils_deputy
        (id, council_id, group_code, number, person_id, term_start, term_end)
      VALUES (\(work.newID() as ID<CouncilDeputy>), \(council), \(group), \(number), \(person),
        \(termStart), \(termEnd))
      """)
  }
}

extension CouncilDeputy {
  /// Adds those who were elected as deputies, after those there are in the same term.
  static func add(
    _ elected: [ElectedSeat], to council: ID<Council>, from start: Day, until end: Day,
    in work: borrowing Work
  ) throws {
    guard !elected.isEmpty else { return }
    let last: Int =
      try work.value(
        """
        SELECT coalesce(max(number), 0) FROM councils_deputy
        WHERE council_id = \(council) AND term_start = \(start)
        """) ?? 0
    for (index, seat) in elected.enumerated() {
      try insert(
        seat.person, for: seat.group.code, number: last + index + 1, of: council, from: start,
        until: end, in: work)
    }
  }
}
