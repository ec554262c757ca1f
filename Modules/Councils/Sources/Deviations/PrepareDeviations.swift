import HTML
import Kernel
import Tenancy
import UseCases
import Web

/// Shows the form in which a council's deviations are decided, filled in as they will be when all that
/// is decided has begun.
package struct PrepareDeviations: UseCase, Readable {
  let council: ID<Council>

  package static let permission = Permission.constituteCouncil
  package static let changes = false

  package init(_ input: inout Input) { council = input.id("council", "The council.") }

  /// - Throws: `AccessRefusal`; `AtWorkRefusal.councilIsDissolved`.
  package func perform(in work: borrowing Work) throws -> DeviationsOverview {
    let council = try Council.find(council, in: work)
    try work.require(Self.permission, as: council.standing(in: work))
    try council.mustNotBeDissolved()
    return try DeviationsOverview.read(council.id, in: work)
  }

  static let routes = Route.reading(
    Self.self, page: CouncilsPaths.deviationChange,
    "The form in which a council's deviations are decided.",
    view: { DeviationsForm(overview: $0, page: $1).view })
}

/// The form: a row for each rule a council may set aside, with its own answer where it has one.
struct DeviationsForm {
  let overview: DeviationsOverview
  let page: Page

  private var council: Council { overview.details.council }

  var view: View {
    let title = page.say(nb: "Endre avvikene", nn: "Endre avvika")
    let all = page.say(nb: "Avvik fra reglene", nn: "Avvik frå reglane")
    return View(
      "\(title) – \(council.name)",
      crumbs: DeviationsPage.crumbs(council, page) + [
        Crumb(all, page.link(CouncilsPaths.deviations(council.id)))
      ],
      """
      <h1>\(title)</h1>
      <p class="lead">\(council.name)</p>
      <p>\(page.say(
        nb: "La feltet stå tomt der rådet følger regelen. Det som er bestemt før, kan fortsatt leses.",
        nn: "Lat feltet stå tomt der rådet følgjer regelen. Det som er bestemt før, kan framleis lesast."
      ))</p>
      \(later)
      \(form)
      """)
  }

  private var later: HTML {
    guard !overview.coming.isEmpty else { return .none }
    let text = page.say(
      nb: "Skjemaet viser rådet slik det er bestemt at det blir. Det du lagrer, gjelder i stedet.",
      nn: "Skjemaet viser rådet slik det er bestemt at det blir. Det du lagrar, gjeld i staden.")
    return "<p class=\"notice warning\">\(text)</p>"
  }

  private var form: HTML {
    let form = page.form(to: page.link(CouncilsPaths.deviationChange(council.id)))
    return form.html(
      button: page.say(nb: "Lagre avvikene", nn: "Lagre avvika"),
      form.version(overview.version),
      form.group(
        "deviations", page.say(nb: "Rådets egne regler", nn: "Dei eigne reglane til rådet"),
        rows(form)),
      form.group(
        "decision", page.say(nb: "Vedtaket", nn: "Vedtaket"),
        [
          form.day(
            "validFrom", page.say(nb: "Gjelder fra", nn: "Gjeld frå"), value: overview.today),
          form.lines(
            "reason", page.say(nb: "Hvorfor", nn: "Kvifor"),
            hint: page.say(
              nb: "Alle kan lese det, og det blir stående. Ikke skriv om enkeltpersoner.",
              nn: "Alle kan lese det, og det blir ståande. Ikkje skriv om enkeltpersonar.")),
          form.text("decidedBy", page.say(nb: "Bestemt av", nn: "Bestemt av")),
          form.day(
            "decidedOn", page.say(nb: "Bestemt den dagen", nn: "Bestemt den dagen"),
            isRequired: false),
        ]))
  }

  private func rows(_ form: Form) -> [HTML] {
    let rules = overview.typeRules
    let last = overview.coming.compactMap(\.validFrom).max() ?? overview.today
    let own = overview.history.standing(on: last)
    let groups = rules.groups.map { group in
      (
        field: "groups.\(group.code)",
        title: Text(
          nb: "Antall i gruppen «\(group.name.nb)»", nn: "Tal i gruppa «\(group.name.nn)»"),
        rule: group.number.text(among: rules.groups),
        choices: nil as [(value: String, label: String)]?
      )
    }
    let questions = RuleSet.fields.filter { Deviation.fields.contains($0.name) }.map { question in
      (
        field: question.name, title: question.title, rule: question.words(rules),
        choices: question.choices(page)
      )
    }
    return (groups + questions).enumerated().map { row, point in
      let value = own.first { $0.field == point.field }?.value ?? ""
      return HTML([
        form.hidden("deviations.\(row).field", point.field),
        answer(
          "deviations.\(row).value", page.say(point.title), page.say(point.rule), point.choices,
          value, form),
      ])
    }
  }

  private func answer(
    _ name: String, _ title: String, _ rule: String,
    _ choices: [(value: String, label: String)]?, _ value: String, _ form: Form
  ) -> HTML {
    let says = page.say(nb: "Regelen sier: \(rule).", nn: "Regelen seier: \(rule).")
    guard let choices else {
      return form.text(name, title, value: value, hint: says, isRequired: false)
    }
    let none = [(value: "", label: page.say(nb: "Følger regelen", nn: "Følgjer regelen"))]
    return form.select(name, title, none + choices, value: value, hint: says)
  }
}
