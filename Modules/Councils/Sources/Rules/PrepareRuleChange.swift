import HTML
import Kernel
import Tenancy
import UseCases
import Web

/// Shows the form to change a rule set, filled in with the newest version of it.
package struct PrepareRuleChange: UseCase, Readable {
  let ruleSet: String

  package static let permission = Permission.changeRules
  package static let changes = false

  package init(_ input: inout Input) {
    ruleSet = input.text("ruleSet", max: 60, "The code of the rule set.")
  }

  /// - Throws: `AccessRefusal`.
  package func perform(in work: borrowing Work) throws -> RulesToChange {
    try work.require(Self.permission)
    return RulesToChange(
      newest: try RuleSets.newest(ruleSet, in: work).orNotFound(),
      userGroups: try UserGroup.all(in: work))
  }

  static let routes = Route.reading(
    Self.self, page: TenancyPaths.ruleChange, "The form to change a rule set."
  ) { prepared, page in
    let newest = prepared.newest
    let title = page.say(nb: "Endre reglene", nn: "Endre reglane")
    return View(
      title, crumbs: RuleChangeForm.crumbs(newest.rules, page),
      """
      <h1>\(title): \(page.say(newest.rules.name))</h1>
      <p class="lead">\(page.say(
        nb: "Du får se hva som endres, og hva det betyr for rådene, før noe lagres.",
        nn: "Du får sjå kva som blir endra, og kva det tyder for råda, før noko blir lagra."))</p>
      \(RuleChangeForm.html(RuleForm(from: newest, userGroups: prepared.userGroups), of: newest.rules.code, page))
      """)
  }
}

/// The rules that a change goes on from, and whom their groups can speak for.
package struct RulesToChange: JSONRecord {
  let newest: NewestRules
  let userGroups: [UserGroup]

  package static let shape = Shape<RulesToChange>(
    "RulesToChange",
    [
      Field("newest", "The newest version, and its first day.") { $0.newest },
      Field("userGroups", "Whom groups of seats can speak for.") { $0.userGroups },
    ])
}

/// The form, which leads to a look at what would change, and from there to the saving.
enum RuleChangeForm {
  static func html(_ fields: RuleForm, of code: String, _ page: Page) -> HTML {
    let form = page.form(
      to: page.link(TenancyPaths.ruleChange(code)),
      leadingTo: page.link(CouncilsPaths.ruleSaving(code)))
    return form.html(
      button: page.say(nb: "Vis hva som endres", nn: "Vis kva som blir endra"),
      fields.fields(form, page))
  }

  static func crumbs(_ rules: RuleSet, _ page: Page) -> [Crumb] {
    [
      Crumb(
        page.say(nb: "Regler for rådene", nn: "Reglar for råda"), page.link(TenancyPaths.rules())),
      Crumb(page.say(rules.name), page.link(TenancyPaths.ruleSet(rules.code))),
    ]
  }
}
