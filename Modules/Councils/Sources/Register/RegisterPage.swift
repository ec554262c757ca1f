import HTML
import Kernel
import Tenancy
import Web

/// The page with the kommune's councils.
struct RegisterPage {
  let register: CouncilRegister
  let page: Page

  @Sendable
  static func view(_ register: CouncilRegister, _ page: Page) -> View {
    RegisterPage(register: register, page: page).view
  }

  private var view: View {
    let title = page.say(nb: "Råd", nn: "Råd")
    let councils = register.list
    return View(
      title,
      """
      <h1>\(title)</h1>
      \(search)
      \(councils.data.isEmpty ? none : table(title))
      \(page.pager(register.filter.target(CouncilsPaths.councils()), next: councils.next))
      <p class="actions">\(page.showsNewCouncil ? newCouncil : .none)
      <a href="\(page.link(CouncilsPaths.missingCouncils()))">\
      \(page.say(nb: "Enheter som mangler råd", nn: "Einingar som manglar råd"))</a>
      <a href="\(page.link(TenancyPaths.rules()))">\(page.say(ListRuleSets.title))</a>
      \(page.showsRepresentatives ? representatives : .none)
      \(councils.data.isEmpty ? .none : file)</p>
      """)
  }

  private var representatives: HTML {
    """
    <a href="\(page.link(CouncilsPaths.representatives()))">\
    \(page.say(nb: "Representanter", nn: "Representantar"))</a>
    """
  }

  /// The councils that were found, with their members, for a spreadsheet.
  private var file: HTML {
    let target = register.filter.target(CouncilsPaths.registerFile()).asking("format", "csv")
    let words = page.say(nb: "Last ned som regneark (CSV)", nn: "Last ned som rekneark (CSV)")
    return "<a href=\"\(page.link(target))\" download>\(words)</a>"
  }

  private var search: HTML {
    let form = page.form(to: page.link(CouncilsPaths.councils()))
    let filter = register.filter
    let fields = form.asking(
      button: page.say(nb: "Vis råd", nn: "Vis råd"),
      form.text(
        "search", page.say(nb: "Navn på råd eller enhet", nn: "Namn på råd eller eining"),
        value: filter.search ?? "", isRequired: false),
      select(
        "serviceArea", Text(nb: "Tjenesteområde", nn: "Tenesteområde"), filter.serviceArea,
        register.choices.serviceAreas),
      select(
        "unitType", Text(nb: "Type enhet", nn: "Type eining"), filter.unitType?.rawValue,
        UnitType.allCases.map { ($0.rawValue, $0.text) }),
      select(
        "area", Text(nb: "Område", nn: "Område"), filter.area,
        register.choices.areas.map { ($0, Text(same: $0)) }),
      select(
        "ruleSet", Text(nb: "Type råd", nn: "Type råd"), filter.ruleSet,
        register.choices.ruleSets),
      select(
        "userGroup", Text(nb: "Taler for", nn: "Talar for"), filter.userGroup,
        register.choices.userGroups),
      select(
        "status", Text(nb: "Status", nn: "Status"), filter.status?.rawValue,
        CouncilStatus.allCases.map { ($0.rawValue, $0.text) }),
      form.box(
        "vacancy", page.say(nb: "Har ledige plasser", nn: "Har ledige plassar"),
        isTicked: filter.hasVacancy))
    let mark: HTML = filter.fields.isEmpty ? "" : " open"
    return """
      <details\(mark)><summary>\(page.say(nb: "Søk i rådene", nn: "Søk i råda"))</summary>
      \(fields)</details>
      """
  }

  private func select(
    _ name: String, _ label: Text, _ value: String?, _ choices: [UnitChoices.Choice]
  ) -> HTML {
    let all = (value: "", label: page.say(nb: "Alle", nn: "Alle"))
    let form = page.form(to: page.link(CouncilsPaths.councils()))
    return form.select(
      name, page.say(label), [all] + choices.map { (value: $0.value, label: page.say($0.label)) },
      value: value ?? "")
  }

  private var newCouncil: HTML {
    """
    <a class="button" href="\(page.link(CouncilsPaths.newCouncil()))">\
    \(page.say(nb: "Nytt råd", nn: "Nytt råd"))</a>
    <a href="\(page.link(CouncilsPaths.councilImport()))">\
    \(page.say(nb: "Les inn råd fra en fil", nn: "Les inn råd frå ei fil"))</a>
    """
  }

  private var none: HTML {
    guard register.filter.fields.isEmpty else {
      let words = page.say(
        nb: "Ingen råd passer. Prøv med færre felt.", nn: "Ingen råd passar. Prøv med færre felt.")
      return "<p>\(words)</p>"
    }
    return
      "<p>\(page.say(nb: "Kommunen har ingen råd ennå.", nn: "Kommunen har ingen råd enno."))</p>"
  }

  private func table(_ name: String) -> HTML {
    PageTable(
      name,
      columns: [
        page.say(nb: "Navn", nn: "Namn"), page.say(nb: "Enhet", nn: "Eining"), "Type",
        page.say(nb: "Fra brukerne", nn: "Frå brukarane"), "Status",
      ], numbers: [3],
      rows: register.list.data.map { council in
        [
          "<a href=\"\(page.link(CouncilsPaths.council(council.id)))\">\(council.name)</a>",
          "\(council.unitName)", "\(page.say(council.unitType.text))",
          "\(council.userRepresentatives)",
          "<span class=\"badge\">\(page.say(council.status.text))</span>",
        ]
      }
    ).html
  }
}
