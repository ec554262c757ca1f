import Database
import HTML
import Kernel
import Tenancy
import UseCases
import Web

/// Lists the councils of a kommune by name, in one statement whatever their number.
package struct ListCouncils: UseCase, Readable {
  let paging: Paging
  let serviceArea: String?
  let unitType: UnitType?

  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) {
    paging = input.paging()
    serviceArea = input.optionalText("serviceArea", "Only of this service area, by its code.")
    unitType = input.optionalChoice("unitType", "Only at this kind of unit.")
  }

  package func perform(in work: borrowing Work) throws -> ListPage<CouncilSummary> {
    let today = OsloTime(work.now).day
    let councils = try work.lastRows(
      """
      SELECT c.id, c.name, c.unit_id, u.name, u.type, u.area, u.service_area, c.status,
        (SELECT count(*) FROM councils_seat s WHERE s.council_id = c.id AND s.votes
          AND s.term_start <= \(today) AND s.term_end >= \(today))
      FROM councils_council c JOIN \(ServiceUnit.table) u ON u.id = c.unit_id
      WHERE \(wanted)
      ORDER BY c.name, c.id LIMIT \(paging.fetch)
      """, as: CouncilSummary.init)
    return ListPage(councils, for: paging) { Cursor($0.name, $0.id) }
  }

  private var wanted: SQL {
    let after = paging.after.map { "(c.name, c.id) > (\($0.key), \($0.id))" as SQL } ?? "true"
    let area = serviceArea.map { "u.service_area = \($0)" as SQL } ?? "true"
    let type = unitType.map { "u.type = \($0)" as SQL } ?? "true"
    return "\(after) AND \(area) AND \(type)"
  }

  static let routes = Route.reading(
    Self.self, api: "/councils", page: CouncilsPaths.councils,
    "The councils of the kommune, by name.", view: CouncilSummary.list)
}

/// A council as lists show it.
package struct CouncilSummary: JSONRecord {
  package let id: ID<Council>
  package let name: String
  package let unit: ID<ServiceUnit>
  package let unitName: String
  package let unitType: UnitType
  package let area: String
  package let serviceArea: String
  package let status: CouncilStatus
  /// How many sit in it today with a vote (R101).
  package let userRepresentatives: Int

  package static let shape = Shape<CouncilSummary>(
    "CouncilSummary",
    [
      Field("id", "The council's id.") { $0.id },
      Field("name", "Its name.") { $0.name },
      Field("unit", "The id of the unit it advises.") { $0.unit },
      Field("unitName", "The unit's name.") { $0.unitName },
      Field("unitType", "What kind of unit it is.") { $0.unitType },
      Field("area", "The unit's neighbourhood or zone.") { $0.area },
      Field("serviceArea", "The code of the unit's service area.") { $0.serviceArea },
      Field("status", "Whether it is at work.") { $0.status },
      Field("userRepresentatives", "How many sit in it today with a vote.") {
        $0.userRepresentatives
      },
    ])
}

extension CouncilSummary {
  @Sendable
  fileprivate static func list(_ councils: ListPage<CouncilSummary>, _ page: Page) -> View {
    let title = page.say(nb: "Råd", nn: "Råd")
    return View(
      title,
      """
      <h1>\(title)</h1>
      \(councils.data.isEmpty ? none(page) : table(councils.data, page))
      \(page.pager(CouncilsPaths.councils(), next: councils.next))
      <p class="actions">\(page.showsNewCouncil ? newCouncil(page) : .none)
      <a href="\(page.link(CouncilsPaths.missingCouncils()))">\
      \(page.say(nb: "Enheter som mangler råd", nn: "Einingar som manglar råd"))</a></p>
      """)
  }

  private static func newCouncil(_ page: Page) -> HTML {
    let words = page.say(nb: "Nytt råd", nn: "Nytt råd")
    return "<a class=\"button\" href=\"\(page.link(CouncilsPaths.newCouncil()))\">\(words)</a>"
  }

  private static func none(_ page: Page) -> HTML {
    "<p>\(page.say(nb: "Kommunen har ingen råd ennå.", nn: "Kommunen har ingen råd enno."))</p>"
  }

  private static func table(_ councils: [CouncilSummary], _ page: Page) -> HTML {
    PageTable(
      page.say(nb: "Råd", nn: "Råd"),
      columns: [
        page.say(nb: "Navn", nn: "Namn"), page.say(nb: "Enhet", nn: "Eining"), "Type",
        page.say(nb: "Fra brukerne", nn: "Frå brukarane"), "Status",
      ], numbers: [3], rows: councils.map { $0.cells(page) }
    ).html
  }

  private func cells(_ page: Page) -> [HTML] {
    [
      "<a href=\"\(page.link(CouncilsPaths.council(id)))\">\(name)</a>",
      "\(unitName)", "\(page.say(unitType.text))", "\(userRepresentatives)",
      "<span class=\"badge\">\(page.say(status.text))</span>",
    ]
  }
}
