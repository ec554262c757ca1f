import Database
import Kernel
import Tenancy
import UseCases
import Web

/// Lists the councils whoever is signed in has to do with: by a seat, as a deputy, or by a role
/// granted in the council or its unit; from when they are chosen, until their term is over.
package struct ListOwnCouncils: UseCase, Readable {
  let paging: Paging

  package static let permission = Permission.readOwnAccount
  package static let changes = false

  package init(_ input: inout Input) { paging = input.paging() }

  package func perform(in work: borrowing Work) throws -> ListPage<OwnCouncil> {
    // Whoever is signed in may see their own, whatever their roles.
    try work.require(Self.permission, as: work.actor.isSignedIn ? Self.permission.roles : [])
    guard let member = work.actor.member else {
      return ListPage([], for: paging) { Cursor($0.name, $0.id) }
    }
    let rows = try councils(of: member, in: work)
    let seats = try SeatStanding.all(of: member.id, in: rows.map(\.id), work)
    let ending = try EndingTerm.all(of: rows.map(\.id), on: OsloTime(work.now).day, in: work)
    let own = rows.map { row in
      let held = seats.filter { $0.council == row.id }.map(\.roles)
      let roles = held.reduce(member.roles(in: row.id).union(member.roles(in: row.unit))) {
        $0.union($1)
      }
      return OwnCouncil(
        row, Role.allCases.filter(roles.contains),
        ending: ending.first { $0.council == row.id })
    }
    return ListPage(own, for: paging) { Cursor($0.name, $0.id) }
  }

  private func councils(of member: Member, in work: borrowing Work) throws -> [OwnCouncilRow] {
    let today = OsloTime(work.now).day
    let scopes = member.grants.compactMap(\.scope)
    let after = paging.after.map { "AND (c.name, c.id) > (\($0.key), \($0.id))" as SQL } ?? ""
    let places: SQL = """
      SELECT council_id, term_start FROM councils_seat
      WHERE person_id = \(member.id) AND term_end >= \(today)
      UNION SELECT council_id, term_start FROM councils_seat
      WHERE deputy_id = \(member.id) AND term_end >= \(today)
      UNION SELECT council_id, term_start FROM councils_deputy
      WHERE person_id = \(member.id) AND term_end >= \(today)
      """
    return try work.rows(
      """
      SELECT c.id, c.name, c.unit_id, u.name, c.status,
        CASE WHEN \(CouncilFilter.vacancy(in: work)) THEN 1 ELSE 0 END,
        (SELECT min(p.term_start) FROM (\(places)) p WHERE p.council_id = c.id)
      FROM councils_council c JOIN \(ServiceUnit.table) u ON u.id = c.unit_id
      WHERE c.id IN (
        SELECT p.council_id FROM (\(places)) p
        UNION SELECT id FROM councils_council WHERE id IN (\(list: scopes))
        UNION SELECT id FROM councils_council WHERE unit_id IN (\(list: scopes))) \(after)
      ORDER BY c.name, c.id LIMIT \(paging.fetch)
      """, as: OwnCouncilRow.init)
  }

  static let routes = Route.reading(
    Self.self, api: "/account/councils", page: CouncilsPaths.ownCouncils,
    "The councils of whoever is signed in, with their roles.", view: OwnCouncil.list)
}

private struct OwnCouncilRow {
  let id: ID<Council>
  let name: String
  let unit: ID<ServiceUnit>
  let unitName: String
  let status: CouncilStatus
  let vacancies: Int
  let start: Day?
}

extension OwnCouncil {
  fileprivate init(_ row: OwnCouncilRow, _ roles: [Role], ending: EndingTerm?) {
    self.init(
      id: row.id, name: row.name, unit: row.unit, unitName: row.unitName, roles: roles,
      status: row.status, hasVacancy: row.vacancies > 0, begins: roles.isEmpty ? row.start : nil,
      ending: ending)
  }
}
