import Database
import HTML
import Kernel
import UseCases
import Web

/// Lists the user organisations that sit in councils, by name (R014).
package struct ListOrganisations: UseCase, Readable {
  let paging: Paging

  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) { paging = input.paging() }

  package func perform(in work: borrowing Work) throws -> ListPage<Organisation> {
    let today = OsloTime(work.now).day
    let after = paging.after.map { "AND (o.name_key, o.id) > (\($0.key), \($0.id))" as SQL } ?? ""
    let found = try work.rows(
      """
      SELECT o.id, o.name, (SELECT count(*) FROM councils_seat s WHERE s.organisation_id = o.id
        AND s.term_start <= \(today) AND s.term_end >= \(today))
      FROM councils_organisation o WHERE o.name_key > '' \(after)
      ORDER BY o.name_key, o.id LIMIT \(paging.fetch)
      """, as: Organisation.init)
    return ListPage(found, for: paging) { Cursor($0.name.lowercased(), $0.id) }
  }

  static let routes = Route.reading(
    Self.self, api: "/organisations", page: CouncilsPaths.organisations,
    "The user organisations that sit in councils.", view: view)

  @Sendable
  private static func view(_ found: ListPage<Organisation>, _ page: Page) -> View {
    let title = page.say(nb: "Brukerorganisasjoner", nn: "Brukarorganisasjonar")
    let table = PageTable(
      title,
      columns: [
        page.say(nb: "Navn", nn: "Namn"), page.say(nb: "Plasser i råd", nn: "Plassar i råd"),
      ],
      rows: found.data.map { ["\($0.name)", "\($0.seats)"] })
    let none = page.say(
      nb: "Ingen organisasjoner har plass i et råd ennå.",
      nn: "Ingen organisasjonar har plass i eit råd enno.")
    return View(
      title,
      crumbs: [Crumb(page.say(nb: "Råd", nn: "Råd"), page.link(CouncilsPaths.councils()))],
      """
      <h1>\(title)</h1>
      \(found.data.isEmpty ? "<p>\(none)</p>" : table.html)
      \(page.pager(CouncilsPaths.organisations(), next: found.next))
      """)
  }
}
