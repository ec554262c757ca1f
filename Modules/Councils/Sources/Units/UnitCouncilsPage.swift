import HTML
import Kernel
import Tenancy
import Web

/// The page with the councils of one unit.
struct UnitCouncilsPage {
  let councils: UnitCouncils
  let page: Page

  var view: View {
    let title = page.say(nb: "Råd ved enheten", nn: "Råd ved eininga")
    let unit = councils.unit
    let list = councils.councils
    let here = page.link(TenancyPaths.unit(unit.id))
    let none: HTML = """
      <p>\(page.say(nb: "Enheten har ikke råd ennå.", nn: "Eininga har ikkje råd enno."))</p>
      """
    let lines: HTML = "<ul class=\"plain\">\(list.data.map(line))</ul>"
    return View(
      "\(title) – \(unit.name)",
      crumbs: [
        Crumb(page.say(nb: "Enheter", nn: "Einingar"), page.link(TenancyPaths.units())),
        Crumb(unit.name, here),
      ],
      """
      <h1>\(title)</h1>
      <p class="lead">\(unit.name)</p>
      \(list.data.isEmpty ? none : lines)
      \(page.pager(TenancyPaths.unitCouncils(unit.id), next: list.next))
      \(councils.mayConstitute ? ways : .none)
      """)
  }

  private func line(_ council: RegisteredCouncil) -> HTML {
    """
    <li><a href="\(page.link(CouncilsPaths.council(council.id)))">\(council.name)</a> \
    <span class="badge">\(page.say(council.status.text))</span><br>\
    <span class="meta">\(facts(of: council))</span></li>
    """
  }

  /// What type it is, and of one that is not dissolved who leads it and until when.
  private func facts(of council: RegisteredCouncil) -> String {
    let type = councils.rules.first { $0.code == council.ruleSet }
    let name = type.map { page.say($0.name) } ?? council.ruleSet
    guard council.status != .dissolved else { return name }
    let leader = council.seats.first(where: \.isLeader).map { seat in
      page.say(nb: "leder: \(seat.name)", nn: "leiar: \(seat.name)")
    }
    let end = council.seats.filter(\.votes).map(\.termEnd).min().map { day in
      page.say(nb: "til \(page.say(day))", nn: "til \(page.say(day))")
    }
    let nobody = page.say(nb: "ingen sitter i det nå", nn: "ingen sit i det no")
    return [name, leader, end ?? (council.status == .forming ? nil : nobody)]
      .compactMap(\.self).joined(separator: ", ")
  }

  private var ways: HTML {
    let unit = councils.unit
    let lines: [HTML] = councils.rules.filter { $0.unitTypes.contains(unit.type) }.map { rules in
      let form = page.link(CouncilsPaths.newCouncilAt(unit.id, rules.code))
      return "<li><a href=\"\(form)\">\(page.say(rules.name))</a></li>"
    }
    let none = page.say(
      nb: "Ingen regler gjelder slike enheter.", nn: "Ingen reglar gjeld slike einingar.")
    let list: HTML = lines.isEmpty ? "<p>\(none)</p>" : "<ul class=\"plain\">\(lines)</ul>"
    return """
      <h2>\(page.say(nb: "Nytt råd", nn: "Nytt råd"))</h2>
      \(list)
      """
  }
}
