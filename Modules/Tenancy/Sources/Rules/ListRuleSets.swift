import HTML
import Kernel
import UseCases
import Web

/// Lists the rule sets of a kommune as they stand today, with the groups of seats each demands.
package struct ListRuleSets: UseCase, Readable {
  package static let permission = Permission.readPublicRecords
  package static let changes = false

  /// What its page is called.
  package static let title = Text(nb: "Regler for rådene", nn: "Reglar for råda")

  package init(_ input: inout Input) {}

  package func perform(in work: borrowing Work) throws -> [RuleSet] {
    try RuleSets.all(in: work)
  }

  static let routes = Route.reading(
    Self.self, api: "/rule-sets", page: TenancyPaths.rules, "The rule sets of the kommune."
  ) { rules, page in
    let title = page.say(title)
    return View(
      title,
      """
      <h1>\(title)</h1>
      <p class="lead">\(page.say(
        nb: "Hva kommunen har bestemt om hver type råd.",
        nn: "Kva kommunen har bestemt om kvar type råd."))</p>
      \(table(rules, page, title).html)
      <p><a href="\(page.link(TenancyPaths.userGroups()))">\
      \(page.say(nb: "Brukergrupper", nn: "Brukargrupper"))</a></p>
      \(page.mayChangeRules ? way(page) : .none)
      """)
  }

  private static func way(_ page: Page) -> HTML {
    let words = page.say(nb: "Legg til en type råd", nn: "Legg til ein type råd")
    return "<p><a href=\"\(page.link(TenancyPaths.newRuleSet()))\">\(words)</a></p>"
  }

  private static func table(_ rules: [RuleSet], _ page: Page, _ name: String) -> PageTable {
    PageTable(
      name,
      columns: [
        page.say(nb: "Type råd", nn: "Type råd"), page.say(nb: "Ved", nn: "Ved"),
        page.say(nb: "Grunnlag", nn: "Grunnlag"),
      ],
      rows: rules.map { rules in
        [
          "<a href=\"\(page.link(TenancyPaths.ruleSet(rules.code)))\">\(page.say(rules.name))</a>",
          "\(rules.unitTypes.map { page.say($0.text) }.joined(separator: ", "))",
          "\(page.say(rules.legalBasis.text))",
        ]
      })
  }
}

extension Page {
  /// Whether the ways to change rules are worth showing.
  package var mayChangeRules: Bool {
    !actor.tenantWideRoles.isDisjoint(with: Permission.changeRules.roles)
  }
}
