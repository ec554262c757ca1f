import HTML
import Kernel
import Tenancy
import Web

/// The page that tells which units have a council, and names those that lack one.
enum CoveragePage {
  @Sendable
  static func view(_ coverage: Coverage, _ page: Page) -> View {
    let title = page.say(nb: "Enheter som mangler råd", nn: "Einingar som manglar råd")
    let units = coverage.missing
    let lead = page.say(
      nb: "Reglene sier at disse enhetene skal ha slike råd. De har ikke noe med medlemmer i.",
      nn: "Reglane seier at desse einingane skal ha slike råd. Dei har ikkje noko med medlemer i.")
    let none = page.say(
      nb: "Ingen enheter mangler et råd de skal ha.",
      nn: "Ingen einingar manglar eit råd dei skal ha.")
    let list: HTML = "<ul class=\"plain\">\(units.data.map { line($0, coverage, page) })</ul>"
    return View(
      title, crumbs: [Crumb(page.say(nb: "Råd", nn: "Råd"), page.link(CouncilsPaths.councils()))],
      """
      <h1>\(title)</h1>
      \(coverage.types.isEmpty ? .none : table(coverage, page))
      <p class="lead">\(units.data.isEmpty ? none : lead)</p>
      \(units.data.isEmpty ? .none : list)
      \(page.pager(CouncilsPaths.missingCouncils(), next: units.next))
      """)
  }

  private static func table(_ coverage: Coverage, _ page: Page) -> HTML {
    let shall = page.say(nb: "skal ha råd", nn: "skal ha råd")
    let may = page.say(nb: "kan ha råd", nn: "kan ha råd")
    return PageTable(
      page.say(nb: "Råd ved enhetene", nn: "Råd ved einingane"),
      columns: [
        page.say(nb: "Type enhet", nn: "Type eining"), page.say(nb: "Type råd", nn: "Type råd"),
        page.say(nb: "Regel", nn: "Regel"), page.say(nb: "Enheter", nn: "Einingar"),
        page.say(nb: "Har råd", nn: "Har råd"), page.say(nb: "Ingen sitter", nn: "Ingen sit"),
        page.say(nb: "Uten råd", nn: "Utan råd"),
      ], numbers: [3, 4, 5, 6],
      rows: coverage.types.map { type in
        [
          "\(page.say(type.type.text))", "\(page.say(coverage.name(of: type.ruleSet)))",
          "\(type.isMandatory ? shall : may)",
          "\(type.units)", "\(type.have)", "\(type.empty)", "\(type.without)",
        ]
      }
    ).html
  }

  private static func line(_ unit: MissingCouncil, _ coverage: Coverage, _ page: Page) -> HTML {
    """
    <li><a href="\(page.link(TenancyPaths.unit(unit.unit)))">\(unit.unitName)</a> \
    <span class="meta">\(page.say(unit.unitType.text)), \(unit.area)</span><br>\
    \(page.say(coverage.name(of: unit.ruleSet))). \
    \(unit.empty > 0 ? empty(unit, page) : way(unit, page))</li>
    """
  }

  private static func empty(_ unit: MissingCouncil, _ page: Page) -> HTML {
    let words = page.say(
      nb: "Rådet er i arbeid, men ingen sitter i det nå",
      nn: "Rådet er i arbeid, men ingen sit i det no")
    return "<a href=\"\(page.link(TenancyPaths.unitCouncils(unit.unit)))\">\(words)</a>"
  }

  private static func way(_ unit: MissingCouncil, _ page: Page) -> HTML {
    guard page.showsNewCouncil else { return .none }
    let form = page.link(CouncilsPaths.newCouncilAt(unit.unit, unit.ruleSet))
    let words = page.say(nb: "Opprett råd", nn: "Opprett råd")
    let place = page.say(nb: "ved \(unit.unitName)", nn: "ved \(unit.unitName)")
    return """
      <a href="\(form)">\(words) <span class="hidden-text">\(place)</span></a>
      """
  }
}
