import Database
import Kernel
import Tenancy
import UseCases
import Web

/// Lists the elections of a council, the latest first.
package struct ListElections: UseCase, Readable {
  let council: ID<Council>
  let paging: Paging

  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) {
    council = input.id("council", "The council.")
    paging = input.paging()
  }

  /// - Throws: `AccessRefusal.thereIsNoSuchRecord`.
  package func perform(in work: borrowing Work) throws -> ElectionList {
    let council = try Council.find(council, in: work)
    let older: SQL =
      paging.after.map { " AND (held_on, id) < (\($0.key), \($0.id))" as SQL } ?? ""
    let elections = try work.rows(
      """
      SELECT \(Election.columns) FROM councils_election WHERE council_id = \(council.id)\(older)
      ORDER BY held_on DESC, id DESC LIMIT \(paging.fetch)
      """, as: Election.init)
    let standing = try council.standing(in: work)
    return ElectionList(
      council: council, rules: try council.rules(in: work),
      elections: ListPage(elections, for: paging) { Cursor("\($0.heldOn)", $0.id) },
      vacancies: try Vacancy.all(in: council.id, work), today: OsloTime(work.now).day,
      nextTerm: try nextTerm(of: council, in: work),
      mayHold: work.may(.holdElection, as: standing),
      elected: try elected(in: council, work, standing))
  }

  /// Those who have taken a place in a council that is being formed, for whoever constitutes it.
  private func elected(
    in council: Council, _ work: borrowing Work, _ standing: Set<Role>
  ) throws -> [Vacancy.Elected] {
    guard council.status == .forming, work.may(.constituteCouncil, as: standing) else { return [] }
    return try work.rows(
      """
      SELECT c.id, c.name, e.group_code FROM councils_election e
      JOIN councils_candidate c ON c.election_id = e.id
      WHERE e.council_id = \(council.id) AND e.status = \(ElectionStatus.settled)
        AND c.place = \(ElectedPlace.member)
      ORDER BY e.id, c.place_number
      """, as: Vacancy.Elected.init)
  }

  /// The day after those who sit now have sat, when that is within a year and there is time to elect.
  private func nextTerm(of council: Council, in work: borrowing Work) throws -> Day {
    let today = OsloTime(work.now).day
    let end: Day? = try work.value(
      """
      SELECT term_end FROM councils_seat WHERE council_id = \(council.id)
      ORDER BY term_end DESC LIMIT 1
      """)
    let (earliest, next) = (today.adding(days: 28), end?.adding(days: 1))
    return next.flatMap { $0 >= earliest && $0 <= today.adding(days: 366) ? $0 : nil } ?? earliest
  }

  static let routes = Route.reading(
    Self.self, api: "/councils/{council}/elections", page: CouncilsPaths.elections,
    "The elections of a council, the latest first."
  ) { list, page in
    ElectionsPage(list: list, page: page).view
  }
}

/// One page of a council's elections.
package struct ElectionList: JSONRecord {
  let council: Council
  let rules: RuleSet
  package let elections: ListPage<Election>
  let vacancies: [Vacancy]
  let today: Day
  /// The first day to propose for those who are elected now.
  let nextTerm: Day
  let mayHold: Bool
  let elected: [Vacancy.Elected]

  package static let shape = Shape<ElectionList>(
    "ElectionList",
    [
      Field("data", "The elections.") { $0.elections.data },
      Field("next", "The cursor of the next page, or null.") { $0.elections.next },
    ])
}

/// A seat that somebody left early and nobody has taken over.
struct Vacancy: Sendable {
  let seat: ID<Seat>
  let group: String
  let name: String
  let plannedEnd: Day

  /// Somebody who has taken a place in a council that is being formed.
  struct Elected: Sendable {
    let id: ID<ElectionCandidate>
    let name: String
    let group: String
  }

  static func all(in council: ID<Council>, _ work: borrowing Work) throws -> [Vacancy] {
    try work.rows(
      """
      SELECT s.id, s.group_code, p.name, s.planned_end FROM councils_seat s
      JOIN identity_person p ON p.id = s.person_id
      WHERE s.council_id = \(council) AND s.planned_end > \(OsloTime(work.now).day)
        AND NOT EXISTS (SELECT 1 FROM councils_seat n WHERE n.replaces_id = s.id)
      ORDER BY s.id
      """, as: Vacancy.init)
  }
}
