import Database
import HTML
import Kernel
import UseCases
import Web

/// Lists the units of a kommune by name.
package struct ListUnits: UseCase, Readable {
  let paging: Paging

  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) { paging = input.paging() }

  package func perform(in work: borrowing Work) throws -> ListPage<ServiceUnit> {
    let after = paging.after.map { "WHERE (name, id) > (\($0.key), \($0.id))" as SQL } ?? ""
    let units = try work.rows(
      """
      SELECT \(ServiceUnit.columns) FROM tenancy_unit \(after)
      ORDER BY name, id LIMIT \(paging.fetch)
      """, as: ServiceUnit.init)
    return ListPage(units, for: paging) { Cursor($0.name, $0.id) }
  }

  static let routes = Route.reading(
    Self.self, api: "/units", page: TenancyPaths.units, "The units of the kommune, by name."
  ) { units, page in
    let title = page.say(nb: "Enheter", nn: "Einingar")
    return View(
      title,
      """
      <h1>\(title)</h1>
      \(table(units.data, page, title).html)
      \(page.pager(TenancyPaths.units(), next: units.next))
      """)
  }

  private static func table(_ units: [ServiceUnit], _ page: Page, _ name: String) -> PageTable {
    PageTable(
      name,
      columns: [page.say(nb: "Navn", nn: "Namn"), "Type", page.say(nb: "Område", nn: "Område")],
      rows: units.map { unit in
        [
          "<a href=\"\(page.link(TenancyPaths.unit(unit.id)))\">\(unit.name)</a>",
          "\(page.say(unit.type.text))", "\(unit.area)",
        ]
      })
  }
}
