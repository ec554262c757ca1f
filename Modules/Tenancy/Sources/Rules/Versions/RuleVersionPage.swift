import HTML
import Kernel
import Web

/// The page of one version of the rules: who decided it, what it changed, and every answer.
enum RuleVersionPage {
  @Sendable
  static func view(_ details: RuleVersionDetails, _ page: Page) -> View {
    let name = page.say(details.rules.name)
    let number = details.decision.number
    let title = page.say(nb: "\(name), utgave \(number)", nn: "\(name), utgåve \(number)")
    return View(
      title,
      crumbs: [
        Crumb(
          page.say(nb: "Regler for rådene", nn: "Reglar for råda"),
          page.link(TenancyPaths.rules())),
        Crumb(name, page.link(TenancyPaths.ruleSet(details.rules.code))),
      ],
      """
      <h1>\(title.prefix(1).uppercased() + title.dropFirst())</h1>
      <p class="lead">\(lead(details.decision, page))</p>
      \(withdrawal(details.decision, page))
      \(RuleVersionPage.changes(details, page))
      <h2>\(page.say(nb: "Alle reglene", nn: "Alle reglane"))</h2>
      \(RuleSetPage.answers(details.rules, page))
      """)
  }

  private static func lead(_ version: RuleVersion, _ page: Page) -> String {
    let day = page.say(version.validFrom)
    let from =
      version.holdsFromTheBeginning
      ? page.say(
        nb: "Gjelder fra kommunen begynte å bruke Samråd.",
        nn: "Gjeld frå kommunen tok til å bruke Samråd.")
      : page.say(nb: "Gjelder fra \(day).", nn: "Gjeld frå \(day).")
    return "\(from) \(decided(version, page))"
  }

  /// Who decided it, when, and where that stands.
  static func decided(_ version: RuleVersion, _ page: Page) -> String {
    let day = version.decidedOn.map { ", \(page.say($0))" } ?? ""
    let document = version.documentLink.map { " \($0)" } ?? ""
    return page.say(
      nb: "Bestemt av \(version.decidedBy)\(day).\(document)",
      nn: "Bestemt av \(version.decidedBy)\(day).\(document)")
  }

  private static func withdrawal(_ version: RuleVersion, _ page: Page) -> HTML {
    guard let withdrawal = version.withdrawal else { return .none }
    let day = page.say(OsloTime(withdrawal.withdrawnAt).day)
    let text = page.say(
      nb: "Trukket tilbake \(day) av \(withdrawal.decidedBy), før den gjaldt: \(withdrawal.reason)",
      nn: "Trekt tilbake \(day) av \(withdrawal.decidedBy), før ho galdt: \(withdrawal.reason)")
    return "<p class=\"notice warning\">\(text)</p>"
  }

  /// What the version changed, under a heading of its own.
  private static func changes(_ details: RuleVersionDetails, _ page: Page) -> HTML {
    guard let before = details.before?.version else { return .none }
    return """
      <h2>\(page.say(
        nb: "Endret fra utgave \(before)", nn: "Endra frå utgåve \(before)"))</h2>
      \(RuleDifference.table(details.changes, page).html)
      """
  }
}
