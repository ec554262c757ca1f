import Kernel
import UseCases
import Web

/// One version of a rule set in full, with what it changed.
package struct RuleVersionDetails: JSONRecord, Versioned {
  let decision: RuleVersion
  let rules: RuleSet
  /// The version it goes on from, to compare with; nil for the first one.
  let before: RuleSet?

  package var version: Int { decision.number }

  var changes: [RuleDifference] { before?.changes(to: rules) ?? [] }

  package static let shape = Shape<RuleVersionDetails>(
    "RuleVersionDetails",
    [
      Field("decision", "Who decided it, and from which day it holds.") { $0.decision },
      Field("ruleSet", "The rules of this version, all of them.") { $0.rules },
      Field("comparedWith", "The number of the version before it, or null for the first one.") {
        $0.before?.version
      },
      Field("changes", "What it answers otherwise than the version before it.") { $0.changes },
    ])

  /// Versions of a rule set, each with the one before that stands.
  static func all(
    _ numbers: [Int], of code: String, among versions: [RuleVersion], in work: borrowing Work
  ) throws -> [RuleVersionDetails] {
    var read: [Int: RuleSet] = [:]
    func rules(_ number: Int) throws -> RuleSet {
      if let rules = read[number] { return rules }
      let rules = try RuleSets.version(number, of: code, in: work).orNotFound()
      read[number] = rules
      return rules
    }
    return try numbers.map { number in
      let before = versions.first { $0.number < number && $0.withdrawal == nil }
      return RuleVersionDetails(
        decision: try versions.first { $0.number == number }.orNotFound(),
        rules: try rules(number), before: try before.map { try rules($0.number) })
    }
  }
}
