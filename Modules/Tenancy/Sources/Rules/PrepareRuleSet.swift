import HTML
import Kernel
import UseCases
import Web

/// Shows the types of council of other kommuner, to add one of them.
package struct PrepareRuleSet: UseCase, Readable {
  package static let permission = Permission.changeRules
  package static let changes = false

  package init(_ input: inout Input) {}

  package func perform(in work: borrowing Work) throws -> [LibraryEntry] {
    try work.require(Self.permission)
    return RuleLibrary.entries
  }

  static let routes = Route.reading(
    Self.self, api: "/rule-library", page: TenancyPaths.newRuleSet,
    "The rules of real kommuner, to add a type of council from."
  ) { library, page in
    let title = page.say(nb: "Ny type råd", nn: "Ny type råd")
    let rules = page.say(nb: "Regler for rådene", nn: "Reglar for råda")
    return View(
      title, crumbs: [Crumb(rules, page.link(TenancyPaths.rules()))],
      """
      <h1>\(title)</h1>
      <p class="lead">\(page.say(
        nb: "Begynn med reglene til en annen kommune. Etterpå kan alt endres.",
        nn: "Byrj med reglane til ein annan kommune. Etterpå kan alt endrast."))</p>
      \(form(library, page))
      """)
  }

  private static func form(_ library: [LibraryEntry], _ page: Page) -> HTML {
    let form = page.form(to: page.link(TenancyPaths.newRuleSet()))
    return form.html(
      button: page.say(nb: "Legg til", nn: "Legg til"),
      form.choice(
        "library", page.say(nb: "Begynn med", nn: "Byrj med"),
        library.map { (value: $0.rules.code, label: $0.line(page)) }),
      form.text(
        "code", page.say(nb: "Kode", nn: "Kode"),
        hint: page.say(
          nb: "Små bokstaver, tall og bindestrek. Koden endres ikke siden.",
          nn: "Små bokstavar, tal og bindestrek. Koden blir ikkje endra sidan.")),
      form.text(
        "name", page.say(nb: "Navn på bokmål", nn: "Namn på bokmål"),
        hint: page.say(
          nb: "Tomt: det samme som i listen.", nn: "Tomt: det same som i lista."),
        isRequired: false),
      form.text(
        "nameNn", page.say(nb: "Navn på nynorsk", nn: "Namn på nynorsk"), isRequired: false),
      DecisionFields(decision: nil).html(form, page))
  }
}

extension LibraryEntry {
  /// What it is, whose, where, and who sits there.
  fileprivate func line(_ page: Page) -> String {
    let name = page.say(rules.name)
    let places = rules.unitTypes.map { page.say($0.text) }.joined(separator: ", ")
    let groups = rules.groups.map {
      "\(page.say($0.name)): \(page.say($0.number.text(among: rules.groups)))"
    }
    return page.say(
      nb:
        "\(name) (\(page.say(origin))). Ved \(places). Der sitter \(groups.joined(separator: "; ")).",
      nn: "\(name) (\(page.say(origin))). Ved \(places). Der sit \(groups.joined(separator: "; "))."
    )
  }
}
