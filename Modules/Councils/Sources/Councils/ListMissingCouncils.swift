import Database
import HTML
import Kernel
import Tenancy
import UseCases
import Web

/// Lists the units that shall have a council of their own and have none at work (R061).
package struct ListMissingCouncils: UseCase, Readable {
  let paging: Paging

  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) { paging = input.paging() }

  package func perform(in work: borrowing Work) throws -> ListPage<MissingCouncil> {
    let after = paging.after.map { "AND (u.name, u.id) > (\($0.key), \($0.id))" as SQL } ?? ""
    let units = try work.rows(
      """
      SELECT u.id, u.name, u.type, u.area, m.rule_set
      FROM \(ServiceUnit.table) u JOIN \(RuleSets.mandatory(in: work)) m ON m.unit_type = u.type
      WHERE NOT EXISTS (SELECT 1 FROM councils_council c
        WHERE c.unit_id = u.id AND c.status = \(CouncilStatus.constituted)) \(after)
      ORDER BY u.name, u.id LIMIT \(paging.fetch)
      """, as: MissingCouncil.init)
    return ListPage(units, for: paging) { Cursor($0.unitName, $0.unit) }
  }

  static let routes = Route.reading(
    Self.self, api: "/councils/missing", page: CouncilsPaths.missingCouncils,
    "The units that shall have a council and have none.", view: MissingCouncil.list)
}

/// A unit without the council it shall have.
package struct MissingCouncil: JSONRecord {
  package let unit: ID<ServiceUnit>
  package let unitName: String
  package let unitType: UnitType
  package let area: String
  /// The code of the rule set that demands the council.
  package let ruleSet: String

  package static let shape = Shape<MissingCouncil>(
    "MissingCouncil",
    [
      Field("unit", "The unit's id.") { $0.unit },
      Field("unitName", "The unit's name.") { $0.unitName },
      Field("unitType", "What kind of unit it is.") { $0.unitType },
      Field("area", "Its neighbourhood or zone.") { $0.area },
      Field("ruleSet", "The code of the rule set that demands the council.") { $0.ruleSet },
    ])
}

extension MissingCouncil {
  @Sendable
  fileprivate static func list(_ units: ListPage<MissingCouncil>, _ page: Page) -> View {
    let title = page.say(nb: "Enheter som mangler råd", nn: "Einingar som manglar råd")
    let lead = page.say(
      nb: "Reglene sier at disse enhetene skal ha et eget råd. De har ikke noe i arbeid.",
      nn: "Reglane seier at desse einingane skal ha eit eige råd. Dei har ikkje noko i arbeid.")
    let none = page.say(
      nb: "Ingen enheter mangler et råd de skal ha.",
      nn: "Ingen einingar manglar eit råd dei skal ha.")
    let list: HTML = "<ul class=\"plain\">\(units.data.map { $0.line(page) })</ul>"
    return View(
      title, crumbs: [Crumb(page.say(nb: "Råd", nn: "Råd"), page.link(CouncilsPaths.councils()))],
      """
      <h1>\(title)</h1>
      <p class="lead">\(units.data.isEmpty ? none : lead)</p>
      \(units.data.isEmpty ? .none : list)
      \(page.pager(CouncilsPaths.missingCouncils(), next: units.next))
      """)
  }

  private func line(_ page: Page) -> HTML {
    let form = page.link(CouncilsPaths.newCouncilAt(unit, ruleSet))
    let words = page.say(nb: "Opprett råd", nn: "Opprett råd")
    let way: HTML = """
      <br><a href="\(form)">\(words)<span class="hidden-text">: \(unitName)</span></a>
      """
    return """
      <li>\(unitName) <span class="meta">\(page.say(unitType.text)), \(area)</span>\
      \(page.showsNewCouncil ? way : .none)</li>
      """
  }
}
