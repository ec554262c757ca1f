import HTML
import Kernel
import Tenancy
import UseCases
import Web

/// Shows the forms that try and read in a file of councils, and what such a file looks like.
package struct PrepareCouncilImport: UseCase, Readable {
  package static let permission = Permission.constituteCouncil
  package static let changes = false

  package init(_ input: inout Input) {}

  package func perform(in work: borrowing Work) throws -> [RuleSet] {
    try work.require(Self.permission)
    return try RuleSets.all(in: work)
  }

  static let routes = Route.reading(
    Self.self, page: CouncilsPaths.councilImport, "The forms that read in a file of councils."
  ) { rules, page in
    let title = page.say(nb: "Les inn råd fra en fil", nn: "Les inn råd frå ei fil")
    return View(
      title, crumbs: [Crumb(page.say(nb: "Råd", nn: "Råd"), page.link(CouncilsPaths.councils()))],
      """
      <h1>\(title)</h1>
      <p class="lead">\(page.say(
        nb: "Én linje for hver plass. Linjer med samme enhet og navn blir ett råd.",
        nn: "Éi linje for kvar plass. Linjer med same eining og namn blir eitt råd."))</p>
      <p>\(page.say(nb: "Første linje:", nn: "Første linje:")) \
      <code>\(CouncilFile.columns.joined(separator: ","))</code></p>
      \(rules.first.map { example($0, page) } ?? .none)
      <h2>\(page.say(nb: "1. Prøv filen", nn: "1. Prøv fila"))</h2>
      \(form(to: CouncilsPaths.importTrial(), page.say(nb: "Prøv filen", nn: "Prøv fila"), page))
      <h2>\(page.say(nb: "2. Opprett rådene", nn: "2. Opprett råda"))</h2>
      \(form(
        to: CouncilsPaths.councilImport(), page.say(nb: "Opprett rådene", nn: "Opprett råda"),
        page))
      <h2>\(page.say(nb: "Koder i filen", nn: "Kodar i fila"))</h2>
      \(codes(rules, page).html)
      """)
  }

  /// How the fields are written, and a line as it may look.
  private static func example(_ rules: RuleSet, _ page: Page) -> HTML {
    let line = [
      page.say(nb: "Lia skole", nn: "Lia skule"), rules.code, "", "1.8.2026",
      rules.groups.first?.code ?? "", "Kari Nordmann", "kari@example.org", "Ola Nordmann",
      "ola@example.org", "ja",
    ]
    let hint = page.say(
      nb: "Enheten skrives som på siden Enheter. Datoen er 1.8.2026 eller 2026-08-01. Leder er ja"
        + " eller nei. Uten navn får rådet det vanlige navnet. La vara stå tom der det ikke er noen.",
      nn: "Eininga blir skriven som på sida Einingar. Datoen er 1.8.2026 eller 2026-08-01. Leiar er"
        + " ja eller nei. Utan namn får rådet det vanlege namnet. Lat vara stå tom der det ikkje er nokon."
    )
    return """
      <p>\(page.say(nb: "For eksempel:", nn: "Til dømes:")) \
      <code>\(line.joined(separator: ","))</code></p>
      <p>\(hint)</p>
      """
  }

  private static func form(to target: Target, _ button: String, _ page: Page) -> HTML {
    let form = page.form(to: page.link(target))
    return form.html(
      button: button, sendsFile: true,
      form.file(
        "file", page.say(nb: "Fil", nn: "Fil"), accept: ".csv,text/csv",
        hint: page.say(nb: "CSV i UTF-8, høyst 1 MB.", nn: "CSV i UTF-8, høgst 1 MB.")))
  }

  private static func codes(_ rules: [RuleSet], _ page: Page) -> PageTable {
    PageTable(
      page.say(nb: "Koder i filen", nn: "Kodar i fila"),
      columns: [page.say(nb: "Type råd", nn: "Type råd"), "ruleSet", "group"],
      rows: rules.map { rules in
        [
          "\(page.say(rules.name))", "<code>\(rules.code)</code>",
          "<code>\(rules.groups.map(\.code).joined(separator: ", "))</code>",
        ]
      })
  }
}
