import HTML
import Kernel
import UseCases
import Web

/// Shows the form that fills a council's seats for its next term.
package struct PrepareTerm: UseCase, Readable {
  let council: ID<Council>

  package static let permission = Permission.manageSeats
  package static let changes = false

  package init(_ input: inout Input) { council = input.id("council") }

  package func perform(in work: borrowing Work) throws -> CouncilDetails {
    let details = try CouncilDetails.read(council, in: work)
    try work.require(Self.permission, as: details.council.standing(in: work))
    return details
  }

  static let routes = Route.reading(
    Self.self, page: CouncilsPaths.terms,
    "The form that fills a council's seats for its next term.",
    view: view)

  @Sendable
  private static func view(_ details: CouncilDetails, _ page: Page) -> View {
    let title = page.say(nb: "Neste periode", nn: "Neste periode")
    let form = page.form(to: page.link(CouncilsPaths.terms(details.id)))
    let start = details.seats.map(\.termEnd).max()?.adding(days: 1)
    let lead = page.say(
      nb: "Skriv dem som er valgt for den nye perioden. De som sitter nå, sitter ut sin.",
      nn: "Skriv dei som er valde for den nye perioden. Dei som sit no, sit ut sin.")
    return View(
      "\(title) – \(details.council.name)",
      crumbs: [Crumb(details.council.name, page.link(CouncilsPaths.council(details.id)))],
      """
      <h1>\(title): \(details.council.name)</h1>
      <p class="lead">\(lead)</p>
      \(form.html(
        button: page.say(nb: "Lagre den nye perioden", nn: "Lagre den nye perioden"),
        form.version(details.version),
        form.day(
          "termStart", page.say(nb: "Første dag i perioden", nn: "Første dag i perioden"),
          value: start),
        form.group(
          "seats", page.say(nb: "Medlemmer", nn: "Medlemer"),
          SeatRows(rules: details.rules, form: form, page: page).groups),
        DeputyRows(rules: details.rules, form: form, page: page).fields))
      """)
  }
}
