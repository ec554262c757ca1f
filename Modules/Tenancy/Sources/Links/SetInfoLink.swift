import Kernel
import UseCases
import Web

/// Sets the kommune's own page about a type of council, or takes it away (R045, R052).
package struct SetInfoLink: UseCase, Readable {
  let ruleSet: String
  private let link: String?

  package static let permission = Permission.manageUnits

  package init(_ input: inout Input) {
    ruleSet = input.text("ruleSet", max: 60, "The code of the rule set.")
    link = input.optionalText(
      "link", max: WebLink.longest, "The address, over https; none if left out.")
  }

  /// - Throws: `.linkIsNoAddress`; `AccessRefusal.thereIsNoSuchRecord`.
  package func perform(in work: borrowing Work) throws -> InfoLink {
    try work.require(Self.permission)
    let rules = try RuleSets.find(ruleSet, in: work).orNotFound()
    let link = try link.map { text in
      guard let link = WebLink(text) else { throw Refusal.linkIsNoAddress }
      return link
    }
    try work.run("DELETE FROM tenancy_info_link WHERE rule_set = \(ruleSet)")
    if let link {
      try work.run("INSERT INTO tenancy_info_link (rule_set, link) VALUES (\(ruleSet), \(link))")
    }
    try work.record("info-link-set", work.newID() as ID<InfoLink>, ["ruleSet": ruleSet])
    return InfoLink(rules: rules, link: link)
  }

  /// Why a link is not set.
  package enum Refusal: Kernel.Refusal {
    case linkIsNoAddress

    package var kind: RefusalKind { .invalid }
    package var fields: [FieldProblem] { [FieldProblem("link", text)] }
    package var text: Text {
      Text(
        nb:
          "Lenken må begynne med https:// og være en hel nettadresse. Kopier den fra nettleseren.",
        nn: "Lenkja må byrje med https:// og vere ei heil nettadresse. Kopier ho frå nettlesaren.",
        en: "The link must be a whole address that begins with https://. Copy it from a browser.")
    }
  }

  static let routes = Route.changing(
    Self.self, .put, api: TenancyPaths.infoLinkInAPI, page: TenancyPaths.infoLink,
    form: TenancyPaths.infoLink, "Sets the kommune's own page about a type of council.",
    done: Text(nb: "Lenken er lagret.", nn: "Lenkja er lagra."))
}
