import HTML
import Kernel
import Tenancy
import Web

/// The page with a council's elections, and the form that calls one.
struct ElectionsPage {
  let list: ElectionList
  let page: Page

  var view: View {
    let title = page.say(nb: "Valg", nn: "Val")
    let council = list.council
    return View(
      "\(title) – \(council.name)",
      crumbs: [Crumb(council.name, page.link(CouncilsPaths.council(council.id)))],
      """
      <h1>\(title)</h1>
      <p class="lead">\(council.name)</p>
      \(interest)
      \(table)
      \(page.pager(CouncilsPaths.elections(council.id), next: list.elections.next))
      \(constitute)
      \(call)
      """)
  }

  /// When everybody has taken their places, the council begins, with a leader among them.
  private var constitute: HTML {
    guard list.council.status == .forming, !list.elected.isEmpty else { return .none }
    let form = page.form(to: page.link(CouncilsPaths.constitution(list.council.id)))
    let elected = list.elected.map { ("\($0.id)", "\($0.name), \(group($0.group))") }
    return """
      <h2>\(page.say(nb: "Konstituer rådet", nn: "Konstituer rådet"))</h2>
      \(form.html(
        button: page.say(nb: "Konstituer rådet", nn: "Konstituer rådet"),
        form.version(list.council.version),
        form.day(
          "termStart", page.say(nb: "Første dag i perioden", nn: "Første dag i perioden"),
          value: list.council.constitutedOn),
        list.rules.chair == .unitLeader
          ? .none
          : form.select("leader", page.say(nb: "Leder av rådet", nn: "Leiar av rådet"), elected),
        NewCouncilPage.deviations(from: list.rules, form, page)))
      """
  }

  private var interest: HTML {
    let council = list.council.id
    let form: HTML = """
      <p><a href="\(page.link(CouncilsPaths.interestForm(council)))">\
      \(page.say(nb: "Vil du være med?", nn: "Vil du vere med?"))</a></p>
      """
    let interested: HTML = """
      <p><a href="\(page.link(CouncilsPaths.interests(council)))">\
      \(page.say(nb: "Hvem som vil være med", nn: "Kven som vil vere med"))</a></p>
      """
    return list.mayHold ? interested : form
  }

  private var table: HTML {
    guard !list.elections.data.isEmpty else {
      return "<p>\(page.say(nb: "Ingen valg er lyst ut.", nn: "Ingen val er lyste ut."))</p>"
    }
    return PageTable(
      page.say(nb: "Valg", nn: "Val"),
      columns: [
        page.say(nb: "Gruppe", nn: "Gruppe"), page.say(nb: "Plasser", nn: "Plassar"),
        page.say(nb: "Valgdag", nn: "Valdag"), "Status",
      ], numbers: [1], rows: list.elections.data.map(cells)
    ).html
  }

  private func group(_ code: String) -> String {
    list.rules.group(code).map { page.say($0.name) } ?? code
  }

  private func cells(_ election: Election) -> [HTML] {
    let link = page.link(CouncilsPaths.election(election.id))
    return [
      "<a href=\"\(link)\">\(group(election.group))</a>", "\(election.places)",
      "\(page.say(election.heldOn))",
      "<span class=\"badge \(election.status.badge)\">\(page.say(election.status.text))</span>",
    ]
  }

  private var call: HTML {
    guard list.mayHold, [.forming, .constituted].contains(list.council.status) else {
      return .none
    }
    let form = page.form(to: page.link(CouncilsPaths.elections(list.council.id)))
    let isForming = list.council.status == .forming
    let groups = list.rules.groups.map { group in
      (group.code, "\(page.say(group.name)) (\(page.say(group.electors)))")
    }
    let methods = ElectionMethod.allCases.map { ($0.rawValue, page.say($0.text)) }
    let seats = list.vacancies.map { vacancy in
      (
        "\(vacancy.seat)",
        "\(vacancy.name), \(group(vacancy.group)), til \(page.say(vacancy.plannedEnd))"
      )
    }
    return """
      <h2>\(page.say(nb: "Lys ut et valg", nn: "Lys ut eit val"))</h2>
      \(form.html(
        button: page.say(nb: "Lys ut valget", nn: "Lys ut valet"),
        form.select("group", page.say(nb: "Hvem som velges", nn: "Kven som blir valde"), groups),
        form.text(
          "places", page.say(nb: "Antall plasser", nn: "Tal plassar"), value: "1", type: "number"),
        form.day(
          "nominateUntil", page.say(nb: "Kandidater innen", nn: "Kandidatar innan"),
          value: list.today.adding(days: 14)),
        form.day("heldOn", page.say(nb: "Valgdag", nn: "Valdag"), value: list.today.adding(days: 21)),
        form.select(
          "method", page.say(nb: "Hvordan det stemmes", nn: "Korleis det blir røysta"), methods,
          value: list.rules.usualMethod.rawValue),
        isForming
          ? .none
          : form.day(
            "termStart",
            page.say(nb: "Første dag for de valgte", nn: "Første dag for dei valde"),
            value: list.nextTerm),
        seats.isEmpty
          ? .none
          : form.select(
            "replaces", page.say(nb: "Overtar etter", nn: "Tek over etter"),
            [("", page.say(nb: "Ingen: en ny periode", nn: "Ingen: ein ny periode"))] + seats),
        form.box(
          "named",
          page.say(
            nb: "Organet peker ut, fordi det siste valget ikke fylte plassene",
            nn: "Organet peikar ut, fordi det siste valet ikkje fylte plassane"))))
      """
  }
}
