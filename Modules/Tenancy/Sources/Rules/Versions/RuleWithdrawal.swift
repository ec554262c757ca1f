import Database
import Kernel
import Web

/// That a version of rules was withdrawn before its day, by whom and why.
package struct RuleWithdrawal: JSONRecord {
  let reason: String
  let decidedBy: String
  let withdrawnAt: Instant

  /// Nil for a version that stands.
  init?(_ reason: String?, _ decidedBy: String?, _ withdrawnAt: Instant?) {
    guard let reason, let decidedBy, let withdrawnAt else { return nil }
    self.reason = reason
    self.decidedBy = decidedBy
    self.withdrawnAt = withdrawnAt
  }

  package static let shape = Shape<RuleWithdrawal>(
    "RuleWithdrawal",
    [
      Field("reason", "Why.") { $0.reason },
      Field("decidedBy", "Who decided it.") { $0.decidedBy },
      Field("withdrawnAt", "When it was written down.") { $0.withdrawnAt },
    ])

  /// What was decided stays readable, and so does that it was withdrawn.
  static let table = Table(
    "tenancy_rules_withdrawal",
    .column("rule_set", .text),
    .column("version", .integer),
    .column("reason", .text),
    .column("decided_by", .text),
    .column("withdrawn_at", .instant),
    .primaryKey(["rule_set", "version"]),
    .references(["rule_set", "version"], "tenancy_rules", ["rule_set", "version"]),
    .check("first_version_stays", "version > 1"),
    .check("withdrawal_has_a_reason", "length(trim(reason)) >= 10"),
    .check("somebody_decided", "length(trim(decided_by)) > 0"),
    .appendOnly)

  /// Whether the version `n` of rules was withdrawn.
  static let isOfVersionN: SQL = """
    EXISTS (SELECT 1 FROM tenancy_rules_withdrawal w
      WHERE w.rule_set = n.rule_set AND w.version = n.version)
    """
}
