import HTML
import Kernel
import Tenancy
import Web

/// The page of one council.
enum CouncilPage {
  @Sendable
  static func view(_ details: CouncilDetails, _ page: Page) -> View {
    let councils = page.say(nb: "Råd", nn: "Råd")
    return View(
      details.council.name, crumbs: [Crumb(councils, page.link(CouncilsPaths.councils()))],
      """
      <h1>\(details.council.name)</h1>
      <p class="lead">\(lead(details, page))</p>
      \(details.rules.mandate.map { "<p>\(page.say($0))</p>" } ?? .none)
      <ul class="plain">
      <li><a href="\(page.link(CouncilsPaths.meetings(details.id)))">\
      \(page.say(nb: "Møter og referater", nn: "Møte og referat"))</a></li>
      <li><a href="\(page.link(CouncilsPaths.resolutions(details.id)))">\
      \(page.say(nb: "Vedtak og svar", nn: "Vedtak og svar"))</a></li>
      <li><a href="\(page.link(CouncilsPaths.elections(details.id)))">\
      \(page.say(nb: "Valg", nn: "Val"))</a></li>
      </ul>
      <h2>\(page.say(nb: "Om rådet", nn: "Om rådet"))</h2>
      \(facts(details, page))
      \(deviations(details, page))
      <h2 id="medlemmer">\(page.say(nb: "Medlemmer", nn: "Medlemer"))</h2>
      \(members(details, page))
      \(deputies(details, page))
      \(CompositionNotice(faults: details.faults, page: page).html)
      \(change(details, page))
      \(StatusHistory(details: details, page: page).html)
      """)
  }

  private static func lead(_ details: CouncilDetails, _ page: Page) -> String {
    let leader = page.say(details.unitLeader)
    let unit = details.unit.name
    return page.say(
      nb: "Rådet gir råd til den som leder \(unit) (\(leader)). Rådene skal lyttes til.",
      nn: "Rådet gir råd til den som leier \(unit) (\(leader)). Råda skal lyttast til.")
  }

  private static func facts(_ details: CouncilDetails, _ page: Page) -> HTML {
    let unit: HTML = """
      <a href="\(page.link(TenancyPaths.unit(details.unit.id)))">\(details.unit.name)</a>, \
      \(page.say(details.unit.type.text))
      """
    let council = details.council
    let rules: HTML = """
      <a href="\(page.link(TenancyPaths.ruleSet(details.rules.code)))">\
      \(page.say(details.rules.name))</a>, \
      <a href="\(page.link(TenancyPaths.ruleVersion(details.rules.code, details.rules.version)))">\
      \(page.say(nb: "utgave", nn: "utgåve")) \(details.rules.version)</a>
      """
    return """
      <dl class="facts">
      \(fact(page.say(nb: "Enhet", nn: "Eining"), unit))
      \(fact(page.say(nb: "Område", nn: "Område"), "\(details.unit.area)"))
      \(fact("Status", "<span class=\"badge\">\(page.say(council.status.text))</span>"))
      \(fact(page.say(nb: "Regler", nn: "Reglar"), rules))
      \(fact(page.say(nb: "Grunnlag", nn: "Grunnlag"), "\(page.say(council.legalBasis.text))"))
      \(speaksFor(details.rules, page))
      \(fact(page.say(nb: "Opprettet", nn: "Oppretta"), "\(page.say(council.constitutedOn))"))
      \(details.duty?.fact(page))
      \(details.infoLink.map { fact(page.say(nb: "Mer om slike råd", nn: "Meir om slike råd"), $0.html) })
      </dl>
      """
  }

  private static func speaksFor(_ rules: RuleSet, _ page: Page) -> HTML {
    let names = rules.userGroups.map { page.say($0.name) }
    guard !names.isEmpty else { return .none }
    return fact(page.say(nb: "Taler for", nn: "Talar for"), "\(names.joined(separator: ", "))")
  }

