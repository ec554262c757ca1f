import HTML
import Kernel
import UseCases
import Web

/// Shows where the kommune itself tells about a type of council (R045, R052).
package struct ReadInfoLink: UseCase, Readable {
  let ruleSet: String

  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) {
    ruleSet = input.text("ruleSet", max: 60, "The code of the rule set.")
  }

  /// - Throws: `AccessRefusal.thereIsNoSuchRecord`.
  package func perform(in work: borrowing Work) throws -> InfoLink {
    let rules = try RuleSets.find(ruleSet, in: work).orNotFound()
    return InfoLink(rules: rules, link: try InfoLink.find(ruleSet, in: work))
  }

  static let routes = Route.reading(
    Self.self, api: TenancyPaths.infoLinkInAPI, page: TenancyPaths.infoLink,
    "The kommune's own page about a type of council.", view: view)

  @Sendable
  private static func view(_ info: InfoLink, _ page: Page) -> View {
    let name = page.say(info.rules.name)
    let title = page.say(nb: "Mer om slike råd", nn: "Meir om slike råd")
    let none = page.say(nb: "Ingen lenke er lagt inn.", nn: "Inga lenkje er lagd inn.")
    return View(
      "\(title) – \(name)",
      crumbs: [Crumb(name, page.link(TenancyPaths.ruleSet(info.rules.code)))],
      """
      <h1>\(title)</h1>
      <p>\(info.link.map(\.html) ?? "\(none)")</p>
      \(page.mayManageUnits ? form(info, page) : .none)
      """)
  }

  private static func form(_ info: InfoLink, _ page: Page) -> HTML {
    let form = page.form(to: page.link(TenancyPaths.infoLink(info.rules.code)))
    return form.html(
      button: page.say(nb: "Lagre lenken", nn: "Lagre lenkja"),
      form.text(
        "link",
        page.say(nb: "Lenke til kommunens egen side", nn: "Lenkje til kommunen si eiga side"),
        value: info.link?.text ?? "",
        hint: page.say(
          nb: "Begynner med https://. La feltet stå tomt for å fjerne lenken.",
          nn: "Byrjar med https://. Lat feltet stå tomt for å fjerne lenkja."),
        isRequired: false))
  }
}

extension WebLink {
  /// A link to it, with where it leads in sight.
  package var html: HTML { "<a href=\"\(text)\" rel=\"noreferrer\">\(text)</a>" }
}

extension Page {
  /// Whether the forms for units and their rules are worth showing.
  var mayManageUnits: Bool {
    !actor.tenantWideRoles.isDisjoint(with: Permission.manageUnits.roles)
  }
}
