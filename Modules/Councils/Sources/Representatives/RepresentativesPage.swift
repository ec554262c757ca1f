import HTML
import Kernel
import Tenancy
import UseCases
import Web

/// The page with everybody who represents users today, for whoever invites them.
struct RepresentativesPage {
  let list: RepresentativeList
  let page: Page

  var view: View {
    let title = page.say(nb: "Representanter", nn: "Representantar")
    let none = page.say(nb: "Ingen representanter passer.", nn: "Ingen representantar passar.")
    let people = list.page
    return View(
      title, crumbs: [Crumb(page.say(nb: "Råd", nn: "Råd"), page.link(CouncilsPaths.councils()))],
      """
      <h1>\(title)</h1>
      <p class="lead">\(page.say(
        nb: "Alle som har en plass med stemme i et råd i arbeid i dag. De blir invitert når rådene møtes.",
        nn: "Alle som har ein plass med stemme i eit råd i arbeid i dag. Dei blir inviterte når råda møtest."
      ))</p>
      \(search)
      \(people.data.isEmpty ? "<p>\(none)</p>" : table(title))
      \(page.pager(list.filter.target(CouncilsPaths.representatives()), next: people.next))
      \(people.data.isEmpty ? .none : file)
      """)
  }

  private var file: HTML {
    let target = list.filter.target(CouncilsPaths.representativeFile()).asking("format", "csv")
    let words = page.say(
      nb: "Last ned med e-postadresser (CSV)", nn: "Last ned med e-postadresser (CSV)")
    let event = page.say(
      nb: "Det blir skrevet i hendelsesloggen hvem som ser på lista og laster den ned.",
      nn: "Det blir skrive i hendingsloggen kven som ser på lista og lastar henne ned.")
    return """
      <p class="actions"><a href="\(page.link(target))" download>\(words)</a></p>
      <p class="hint">\(event)</p>
      """
  }

  private var search: HTML {
    let form = page.form(to: page.link(CouncilsPaths.representatives()))
    let filter = list.filter
    func select(
      _ name: String, _ label: Text, _ value: String?, _ choices: [UnitChoices.Choice]
    ) -> HTML {
      let all = (value: "", label: page.say(nb: "Alle", nn: "Alle"))
      return form.select(
        name, page.say(label), [all] + choices.map { ($0.value, page.say($0.label)) },
        value: value ?? "")
    }
    let fields = form.asking(
      button: page.say(nb: "Vis representanter", nn: "Vis representantar"),
      select(
        "serviceArea", Text(nb: "Tjenesteområde", nn: "Tenesteområde"), filter.serviceArea,
        list.choices.serviceAreas),
      select(
        "area", Text(nb: "Område", nn: "Område"), filter.area,
        list.choices.areas.map { ($0, Text(same: $0)) }),
      select(
        "groupKind", Text(nb: "Representerer", nn: "Representerer"), filter.groupKind?.rawValue,
        GroupKind.allCases.map { ($0.rawValue, $0.text) }))
    let mark: HTML = filter.fields.isEmpty ? "" : " open"
    return """
      <details\(mark)><summary>\(page.say(nb: "Velg hvem", nn: "Vel kven"))</summary>
      \(fields)</details>
      """
  }

  private func table(_ name: String) -> HTML {
    PageTable(
      name, columns: [page.say(nb: "Navn", nn: "Namn"), page.say(nb: "Råd", nn: "Råd")],
      rows: list.page.data.map { ["\($0.name)", "\($0.seats.map(seat))"] }
    ).html
  }

  private func seat(_ seat: RepresentativeSeat) -> HTML {
    let leader = page.say(nb: "leder", nn: "leiar")
    let badge: HTML = seat.isLeader ? " <span class=\"badge\">\(leader)</span>" : ""
    let group = page.say(list.group(of: seat))
    let service = page.say(list.serviceArea(of: seat))
    let until = page.say(nb: "til \(page.say(seat.termEnd))", nn: "til \(page.say(seat.termEnd))")
    return """
      <p><a href="\(page.link(CouncilsPaths.council(seat.council)))">\(seat.councilName)</a>\(badge)<br>
      <span class="meta">\(group), \(seat.unitName), \(seat.area), \(service), \(until)</span></p>
      """
  }
}

extension Page {
  /// Whether the way to the representatives is worth showing: to those who see to seats everywhere.
  var showsRepresentatives: Bool {
    !actor.tenantWideRoles.isDisjoint(with: Permission.manageSeats.roles)
  }
}
