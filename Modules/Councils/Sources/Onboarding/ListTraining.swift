import HTML
import Kernel
import UseCases
import Web

/// Shows who of a council has been trained and has signed, to whoever keeps its seats (R005).
package struct ListTraining: UseCase, Readable {
  let council: ID<Council>

  package static let permission = Permission.manageSeats
  package static let changes = false

  package init(_ input: inout Input) { council = input.id("council", "The council.") }

  package func perform(in work: borrowing Work) throws -> TrainingList {
    let council = try Council.find(council, in: work)
    try work.require(Self.permission, as: council.standing(in: work))
    return try TrainingList.of(council, in: work)
  }

  static let routes = Route.reading(
    Self.self, api: "/councils/{council}/training", page: CouncilsPaths.training,
    "Who of a council has been trained and has signed.", view: view)

  @Sendable
  private static func view(_ list: TrainingList, _ page: Page) -> View {
    let title = page.say(nb: "Opplæring", nn: "Opplæring")
    let table = PageTable(
      title,
      columns: [
        page.say(nb: "Navn", nn: "Namn"), title, page.say(nb: "Taushet", nn: "Teieplikt"),
      ], rows: list.people.map { cells($0, page) })
    return View(
      "\(title) – \(list.council.name)",
      crumbs: [Crumb(list.council.name, page.link(CouncilsPaths.council(list.council.id)))],
      """
      <h1>\(title): \(list.council.name)</h1>
      \(table.html)
      <h2>\(page.say(nb: "Før opp opplæring", nn: "Før opp opplæring"))</h2>
      \(form(list, page))
      """)
  }

  private static func cells(_ trainee: Trainee, _ page: Page) -> [HTML] {
    let trainings: [HTML] = trainee.trainings.map { training in
      "\(page.say(training.kind.text)), \(page.say(training.heldOn))<br>"
    }
    let signed =
      switch trainee.hasSigned {
      case true: page.say(nb: "skrevet under", nn: "skrive under")
      case false: page.say(nb: "mangler", nn: "manglar")
      default: "–"
      }
    return ["\(trainee.name)", trainings.isEmpty ? "–" : "\(trainings)", "\(signed)"]
  }

  private static func form(_ list: TrainingList, _ page: Page) -> HTML {
    let form = page.form(to: page.link(CouncilsPaths.training(list.council.id)))
    let people = list.people.map { form.box("people.\($0.person)", $0.name) }
    return form.html(
      button: page.say(nb: "Før opp", nn: "Før opp"),
      form.select(
        "kind", page.say(nb: "Hva", nn: "Kva"),
        TrainingKind.allCases.map { (value: $0.rawValue, label: page.say($0.text)) }),
      form.day("heldOn", page.say(nb: "Dag", nn: "Dag"), value: list.today),
      form.group("people", page.say(nb: "Hvem", nn: "Kven"), people))
  }
}
