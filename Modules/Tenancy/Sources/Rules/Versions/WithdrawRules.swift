import Kernel
import UseCases
import Web

/// Withdraws the newest version of a rule set before the day on which it would hold; the one before it
/// goes on.
///
/// What was decided stays readable, with who withdrew it and why. What holds already is changed by
/// another version.
package struct WithdrawRules: UseCase, Readable {
  let ruleSet: String
  let version: Version
  let reason: String
  let decidedBy: String

  package static let permission = Permission.changeRules

  static let shortestReason = 10

  package init(_ input: inout Input) {
    ruleSet = input.text("ruleSet", max: 60, "The code of the rule set.")
    version = input.version()
    reason = input.text(
      "reason", max: 1000, "Why; at least \(Self.shortestReason) characters.")
    decidedBy = input.text("decidedBy", "Who decided it: the body or the person.")
  }

  /// - Throws: `Refusal`; `VersionRefusal` when it is not the newest version.
  package func perform(in work: borrowing Work) throws -> RuleSetHistory {
    try work.require(Self.permission)
    // Nobody constitutes a council by these rules, or goes on from them, while they are withdrawn.
    _ = try RuleSets.held(in: work)
    let newest = try RuleSets.newest(ruleSet, in: work).orNotFound()
    try version.mustBe(newest.rules.version)
    guard newest.validFrom > OsloTime(work.now).day else { throw Refusal.rulesHoldAlready }
    guard reason.count >= Self.shortestReason else { throw Refusal.giveAReason }
    try work.run(
      """
      INSERT INTO tenancy_rules_withdrawal (rule_set, version, reason, decided_by, withdrawn_at)
      VALUES (\(ruleSet), \(newest.rules.version), \(reason), \(decidedBy), \(work.now))
      """)
    try work.record(
      "rules-withdrawn", work.newID() as ID<Never>,
      [
        "ruleSet": ruleSet, "version": "\(newest.rules.version)",
        "validFrom": "\(newest.validFrom)",
      ])
    return try RuleSetHistory.read(ruleSet, in: work)
  }

  static let routes = Route.changing(
    Self.self, api: "/rule-sets/{ruleSet}/withdrawal", page: TenancyPaths.ruleWithdrawal,
    form: TenancyPaths.ruleSet,
    "Withdraws the newest version of a rule set before it holds.",
    done: Text(nb: "Endringen er trukket tilbake.", nn: "Endringa er trekt tilbake."))

  /// Why rules are not withdrawn.
  package enum Refusal: Kernel.Refusal {
    case rulesHoldAlready
    case giveAReason

    package var kind: RefusalKind { self == .rulesHoldAlready ? .conflict : .invalid }

    package var text: Text {
      switch self {
      case .rulesHoldAlready:
        Text(
          nb: "Den nyeste utgaven gjelder alt. Endre reglene i stedet.",
          nn: "Den nyaste utgåva gjeld alt. Endre reglane i staden.",
          en: "The newest version holds already. Change the rules instead.")
      case .giveAReason:
        Text(
          nb: "Skriv hvorfor, med minst ti tegn. Grunnen blir stående.",
          nn: "Skriv kvifor, med minst ti teikn. Grunnen blir ståande.",
          en: "Write why, in ten characters or more. The reason stays.")
      }
    }

    package var fields: [FieldProblem] {
      self == .giveAReason ? [FieldProblem("reason", text)] : []
    }
  }
}
