import HTML
import Kernel
import Web

/// The page of one type of council: who sits there, every answer in words, and who decided.
enum RuleSetPage {
  @Sendable
  static func view(_ history: RuleSetHistory, _ page: Page) -> View {
    let rules = history.rules
    let name = page.say(rules.name)
    let title = name.prefix(1).uppercased() + name.dropFirst()
    return View(
      title,
      crumbs: [
        Crumb(
          page.say(nb: "Regler for rådene", nn: "Reglar for råda"), page.link(TenancyPaths.rules()))
      ],
      """
      <h1>\(title)</h1>
      <p class="lead">\(lead(rules, page))</p>
      \(RuleWarnings.html(rules, page))\(way(rules, page))
      \(ComingRules(versions: history.coming, page: page).html)
      <p><a href="\(page.link(TenancyPaths.infoLink(rules.code)))">\
      \(page.say(nb: "Mer om slike råd", nn: "Meir om slike råd"))</a></p>
      \(answers(rules, page))
      <h2>\(page.say(nb: "Hvem som har bestemt det", nn: "Kven som har bestemt det"))</h2>
      \(versions(history, page).html)
      """)
  }

  private static func lead(_ rules: RuleSet, _ page: Page) -> String {
    let types = rules.unitTypes.map { page.say($0.text) }.joined(separator: ", ")
    return rules.isMandatory
      ? page.say(nb: "Skal finnes ved: \(types).", nn: "Skal finnast ved: \(types).")
      : page.say(nb: "Kan finnes ved: \(types).", nn: "Kan finnast ved: \(types).")
  }

  private static func way(_ rules: RuleSet, _ page: Page) -> HTML {
    guard page.mayChangeRules else { return .none }
    let words = page.say(nb: "Endre reglene", nn: "Endre reglane")
    return "<p><a href=\"\(page.link(TenancyPaths.ruleChange(rules.code)))\">\(words)</a></p>"
  }

  /// Who sits there, and every answer in words.
  static func answers(_ rules: RuleSet, _ page: Page) -> HTML {
    """
    <h2>\(page.say(nb: "Gruppene", nn: "Gruppene"))</h2>
    \(groups(rules, page).html)
    \(RuleSet.sections.map { section($0, rules, page) })
    """
  }

  private static func groups(_ rules: RuleSet, _ page: Page) -> PageTable {
    PageTable(
      page.say(nb: "Gruppene", nn: "Gruppene"),
      columns: [
        page.say(nb: "Gruppe", nn: "Gruppe"), page.say(nb: "Antall", nn: "Tal"),
        page.say(nb: "Taler for", nn: "Talar for"), page.say(nb: "Velges av", nn: "Blir valde av"),
        page.say(nb: "Stemmer", nn: "Røystar"),
      ],
      rows: rules.groups.map { group in
        [
          "\(page.say(group.name))", "\(page.say(group.number.text(among: rules.groups)))",
          "\(group.userGroup.map { page.say($0.name) } ?? "–")", "\(page.say(group.electors))",
          "\(group.votes ? page.say(nb: "ja", nn: "ja") : page.say(nb: "nei", nn: "nei"))",
        ]
      })
  }

  private static func section(_ section: RuleSection, _ rules: RuleSet, _ page: Page) -> HTML {
    let facts: [HTML] = section.fields.map { field in
      "<div><dt>\(page.say(field.title))</dt><dd>\(page.say(field.words(rules)))</dd></div>\n"
    }
    return """
      <h2>\(page.say(section.title))</h2>
      <dl class="facts">
      \(facts)</dl>

      """
  }

  private static func versions(_ history: RuleSetHistory, _ page: Page) -> PageTable {
    PageTable(
      page.say(nb: "Utgaver", nn: "Utgåver"),
      columns: [
        page.say(nb: "Utgave", nn: "Utgåve"), page.say(nb: "Gjelder fra", nn: "Gjeld frå"),
        page.say(nb: "Bestemt av", nn: "Bestemt av"),
        page.say(nb: "Hvor vedtaket står", nn: "Kvar vedtaket står"),
      ],
      rows: history.versions.map { version in
        let link = page.link(TenancyPaths.ruleVersion(history.rules.code, version.number))
        let number: HTML = """
          <a href="\(link)"><span class="hidden-text">\(page.say(nb: "Utgave", nn: "Utgåve"))\
           </span>\(version.number)</a>
          """
        let day = version.decidedOn.map { ", \(page.say($0))" } ?? ""
        return [
          number, "\(from(version, page))", "\(version.decidedBy)\(day)",
          "\(version.documentLink ?? "–")",
        ]
      })
  }

  private static func from(_ version: RuleVersion, _ page: Page) -> String {
    guard version.withdrawal == nil else {
      return page.say(nb: "trukket tilbake", nn: "trekt tilbake")
    }
    return version.holdsFromTheBeginning ? "–" : page.say(version.validFrom)
  }
}

/// Where rules do not promise what the law expects of a council.
package enum RuleWarnings {
  /// A notice with a line for each; nothing when there are none.
  package static func html(_ rules: RuleSet, _ page: Page) -> HTML {
    let warnings = rules.warnings
    guard !warnings.isEmpty else { return .none }
    let lines: [HTML] = warnings.map { "<li>\(page.say($0.text))</li>" }
    return "<div class=\"notice warning\"><ul>\(lines)</ul></div>"
  }
}
