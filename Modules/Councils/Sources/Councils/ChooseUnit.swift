import HTML
import Kernel
import Tenancy
import UseCases
import Web

/// Shows the units with the kinds of council each may have, to start a new council from.
package struct ChooseUnit: UseCase, Readable {
  let units: ListUnits

  package static let permission = Permission.constituteCouncil
  package static let changes = false

  package init(_ input: inout Input) { units = ListUnits(&input) }

  package func perform(in work: borrowing Work) throws -> ListPage<UnitChoice> {
    try work.require(Self.permission)
    let rules = try RuleSets.all(in: work)
    return try units.perform(in: work).map { unit in
      UnitChoice(unit: unit, rules: rules.filter { $0.unitTypes.contains(unit.type) })
    }
  }

  static let routes = Route.reading(
    Self.self, page: CouncilsPaths.newCouncil, "The units to start a new council from."
  ) { choices, page in
    let title = page.say(nb: "Nytt råd", nn: "Nytt råd")
    return View(
      title, crumbs: [Crumb(page.say(nb: "Råd", nn: "Råd"), page.link(CouncilsPaths.councils()))],
      """
      <h1>\(title)</h1>
      <p class="lead">\(page.say(nb: "Hvor skal rådet være?", nn: "Kvar skal rådet vere?"))</p>
      <ul class="plain">\(choices.data.map { $0.line(page) })</ul>
      \(page.pager(CouncilsPaths.newCouncil(), next: choices.next))
      \(page.mayChangeRules ? wayToRules(page) : .none)
      """)
  }

  private static func wayToRules(_ page: Page) -> HTML {
    """
    <p><a href="\(page.link(TenancyPaths.rules()))">\(page.say(
      nb: "Mangler typen råd? Legg den til under Regler.",
      nn: "Manglar typen råd? Legg han til under Reglar."))</a></p>
    """
  }
}

extension Page {
  /// Whether the way to a new council is worth showing: to those who may make one anywhere.
  var showsNewCouncil: Bool {
    !actor.tenantWideRoles.isDisjoint(with: Permission.constituteCouncil.roles)
  }
}

/// A unit with the rule sets that are for it.
package struct UnitChoice: JSONRecord {
  let unit: ServiceUnit
  let rules: [RuleSet]

  package static let shape = Shape<UnitChoice>(
    "UnitChoice",
    [
      Field("unit", "The unit.") { $0.unit },
      Field("ruleSets", "The codes of the rule sets for it.") { $0.rules.map(\.code) },
    ])

  fileprivate func line(_ page: Page) -> HTML {
    let ways: [HTML] = rules.map { rules in
      let form = page.link(CouncilsPaths.newCouncilAt(unit.id, rules.code))
      return """
        <br><a href="\(form)">\(page.say(rules.name))<span class="hidden-text">: \
        \(unit.name)</span></a>
        """
    }
    return "<li>\(unit.name)\(ways)</li>"
  }
}
