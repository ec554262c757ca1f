import Kernel
import UseCases
import Web

/// Shows one version of a rule set, whether it held once, holds, or is still to come: every answer,
/// who decided it, and what it changed (decision 27).
package struct ReadRuleVersion: UseCase, Readable {
  let ruleSet: String
  let number: Int

  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) {
    ruleSet = input.text("ruleSet", max: 60, "The code of the rule set.")
    number = input.number("number", in: 1...999_999, "The version's number.") ?? 0
  }

  /// - Throws: `AccessRefusal.thereIsNoSuchRecord`.
  package func perform(in work: borrowing Work) throws -> RuleVersionDetails {
    let versions = try RuleVersion.all(of: ruleSet, in: work)
    return try RuleVersionDetails.all([number], of: ruleSet, among: versions, in: work).first
      .orNotFound()
  }

  static let routes = Route.reading(
    Self.self, api: "/rule-sets/{ruleSet}/versions/{number}", page: TenancyPaths.ruleVersion,
    "One version of a rule set, with what it changed.", view: RuleVersionPage.view)
}
