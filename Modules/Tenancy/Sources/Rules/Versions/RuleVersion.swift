import Database
import Kernel
import UseCases
import Web

/// A version of a rule set, with who decided it.
package struct RuleVersion: JSONRecord {
  let number: Int
  let validFrom: Day
  let decidedBy: String
  let decidedOn: Day?
  let documentLink: String?
  /// Why it never came into force, when it was withdrawn.
  let withdrawal: RuleWithdrawal?

  package static let shape = Shape<RuleVersion>(
    "RuleVersion",
    [
      Field("version", "Its number, from 1.") { $0.number },
      Field("validFrom", "The first day it holds, unless a newer one does.") { $0.validFrom },
      Field("decidedBy", "Who decided it.") { $0.decidedBy },
      Field("decidedOn", "The day it was decided, or null.") { $0.decidedOn },
      Field("documentLink", "Where the decision can be read, or null.") { $0.documentLink },
      Field("withdrawal", "Who withdrew it before it held, and why, or null.") { $0.withdrawal },
    ])

  /// The versions of a rule set, the newest first, with those that were withdrawn.
  static func all(of code: String, in work: borrowing Work) throws -> [RuleVersion] {
    try work.rows(
      """
      SELECT r.version, r.valid_from, r.decided_by, r.decided_on, r.document_link,
        w.reason, w.decided_by, w.withdrawn_at
      FROM tenancy_rules r LEFT JOIN tenancy_rules_withdrawal w
        ON w.rule_set = r.rule_set AND w.version = r.version
      WHERE r.rule_set = \(code) ORDER BY r.version DESC
      """, as: Row.init
    ).map(\.version)
  }

  private struct Row {
    let number: Int
    let validFrom: Day
    let decidedBy: String
    let decidedOn: Day?
    let documentLink: String?
    let reason: String?
    let withdrawnBy: String?
    let withdrawnAt: Instant?

    var version: RuleVersion {
      RuleVersion(
        number: number, validFrom: validFrom, decidedBy: decidedBy, decidedOn: decidedOn,
        documentLink: documentLink,
        withdrawal: RuleWithdrawal(reason, withdrawnBy, withdrawnAt))
    }
  }
}

extension RuleVersion {
  /// What a kommune starts with holds from before anything happened here.
  var holdsFromTheBeginning: Bool { validFrom <= RuleDecision.preset.validFrom }
}

extension RuleVersion {
  /// The numbers of those that will hold one day, the next one first.
  static func coming(among versions: [RuleVersion], after today: Day) -> [Int] {
    let standing = versions.filter { $0.withdrawal == nil && $0.validFrom > today }
    // Of several for one day the last one decided holds.
    let held = standing.filter { version in
      !standing.contains { $0.number > version.number && $0.validFrom == version.validFrom }
    }
    return held.map(\.number).sorted()
  }
}
