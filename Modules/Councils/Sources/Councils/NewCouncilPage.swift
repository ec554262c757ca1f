import HTML
import Kernel
import Tenancy
import Web

/// The form for a new council: one fieldset for each seat, those beyond the fewest folded away.
enum NewCouncilPage {
  @Sendable
  static func view(_ start: CouncilPreparation, _ page: Page) -> View {
    let title = page.say(nb: "Nytt råd", nn: "Nytt råd")
    return View(
      title,
      crumbs: [
        Crumb(page.say(nb: "Råd", nn: "Råd"), page.link(CouncilsPaths.councils())),
        Crumb(title, page.link(CouncilsPaths.newCouncil())),
      ],
      """
      <h1>\(title): \(start.unit.name)</h1>
      <p class="lead">\(lead(start.rules, page))</p>
      \(wayToElections(start, page))
      \(form(start, page))
      """)
  }

  private static func wayToElections(_ start: CouncilPreparation, _ page: Page) -> HTML {
    let elections = page.link(CouncilsPaths.newCouncilByElection(start.unit.id, start.rules.code))
    let words = page.say(
      nb: "Er ingen valgt ennå? Lys ut valg til rådet.",
      nn: "Er ingen valde enno? Lys ut val til rådet.")
    return "<p><a href=\"\(elections)\">\(words)</a></p>"
  }

  static func lead(_ rules: RuleSet, _ page: Page) -> String {
    let size = rules.size.text
    let members =
      rules.size == .any
      ? ""
      : page.say(
        nb: " Det skal være \(size.nb) som stemmer.", nn: " Det skal vere \(size.nn) som røystar.")
    let term = page.say(rules.termInWords)
    return "\(page.say(nb: "Regler", nn: "Reglar")): \(page.say(rules.name)).\(members) \(term)"
  }

  private static func form(_ start: CouncilPreparation, _ page: Page) -> HTML {
    let form = page.form(to: page.link(CouncilsPaths.newCouncilAt(start.unit.id, start.rules.code)))
    let bases = LegalBasis.allCases.map { (value: $0.rawValue, label: page.say($0.text)) }
    let hint = page.say(
      nb: "La rader du ikke trenger stå tomme. Kryss av for én leder blant brukerrepresentantene.",
      nn: "La rader du ikkje treng stå tomme. Kryss av for éin leiar blant brukarrepresentantane.")
    let rows = SeatRows(rules: start.rules, form: form, page: page)
    return form.html(
      button: page.say(nb: "Opprett rådet", nn: "Opprett rådet"),
      form.text("name", page.say(nb: "Rådets navn", nn: "Namnet på rådet"), value: start.name),
      form.select(
        "legalBasis", page.say(nb: "Hva rådet bygger på", nn: "Kva rådet byggjer på"), bases,
        value: start.rules.legalBasis.rawValue),
      form.day(
        "termStart", page.say(nb: "Første dag i perioden", nn: "Første dag i perioden"),
        value: start.today),
      form.group(
        "seats", page.say(nb: "Medlemmer", nn: "Medlemmer"), hint: hint,
        rows.groups + [rows.beyondTheRules]),
      DeputyRows(rules: start.rules, form: form, page: page).fields,
      deviations(from: start.rules, form, page))
  }
}

extension NewCouncilPage {
  /// Rows for what most often is another here, folded away, since most follow the rule.
  static func deviations(from rules: RuleSet, _ form: Form, _ page: Page) -> HTML {
    let title = page.say(nb: "Avvik fra reglene", nn: "Avvik frå reglane")
    let hint = page.say(
      nb: "Bare når dette rådet skal ha et annet antall enn regelen sier.",
      nn: "Berre når dette rådet skal ha eit anna tal enn regelen seier.")
    let points =
      rules.groups.map {
        (
          field: "groups.\($0.code)", title: $0.name,
          rule: $0.number.text(among: rules.groups)
        )
      }
      + RuleSet.fields.filter { $0.name == "size" }.map {
        (field: $0.name, title: $0.title, rule: $0.words(rules))
      }
    let rows = points.enumerated().map { row, point in
      deviation("deviations.\(row)", point.field, point.title, from: point.rule, form, page)
    }
    let open: HTML = page.attempt == nil ? "" : " open"
    return """
      <details\(open)><summary>\(title)</summary>
      \(form.group("deviations", title, hint: hint, rows))
      </details>
      """
  }

  private static func deviation(
    _ place: String, _ field: String, _ title: Text, from rule: Text, _ form: Form, _ page: Page
  ) -> HTML {
    form.group(
      "\(place).field", page.say(title),
      [
        form.hidden("\(place).field", field),
        form.text(
          "\(place).value", page.say(nb: "Antall her", nn: "Tal her"),
          hint: page.say(nb: "Regelen sier \(rule.nb).", nn: "Regelen seier \(rule.nn)."),
          isRequired: false),
        form.text(
          "\(place).reason", page.say(nb: "Hvorfor", nn: "Kvifor"), isRequired: false),
        form.text(
          "\(place).decidedBy", page.say(nb: "Bestemt av", nn: "Bestemt av"), isRequired: false),
        form.day(
          "\(place).decidedOn", page.say(nb: "Bestemt den dagen", nn: "Bestemt den dagen"),
          isRequired: false),
      ])
  }
}
