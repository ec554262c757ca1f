import HTML
import Kernel
import UseCases
import Web

/// Shows what the kommune has decided about one type of council, and what it had decided before.
package struct ReadRuleSet: UseCase, Readable {
  let ruleSet: String

  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) {
    ruleSet = input.text("ruleSet", max: 60, "The code of the rule set.")
  }

  /// - Throws: `AccessRefusal.thereIsNoSuchRecord`.
  package func perform(in work: borrowing Work) throws -> RuleSetHistory {
    try RuleSetHistory.read(ruleSet, in: work)
  }

  static let routes = Route.reading(
    Self.self, api: TenancyPaths.ruleSetInAPI, page: TenancyPaths.ruleSet,
    "One rule set, with the versions it has had.", view: RuleSetPage.view)
}

/// A rule set as it stands today, with the versions it has had and those to come.
package struct RuleSetHistory: JSONRecord, Versioned {
  let rules: RuleSet
  let versions: [RuleVersion]
  /// What is decided for later, the next one first, each compared with the one before it.
  let coming: [RuleVersionDetails]

  /// Whoever sends back what they have read here goes on from these rules, and is told when others are
  /// to come.
  package var version: Int { rules.version }

  package static let shape = Shape<RuleSetHistory>(
    "RuleSetHistory",
    [
      Field("ruleSet", "The rules as they stand today.") { $0.rules },
      Field("versions", "Who decided each version, the newest first.") { $0.versions },
      Field(
        "coming",
        "The versions still to come, the next one first: a change goes on from the last of them."
      ) { $0.coming },
      Field("warnings", "Where the rules do not fit a body of the law they name, in bokmål.") {
        $0.rules.warnings.map(\.text.nb)
      },
    ])

  static func read(_ code: String, in work: borrowing Work) throws -> RuleSetHistory {
    let rules = try RuleSets.find(code, in: work).orNotFound()
    let versions = try RuleVersion.all(of: code, in: work)
    let coming = RuleVersion.coming(among: versions, after: OsloTime(work.now).day)
    return RuleSetHistory(
      rules: rules, versions: versions,
      coming: try RuleVersionDetails.all(coming, of: code, among: versions, in: work))
  }
}
