import Kernel
import Tenancy
import UseCases
import Web

/// Adds a version of a rule set, with who decided it and from which day it holds (decision 27).
///
/// The councils at work keep to what they were chosen by: a change that would make one of them
/// invalid has to begin on a later day, by which they are put right (R134).
package struct ChangeRuleSet: UseCase, Readable {
  let ruleSet: String
  let draft: RuleDraft

  package static let permission = Permission.changeRules

  package init(_ input: inout Input) {
    ruleSet = input.text("ruleSet", max: 60, "The code of the rule set.")
    draft = RuleDraft(ruleSet, &input)
  }

  /// - Throws: `AccessRefusal`, `VersionRefusal`, `RuleDraftRefusal`, `Refusal`.
  package func perform(in work: borrowing Work) throws -> RuleSet {
    try work.require(Self.permission)
    try holdCouncils(in: work)
    let change = try RuleChange(draft, of: ruleSet, in: work)
    guard change.canBeSaved else {
      throw Refusal.councilsWouldNotFit(change.effects.filter(\.isUnfit).map(\.name))
    }
    guard try RuleSets.save(change.next, draft.decision, in: work) else {
      throw VersionRefusal.recordHasChanged
    }
    try work.record(
      "rule-set-changed", work.newID() as ID<Never>,
      [
        "ruleSet": ruleSet, "version": "\(change.next.version)",
        "validFrom": "\(draft.decision.validFrom)",
        "councilsToPutRight": "\(change.effects.count(where: \.isUnfit))",
      ])
    return change.next
  }

  /// Nobody is seated under the rules that were while they change; and whoever has a council's form
  /// open reads the new rules before they go on.
  private func holdCouncils(in work: borrowing Work) throws {
    _ = try RuleSets.held(in: work)
    try work.run("UPDATE councils_council SET version = version + 1 WHERE rule_set = \(ruleSet)")
  }

  static let routes = Route.changing(
    Self.self, .put, api: TenancyPaths.ruleSetInAPI, page: CouncilsPaths.ruleSaving,
    form: TenancyPaths.ruleChange,
    "Adds a version of a rule set, which holds from a day.",
    done: Text(nb: "Reglene er endret.", nn: "Reglane er endra."),
    then: { TenancyPaths.ruleSet($0.code) })

  /// Why rules are not changed.
  package enum Refusal: Kernel.Refusal, Equatable {
    /// By name, in order.
    case councilsWouldNotFit([String])

    package var kind: RefusalKind { .conflict }

    package var text: Text {
      guard case .councilsWouldNotFit(let names) = self else { return Text(same: "") }
      let some = names.prefix(5).joined(separator: ", ")
      let more = names.count - 5
      return Text(
        nb: "Disse rådene ville ikke lenger passe til reglene: \(some)"
          + (more > 0 ? " og \(more) til" : "")
          + ". Velg en senere dag, og sett rådene riktig sammen innen da.",
        nn: "Desse råda ville ikkje lenger passe til reglane: \(some)"
          + (more > 0 ? " og \(more) til" : "")
          + ". Vel ein seinare dag, og set råda rett saman innan då.",
        en: "These councils would no longer fit the rules: \(some)"
          + (more > 0 ? " and \(more) more" : "")
          + ". Choose a later day, and put the councils right by then.")
    }

    package var fields: [FieldProblem] { [FieldProblem("validFrom", text)] }
  }
}
