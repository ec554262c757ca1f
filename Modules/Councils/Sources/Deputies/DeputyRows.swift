import HTML
import Tenancy
import Web

/// A form's rows for deputies of the whole council, where the rules know such.
struct DeputyRows {
  let rules: RuleSet
  let form: Form
  let page: Page

  var fields: HTML {
    guard rules.hasCommonDeputies else { return .none }
    let rows = (0..<(rules.deputies == .shared ? 1 : 3)).map { row($0) }
    return form.group(
      "deputies", page.say(nb: "Vara for hele rådet", nn: "Vara for heile rådet"),
      hint: rules.deputies == .shared
        ? nil
        : page.say(
          nb: "Den første møter når én er borte, den neste når to er borte.",
          nn: "Den første møter når éin er borte, den neste når to er borte."),
      rows)
  }

  private func row(_ index: Int) -> HTML {
    form.group(
      "deputies.\(index).group", "Vara \(index + 1)",
      [
        form.text(
          "deputies.\(index).name", page.say(nb: "Navn", nn: "Namn"), isRequired: index == 0),
        form.text(
          "deputies.\(index).email", "E-post", type: "email", isRequired: index == 0),
      ])
  }
}
