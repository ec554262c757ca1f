import HTML
import Kernel
import Tenancy
import Web

/// The page between filling in and saving: what would change, what it would mean, and two ways on.
enum RulePreviewPage {
  @Sendable
  static func view(_ preview: RulePreview, _ page: Page) -> View {
    let change = preview.change
    let title = page.say(nb: "Dette endres", nn: "Dette blir endra")
    return View(
      title, crumbs: RuleChangeForm.crumbs(change.newest.rules, page),
      """
      <h1>\(title): \(page.say(change.newest.rules.name))</h1>
      <p class="lead">\(lead(change, page))</p>
      \(RuleDifference.table(preview.differences, page).html)
      <h2>\(page.say(nb: "Rådene", nn: "Råda"))</h2>
      \(effects(change, page))
      \(RuleWarnings.html(change.next, page))
      \(saving(change, page))
      <p><a href="#endre">\(page.say(nb: "Gå tilbake til skjemaet", nn: "Gå tilbake til skjemaet"))</a></p>
      <h2 id="endre">\(page.say(nb: "Endre noe mer", nn: "Endre noko meir"))</h2>
      \(RuleChangeForm.html(fields(change), of: change.next.code, page))
      """)
  }

  private static func fields(_ change: RuleChange) -> RuleForm {
    RuleForm(
      from: change.draft, changing: change.newest, userGroups: change.userGroups)
  }

  private static func lead(_ change: RuleChange, _ page: Page) -> String {
    let decision = change.draft.decision
    let day = page.say(decision.validFrom)
    return page.say(
      nb: "Bestemt av \(decision.decidedBy). Gjelder fra \(day). Ingenting er lagret ennå.",
      nn: "Bestemt av \(decision.decidedBy). Gjeld frå \(day). Ingenting er lagra enno.")
  }

  private static func effects(_ change: RuleChange, _ page: Page) -> HTML {
    guard !change.effects.isEmpty else {
      let text = page.say(
        nb: "Alle rådene av denne typen passer til de nye reglene.",
        nn: "Alle råda av denne typen passar til dei nye reglane.")
      return "<p>\(text)</p>"
    }
    return "\(summary(change, page))<ul>\(change.effects.map { line($0, page) })</ul>"
  }

  private static func summary(_ change: RuleChange, _ page: Page) -> HTML {
    guard change.effects.contains(where: \.isUnfit) else {
      let text = page.say(
        nb: "Alle rådene passer til de nye reglene. Endringen merkes slik:",
        nn: "Alle råda passar til dei nye reglane. Endringa merkast slik:")
      return "<p>\(text)</p>"
    }
    let day = page.say(change.draft.decision.validFrom)
    let text =
      change.isForLater
      ? page.say(
        nb: "Disse rådene passer ikke til de nye reglene og må settes riktig sammen innen \(day).",
        nn: "Desse råda passar ikkje til dei nye reglane og må setjast rett saman innan \(day).")
      : page.say(
        nb:
          "Disse rådene passer ikke til de nye reglene. Endringen kan derfor ikke gjelde fra \(day). Velg en dag som kommer.",
        nn:
          "Desse råda passar ikkje til dei nye reglane. Endringa kan derfor ikkje gjelde frå \(day). Vel ein dag som kjem."
      )
    return "<p class=\"notice warning\">\(text)</p>"
  }

  private static func line(_ effect: RuleEffect, _ page: Page) -> HTML {
    let texts: [HTML] = (effect.faults + effect.lapsed + effect.kept + effect.published).map {
      "<li>\(page.say($0))</li>"
    }
    return """
      <li><a href="\(page.link(CouncilsPaths.council(effect.council)))">\(effect.name)</a>
      <ul>\(texts)</ul></li>
      """
  }

  private static func saving(_ change: RuleChange, _ page: Page) -> HTML {
    guard change.canBeSaved else { return .none }
    let form = page.keptForm(to: page.link(CouncilsPaths.ruleSaving(change.next.code)))
    return form.html(
      button: page.say(nb: "Lagre", nn: "Lagre"), fields(change).fields(form, page))
  }
}
