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
    let rules = try RuleSets.find(ruleSet, in: work).orNotFound()
    let versions = try RuleVersion.all(of: rules, in: work)
    let isNewest = versions.first?.number == rules.version
    return RuleSetHistory(
      rules: rules, versions: versions,
      coming: isNewest ? nil : try RuleSets.newest(ruleSet, in: work))
  }

  static let routes = Route.reading(
    Self.self, api: TenancyPaths.ruleSetInAPI, page: TenancyPaths.ruleSet,
    "One rule set, with the versions it has had.", view: RuleSetPage.view)
}

/// A rule set as it stands today, with its versions.
package struct RuleSetHistory: JSONRecord, Versioned {
  let rules: RuleSet
  let versions: [RuleVersion]
  /// The newest version, when its day is still to come.
  let coming: NewestRules?

  /// The newest version's number, which a change names, be it still to come.
  package var version: Int { versions.first?.number ?? rules.version }

  package static let shape = Shape<RuleSetHistory>(
    "RuleSetHistory",
    [
      Field("ruleSet", "The rules as they stand today.") { $0.rules },
      Field("versions", "Who decided each version, the newest first.") { $0.versions },
      Field("coming", "What the newest version will change, when it is still to come.") {
        $0.changesToCome
      },
      Field("warnings", "Where the rules do not fit a body of the law they name, in bokmål.") {
        $0.rules.warnings.map(\.text.nb)
      },
    ])
}

extension RuleSetHistory {
  var changesToCome: [RuleDifference] { coming.map { rules.changes(to: $0.rules) } ?? [] }
}

/// A version of a rule set, with who decided it.
package struct RuleVersion: JSONRecord {
  let number: Int
  let validFrom: Day
  let decidedBy: String
  let decidedOn: Day?
  let documentLink: String?

  package static let shape = Shape<RuleVersion>(
    "RuleVersion",
    [
      Field("version", "Its number, from 1.") { $0.number },
      Field("validFrom", "The first day it holds, unless a newer one does.") { $0.validFrom },
      Field("decidedBy", "Who decided it.") { $0.decidedBy },
      Field("decidedOn", "The day it was decided, or null.") { $0.decidedOn },
      Field("documentLink", "Where the decision can be read, or null.") { $0.documentLink },
    ])

  static func all(of rules: RuleSet, in work: borrowing Work) throws -> [RuleVersion] {
    try work.rows(
      """
      SELECT version, valid_from, decided_by, decided_on, document_link FROM tenancy_rules
      WHERE rule_set = \(rules.code) ORDER BY version DESC
      """, as: RuleVersion.init)
  }
}
