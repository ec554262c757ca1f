import Kernel
import Tenancy
import UseCases

/// A change of a rule set that may be: the rules before and after, and what it means for the councils.
struct RuleChange {
  let draft: RuleDraft
  let newest: NewestRules
  let next: RuleSet
  let effects: [RuleEffect]
  /// Whether it begins on a later day than today, so that there is time to put councils right.
  let isForLater: Bool
  /// The kommune's list, for the form that goes on from here.
  let userGroups: [UserGroup]

  /// - Throws: `AccessRefusal.thereIsNoSuchRecord`, `VersionRefusal`, `RuleDraftRefusal`.
  init(_ draft: RuleDraft, of ruleSet: String, in work: borrowing Work) throws {
    let today = OsloTime(work.now).day
    self.draft = draft
    newest = try RuleSets.newest(ruleSet, in: work).orNotFound()
    userGroups = try UserGroup.all(in: work)
    next = try draft.next(after: newest, today: today, userGroups: userGroups)
    effects = try RuleEffect.all(
      from: newest.rules, to: next, on: draft.decision.validFrom, in: work)
    isForLater = draft.decision.validFrom > today
  }

  /// Whether no council would be left unfit from one moment to the next.
  var canBeSaved: Bool { isForLater || !effects.contains(where: \.isUnfit) }
}

extension RuleEffect {
  /// Whether the council has to be put right.
  var isUnfit: Bool { !faults.isEmpty }
}
