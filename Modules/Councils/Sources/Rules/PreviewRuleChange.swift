import Kernel
import Tenancy
import UseCases
import Web

/// Shows what a change of a rule set would change, and what it would mean for the councils at work;
/// nothing is changed.
package struct PreviewRuleChange: UseCase, Readable {
  let ruleSet: String
  let draft: RuleDraft

  package static let permission = Permission.changeRules
  package static let changes = false

  package init(_ input: inout Input) {
    ruleSet = input.text("ruleSet", max: 60, "The code of the rule set.")
    draft = RuleDraft(ruleSet, &input)
  }

  /// - Throws: `AccessRefusal`, `VersionRefusal`, `RuleDraftRefusal`.
  package func perform(in work: borrowing Work) throws -> RulePreview {
    try work.require(Self.permission)
    return RulePreview(change: try RuleChange(draft, of: ruleSet, in: work))
  }

  static let routes = Route.asking(
    Self.self, api: "/rule-sets/{ruleSet}/preview", page: TenancyPaths.ruleChange,
    "What a change of a rule set would change, and mean for the councils; nothing is changed.",
    view: RulePreviewPage.view)
}

/// A change looked at beforehand.
package struct RulePreview: JSONRecord {
  let change: RuleChange

  var differences: [RuleDifference] { change.newest.rules.changes(to: change.next) }

  package static let shape = Shape<RulePreview>(
    "RulePreview",
    [
      Field("changes", "The answers that would be others.") { $0.differences },
      Field("councils", "The councils to which it would mean something.") { $0.change.effects },
      Field("warnings", "Where the new rules do not fit a body of the law, in bokmål.") {
        $0.change.next.warnings.map(\.text.nb)
      },
      Field("canBeSaved", "Whether it may begin on that day, as far as the councils go.") {
        $0.change.canBeSaved
      },
    ])
}
