import Database
import HTML
import Kernel
import Tenancy
import UseCases
import Web

/// Lists the councils whoever is signed in has to do with: by a seat, as a deputy, or by a role
/// granted in the council or its unit.
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
    let own = rows.map { row in
      let held = seats.filter { $0.council == row.id }.map(\.roles)
      let roles = held.reduce(member.roles(in: row.id).union(member.roles(in: row.unit))) {
        $0.union($1)
      }
      return OwnCouncil(row, Role.allCases.filter(roles.contains))
    }
    return ListPage(own, for: paging) { Cursor($0.name, $0.id) }
  }

  private func councils(of member: Member, in work: borrowing Work) throws -> [OwnCouncilRow] {
    let today = OsloTime(work.now).day
    let scopes = member.grants.compactMap(\.scope)
    let after = paging.after.map { "AND (c.name, c.id) > (\($0.key), \($0.id))" as SQL } ?? ""
    return try work.rows(
      """
      SELECT c.id, c.name, c.unit_id, u.name
      FROM councils_council c JOIN \(ServiceUnit.table) u ON u.id = c.unit_id
      WHERE c.id IN (
        SELECT council_id FROM councils_seat
        WHERE person_id = \(member.id) AND term_start <= \(today) AND term_end >= \(today)
        UNION SELECT council_id FROM councils_seat
        WHERE deputy_id = \(member.id) AND term_start <= \(today) AND term_end >= \(today)
        UNION SELECT council_id FROM councils_deputy
        WHERE person_id = \(member.id) AND term_start <= \(today) AND term_end >= \(today)
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
}

/// A council with what somebody is in it.
package struct OwnCouncil: JSONRecord {
  package let id: ID<Council>
  package let name: String
  package let unit: ID<ServiceUnit>
  package let unitName: String
  package let roles: [Role]

  fileprivate init(_ row: OwnCouncilRow, _ roles: [Role]) {
    id = row.id
    name = row.name
    unit = row.unit
    unitName = row.unitName
    self.roles = roles
  }

  package static let shape = Shape<OwnCouncil>(
    "OwnCouncil",
    [
      Field("id", "The council's id.") { $0.id },
      Field("name", "Its name.") { $0.name },
      Field("unit", "The id of the unit it advises.") { $0.unit },
      Field("unitName", "The unit's name.") { $0.unitName },
      Field("roles", "What you are in it.") { $0.roles.map(\.rawValue) },
    ])
}

extension OwnCouncil {
  @Sendable
  fileprivate static func list(_ councils: ListPage<OwnCouncil>, _ page: Page) -> View {
    let title = page.say(nb: "Mine råd", nn: "Mine råd")
    let none = page.say(
      nb: "Du har ingen plass i et råd. Se alle råd i menyen.",
      nn: "Du har ingen plass i eit råd. Sjå alle råd i menyen.")
    let list: HTML = "<ul class=\"plain\">\(councils.data.map { $0.line(page) })</ul>"
    return View(
      title,
      """
      <h1>\(title)</h1>
      \(councils.data.isEmpty ? "<p>\(none)</p>" : list)
      <p><a href="\(page.link(CouncilsPaths.onboarding()))">\
      \(page.say(nb: "Ny i et råd? Kom i gang", nn: "Ny i eit råd? Kom i gang"))</a></p>
      \(page.pager(CouncilsPaths.ownCouncils(), next: councils.next))
      """)
  }

  private func line(_ page: Page) -> HTML {
    let words = roles.map { page.say($0.text) }.joined(separator: ", ")
    return """
      <li><a href="\(page.link(CouncilsPaths.council(id)))">\(name)</a>
      <span class="meta">\(words)</span></li>
      """
  }
}
