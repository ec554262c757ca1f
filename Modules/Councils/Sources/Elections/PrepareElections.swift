import HTML
import Kernel
import Tenancy
import UseCases
import Web

/// Shows the form that opens a unit's new council with elections to its groups.
package struct PrepareElections: UseCase, Readable {
  let preparation: PrepareCouncil

  package static let permission = Permission.constituteCouncil
  package static let changes = false

  package init(_ input: inout Input) { preparation = PrepareCouncil(&input) }

  /// - Throws: `AccessRefusal.thereIsNoSuchRecord`, also when the rule set is not for the unit.
  package func perform(in work: borrowing Work) throws -> CouncilPreparation {
    try preparation.perform(in: work)
  }

  static let routes = Route.reading(
    Self.self, page: CouncilsPaths.newCouncilByElection,
    "The form for elections to a unit's new council.", view: view)

  @Sendable
  private static func view(_ start: CouncilPreparation, _ page: Page) -> View {
    let title = page.say(nb: "Valg til nytt råd", nn: "Val til nytt råd")
    let hint = page.say(
      nb: "La en gruppe stå tom hvis ingen skal velges til den nå.",
      nn: "La ei gruppe stå tom om ingen skal veljast til ho no.")
    let form = page.form(
      to: page.link(CouncilsPaths.newCouncilByElection(start.unit.id, start.rules.code)))
    return View(
      title,
      crumbs: [
        Crumb(page.say(nb: "Råd", nn: "Råd"), page.link(CouncilsPaths.councils())),
        Crumb(
          page.say(nb: "Nytt råd", nn: "Nytt råd"),
          page.link(CouncilsPaths.newCouncilAt(start.unit.id, start.rules.code))),
      ],
      """
      <h1>\(title): \(start.unit.name)</h1>
      <p class="lead">\(NewCouncilPage.lead(start.rules, page))</p>
      \(form.html(
        button: page.say(nb: "Lys ut valgene", nn: "Lys ut vala"),
        form.text("name", page.say(nb: "Rådets navn", nn: "Namnet på rådet"), value: start.name),
        form.day(
          "termStart", page.say(nb: "Første dag i perioden", nn: "Første dag i perioden"),
          value: start.today.adding(days: 42)),
        form.group(
          "groups", page.say(nb: "Hvem som velges", nn: "Kven som blir valde"), hint: hint,
          start.rules.groups.enumerated().map { row($1, at: "groups.\($0)", start, form, page) }),
        NewCouncilPage.deviations(from: start.rules, form, page)))
      """)
  }

  private static func row(
    _ group: SeatGroup, at place: String, _ start: CouncilPreparation, _ form: Form, _ page: Page
  ) -> HTML {
    let isNeeded = group.number.fewest > 0
    let number = group.number.text(among: start.rules.groups)
    return form.group(
      "\(place).group", "\(page.say(group.name)) – \(page.say(group.electors))",
      [
        form.hidden("\(place).group", group.code),
        form.text(
          "\(place).places", page.say(nb: "Antall plasser", nn: "Tal plassar"),
          value: isNeeded ? "\(group.number.fewest)" : "",
          hint: page.say(nb: "Regelen sier \(number.nb).", nn: "Regelen seier \(number.nn)."),
          type: "number", isRequired: isNeeded),
        form.day(
          "\(place).nominateUntil", page.say(nb: "Kandidater innen", nn: "Kandidatar innan"),
          value: isNeeded ? start.today.adding(days: 21) : nil, isRequired: isNeeded),
        form.day(
          "\(place).heldOn", page.say(nb: "Valgdag", nn: "Valdag"),
          value: isNeeded ? start.today.adding(days: 28) : nil, isRequired: isNeeded),
      ])
  }
}
