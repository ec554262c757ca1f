import HTML
import Kernel
import Tenancy
import Web

/// The page of a council's deviations: today's, those to come, and everything that was decided.
struct DeviationsPage {
  let overview: DeviationsOverview
  let page: Page

  private var details: CouncilDetails { overview.details }

  var view: View {
    let title = page.say(nb: "Avvik fra reglene", nn: "Avvik frå reglane")
    let rules = page.link(TenancyPaths.ruleSet(overview.typeRules.code))
    return View(
      "\(title) – \(details.council.name)", crumbs: Self.crumbs(details.council, page),
      """
      <h1>\(title)</h1>
      <p class="lead">\(details.council.name)</p>
      <p>\(page.say(nb: "Reglene for typen", nn: "Reglane for typen")): \
      <a href="\(rules)">\(page.say(overview.typeRules.name))</a></p>
      \(CompositionNotice(faults: details.faults, page: page).html)
      \(today)
      \(coming)
      \(decisions)
      \(change)
      """)
  }

  static func crumbs(_ council: Council, _ page: Page) -> [Crumb] {
    [
      Crumb(page.say(nb: "Råd", nn: "Råd"), page.link(CouncilsPaths.councils())),
      Crumb(council.name, page.link(CouncilsPaths.council(council.id))),
    ]
  }

  private var today: HTML {
    let lines = DeviationLines(details: details, page: page).html
    let none = page.say(
      nb: "Rådet følger reglene for typen sin.", nn: "Rådet følgjer reglane for typen sin.")
    return """
      <h2>\(page.say(nb: "Nå", nn: "No"))</h2>
      \(details.hasDeviations ? lines : "<p>\(none)</p>")
      """
  }

  private var coming: HTML {
    let coming = overview.coming
    guard let first = coming.first?.validFrom else { return .none }
    let lines: [HTML] = coming.map { decision in
      "<li>\(decision.validFrom.map { page.say($0) } ?? "–"): \(page.say(words(decision)))</li>"
    }
    return """
      <h2>\(page.say(nb: "Bestemt for senere", nn: "Bestemt for seinare"))</h2>
      <ul>\(lines)</ul>
      \(warning(from: first))
      """
  }

  private func warning(from day: Day) -> HTML {
    guard !overview.faultsToCome.isEmpty else { return .none }
    let lines: [HTML] = overview.faultsToCome.map { "<li>\(page.say($0.text))</li>" }
    return """
      <div class="notice warning"><p>\(page.say(
        nb: "Sett rådet riktig sammen innen \(page.say(day)):",
        nn: "Set rådet rett saman innan \(page.say(day)):"))</p><ul>\(lines)</ul></div>
      """
  }

  private var decisions: HTML {
    guard !overview.history.decisions.isEmpty else { return .none }
    let title = page.say(nb: "Hvem som har bestemt hva", nn: "Kven som har bestemt kva")
    let start = page.say(nb: "fra rådet begynte", nn: "frå rådet byrja")
    let table = PageTable(
      title,
      columns: [
        page.say(nb: "Bestemt", nn: "Bestemt"), page.say(nb: "Gjelder fra", nn: "Gjeld frå"),
        page.say(nb: "Hvorfor", nn: "Kvifor"), page.say(nb: "Bestemt av", nn: "Bestemt av"),
      ],
      rows: overview.history.decisions.reversed().map { decision in
        let day = decision.decidedOn.map { ", \(page.say($0))" } ?? ""
        return [
          "\(page.say(words(decision)))",
          "\(decision.validFrom.map { page.say($0) } ?? start)",
          "\(decision.reason)", "\(decision.decidedBy)\(day)",
        ]
      })
    return "<h2>\(title)</h2>\n\(table.html)"
  }

  /// What was decided, by the rules of today.
  private func words(_ decision: DeviationDecision) -> Text {
    let rules = overview.typeRules
    guard let deviation = decision.deviation else {
      let rule = Deviation.rule(decision.field, of: rules)
      return Text(
        nb: "Følger igjen \(rule.nb)", nn: "Følgjer att \(rule.nn)",
        en: "Follows \(rule.en) again")
    }
    let followed = rules.following([deviation])
    return followed.lapsed.isEmpty
      ? deviation.title(under: followed.rules) : deviation.lapsedTitle(under: rules)
  }

  private var change: HTML {
    guard page.showsNewCouncil, details.council.status != .dissolved else { return .none }
    let words = page.say(nb: "Endre avvikene", nn: "Endre avvika")
    return
      "<p><a href=\"\(page.link(CouncilsPaths.deviationChange(overview.id)))\">\(words)</a></p>"
  }
}

extension CouncilDetails {
  /// Whether it deviates, or did until the rules no longer asked.
  var hasDeviations: Bool { !(followed.deviations + followed.lapsed).isEmpty }
}

/// Where a council deviates today, with why and who decided it.
struct DeviationLines {
  let details: CouncilDetails
  let page: Page

  var html: HTML {
    let (rules, followed) = (details.rules, details.followed)
    let lines =
      followed.deviations.map { line($0, $0.title(under: rules)) }
      + followed.lapsed.map { line($0, $0.lapsedTitle(under: rules)) }
    return "<ul>\(lines)</ul>"
  }

  private func line(_ deviation: Deviation, _ title: Text) -> HTML {
    let decided = deviation.decidedOn.map { ", \(page.say($0))" } ?? ""
    return """
      <li>\(page.say(title)). \(deviation.reason) \
      <span class="meta">(\(deviation.decidedBy)\(decided))</span></li>
      """
  }
}
