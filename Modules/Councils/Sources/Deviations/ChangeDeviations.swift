import Kernel
import Tenancy
import UseCases
import Web

/// Decides in which points a council deviates from the rules of its type from a day on: all of them at
/// once, since one often makes no sense without another (K3, R092, R134).
///
/// A point that is left out follows the rule again. What was decided before stays readable.
package struct ChangeDeviations: UseCase, Readable {
  let council: ID<Council>
  let version: Version
  let validFrom: Day
  let deviations: [Deviation]
  private let decision: Decision

  private struct Decision {
    let reason: String
    let decidedBy: String
    let decidedOn: Day?
  }

  package static let permission = Permission.constituteCouncil

  package init(_ input: inout Input) {
    council = input.id("council", "The council.")
    version = input.version()
    validFrom = input.day("validFrom", "The first day on which the council deviates so.")
    let decision = Decision(
      reason: input.text("reason", max: 1000, "Why the council deviates so."),
      decidedBy: input.text("decidedBy", "Who decided it."),
      decidedOn: input.optionalDay("decidedOn", "The day it was decided."))
    self.decision = decision
    deviations = input.list(
      "deviations", max: 60, "The points in which the council deviates from then on, all of them."
    ) { row in
      guard !row.isLeftBlank("value") else {
        // The question is there all the same, and is looked at like any text that is sent.
        _ = row.optionalText("field", max: 60)
        return nil
      }
      return Deviation(
        field: row.text(
          "field", max: 60, "The question of the rule set, or `groups.CODE` for a group's number."),
        value: row.text("value", max: 100, "The council's own answer, as the rule set has it."),
        reason: decision.reason, decidedBy: decision.decidedBy, decidedOn: nil, place: row.place)
    }.compactMap(\.self)
  }

  /// - Throws: `VersionRefusal`; `DeviationRefusal`; `Refusal`.
  package func perform(in work: borrowing Work) throws -> DeviationsOverview {
    let council = try Council.change(council, read: version, for: Self.permission, in: work)
    try council.mustNotBeDissolved()
    let today = OsloTime(work.now).day
    try mustMakeSense(on: today)
    let rules = try RuleSets.find(council.ruleSet, on: validFrom, in: work).orNotFound()
    _ = try rules.deviating(by: deviations, on: today)
    let changes = try DeviationHistory.of(council.id, in: work)
      .changes(to: deviations, from: validFrom)
    guard !changes.isEmpty else { throw Refusal.nothingIsChanged }
    try mustFit(council, under: rules, on: today, in: work)
    for change in changes {
      try DeviationDecision(
        field: change.field, version: council.version, value: change.value, validFrom: validFrom,
        reason: decision.reason, decidedBy: decision.decidedBy, decidedOn: decision.decidedOn,
        recordedAt: work.now
      ).save(for: council.id, in: work)
    }
    try work.record(
      "deviations-changed", council.id,
      [
        "validFrom": "\(validFrom)", "changed": "\(changes.count)",
        "deviations": "\(deviations.count)", "version": "\(council.version)",
      ])
    return try DeviationsOverview.read(council.id, in: work)
  }

  private func mustMakeSense(on today: Day) throws {
    guard (-90...731).contains(validFrom.daysSince1970 - today.daysSince1970) else {
      throw Refusal.dayIsFarFromToday
    }
    guard decision.reason.count >= 10 else { throw Refusal.giveAReason }
    guard decision.decidedOn.map({ $0 <= today }) ?? true else {
      throw Refusal.decisionIsStillToCome
    }
  }

  /// Nobody who sits there is put out by a form: what would break a rule begins on a later day, by which
  /// the council is put right. What is only missing may come later, one by one.
  private func mustFit(
    _ council: Council, under rules: RuleSet, on today: Day, in work: borrowing Work
  ) throws {
    guard validFrom <= today,
      let sitting = try SittingCouncil.find(council, on: today, in: work)
    else { return }
    let before = Set(sitting.faults(under: rules).map(\.gist))
    let new = sitting.deviating(by: deviations).faults(under: rules)
      .filter { !$0.isLack && !before.contains($0.gist) }
    guard new.isEmpty else { throw Refusal.councilWouldNotFit(new.map(\.text)) }
  }

  static let routes = Route.changing(
    Self.self, .put, api: CouncilsPaths.deviationsInAPI, page: CouncilsPaths.deviationChange,
    form: CouncilsPaths.deviationChange,
    "Decides in which points a council deviates from its rules from a day on.",
    done: Text(nb: "Avvikene er lagret.", nn: "Avvika er lagra."),
    then: { CouncilsPaths.deviations($0.id) })
}