  private static func deviations(_ details: CouncilDetails, _ page: Page) -> HTML {
    let link = page.link(CouncilsPaths.deviations(details.id))
    let words = page.say(
      nb: "Avvik fra reglene, og hvem som har bestemt dem",
      nn: "Avvik frå reglane, og kven som har bestemt dei")
    let way: HTML = "<p><a href=\"\(link)\">\(words)</a></p>"
    guard details.hasDeviations else { return way }
    return """
      <h3>\(page.say(nb: "Avvik fra reglene", nn: "Avvik frå reglane"))</h3>
      \(DeviationLines(details: details, page: page).html)
      \(way)
      """
  }

  private static func fact(_ name: String, _ value: HTML) -> HTML {
    "<div><dt>\(name)</dt><dd>\(value)</dd></div>"
  }

  private static func members(_ details: CouncilDetails, _ page: Page) -> HTML {
    guard !details.seats.isEmpty else {
      let text = page.say(
        nb: "Ingen er valgt for tiden vi er i nå.", nn: "Ingen er valde for tida vi er i no.")
      return "<p class=\"notice warning\">\(text)</p>"
    }
    let voters = details.rules.groups.filter(\.votes)
      .map { page.say($0.name) }.joined(separator: ", ")
    let note = page.say(
      nb: "Stemmerett har: \(voters).", nn: "Røysterett har: \(voters).")
    let table = PageTable(
      page.say(nb: "Medlemmer", nn: "Medlemmer"),
      columns: [
        page.say(nb: "Navn", nn: "Namn"), page.say(nb: "Gruppe", nn: "Gruppe"),
        page.say(nb: "Valgt av", nn: "Vald av"), "Vara", page.say(nb: "Periode", nn: "Periode"),
      ], rows: details.seats.map { cells($0, details.rules, page) })
    return "\(table.html)\n<p class=\"meta\">\(note)</p>"
  }

  private static func deputies(_ details: CouncilDetails, _ page: Page) -> HTML {
    guard !details.deputies.isEmpty else { return .none }
    let lines: [HTML] = details.deputies.map { deputy in
      let group = deputy.group.flatMap(details.rules.group)
      let place: HTML = group.map { " <span class=\"meta\">\(page.say($0.name))</span>" } ?? .none
      return "<li>\(deputy.name)\(place)</li>"
    }
    return """
      <h3>\(page.say(nb: "Vara for rådet", nn: "Vara for rådet"))</h3>
      <ol>\(lines)</ol>
      """
  }

  private static func change(_ details: CouncilDetails, _ page: Page) -> HTML {
    guard page.showsNewCouncil else { return .none }
    let words = page.say(nb: "Endre medlemmer", nn: "Endre medlemer")
    let correct = page.say(nb: "Rett navn og grunnlag", nn: "Rett namn og grunnlag")
    return """
      <p><a href="\(page.link(CouncilsPaths.seats(details.id)))">\(words)</a></p>
      <p><a href="\(page.link(CouncilsPaths.correction(details.id)))">\(correct)</a></p>
      """
  }

  private static func cells(_ seat: Seat, _ rules: RuleSet, _ page: Page) -> [HTML] {
    let group = rules.group(seat.group)
    let leader: HTML =
      seat.isLeader ? " <span class=\"badge\">\(page.say(nb: "leder", nn: "leiar"))</span>" : ""
    let vice: HTML =
      seat.isViceLeader
      ? " <span class=\"badge\">\(page.say(nb: "nestleder", nn: "nestleiar"))</span>" : ""
    let from = [seat.organisationName, seat.staffField.map { page.say($0.text) }]
      .compactMap(\.self).map { ", \($0)" }.joined()
    return [
      "\(seat.name)\(leader)\(vice)",
      "\(group.map { page.say($0.name) } ?? seat.group)\(from)",
      "\(group.map { page.say($0.electors) } ?? "–")",
      "\(seat.deputyName ?? "–")",
      "\(numbers(seat.termStart))–\(numbers(seat.termEnd))",
    ]
  }

  /// A day as narrow as a table needs it: `1.8.2026`.
  private static func numbers(_ day: Day) -> String {
    let (year, month, day) = day.parts
    return "\(day).\(month).\(year)"
  }
}
