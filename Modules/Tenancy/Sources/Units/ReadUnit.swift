import HTML
import Kernel
import UseCases
import Web

/// Shows one unit.
package struct ReadUnit: UseCase, Readable {
  let unit: ID<ServiceUnit>

  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) { unit = input.id("unit") }

  package func perform(in work: borrowing Work) throws -> ServiceUnit {
    try ServiceUnit.find(unit, in: work)
  }

  static let routes = Route.reading(
    Self.self, api: "/units/{unit}", page: TenancyPaths.unit, "One unit."
  ) { unit, page in
    let units = page.say(nb: "Enheter", nn: "Einingar")
    return View(
      unit.name, crumbs: [Crumb(units, page.link(TenancyPaths.units()))],
      """
      <h1>\(unit.name)</h1>
      <dl class="facts">
      <dt>Type</dt><dd>\(page.say(unit.type.text))</dd>
      <dt>\(page.say(nb: "Område", nn: "Område"))</dt><dd>\(unit.area)</dd>
      </dl>
      """)
  }
}
