import Kernel
import Tenancy
import UseCases
import Web

/// What new rules mean for one council that is at work.
package struct RuleEffect: JSONRecord {
  let council: ID<Council>
  let name: String
  /// What would no longer fit, and fits now.
  let faults: [Text]
  /// The deviations that would have no rule any more to deviate from.
  let lapsed: [Text]
  /// The deviations by which it goes on as before where the rule becomes another.
  let kept: [Text]
  /// The groups whose members everybody would be able to read the names of.
  let published: [Text]

  package static let shape = Shape<RuleEffect>(
    "RuleEffect",
    [
      Field("council", "The council's id.") { $0.council },
      Field("name", "Its name.") { $0.name },
      Field("faults", "What would no longer fit the rules.") { $0.faults.map(\.en) },
      Field("lapsedDeviations", "The deviations that would lapse.") { $0.lapsed.map(\.en) },
      Field("keptDeviations", "The deviations it would keep where the rule becomes another.") {
        $0.kept.map(\.en)
      },
      Field("publishedNames", "The groups whose members' names everybody could read.") {
        $0.published.map(\.en)
      },
    ])

  /// What a change means for the councils of its type, as they will be on its first day: only those to
  /// which it means something.
  ///
  /// What was wrong before, such as a seat nobody fills, is not the change's doing.
  static func all(
    from old: RuleSet, to new: RuleSet, on day: Day, in work: borrowing Work
  ) throws -> [RuleEffect] {
    let day = max(day, OsloTime(work.now).day)
    return try SittingCouncil.all(of: new.code, on: day, in: work).compactMap { council in
      let before = Set(council.faults(under: old).map(\.gist))
      let faults =
        council.faults(under: new).filter { !before.contains($0.gist) }
        .reduce(into: [Text]()) { if !$0.contains($1.text) { $0.append($1.text) } }
        + council.clashes(from: old, to: new)
      let effect = RuleEffect(
        council: council.id, name: council.name, faults: faults,
        lapsed: council.lapsed(from: old, to: new), kept: council.kept(from: old, to: new),
        published: council.published(from: old, to: new))
      return effect.isNothing ? nil : effect
    }
  }

  private var isNothing: Bool {
    faults.isEmpty && lapsed.isEmpty && kept.isEmpty && published.isEmpty
  }
}

extension SittingCouncil {
  fileprivate func lapsed(from old: RuleSet, to new: RuleSet) -> [Text] {
    let held = old.following(deviations).lapsed.map(\.field)
    return new.following(deviations).lapsed.filter { !held.contains($0.field) }
      .map { $0.lapsedTitle(under: old) }
  }

  /// Where the new rules and the council's own do not hold together.
  fileprivate func clashes(from old: RuleSet, to new: RuleSet) -> [Text] {
    let before = old.following(deviations).rules.faults
    return new.following(deviations).rules.faults.filter { !before.contains($0) }.map(\.text)
  }

  /// Those about a rule that changes, told by the council's own answer.
  fileprivate func kept(from old: RuleSet, to new: RuleSet) -> [Text] {
    let followed = new.following(deviations)
    return followed.deviations.filter { $0.answer(by: old) != $0.answer(by: new) }
      .map { $0.keptTitle(under: followed.rules) }
  }

  /// Names that stand open cannot be called back, so whoever opens them is told whose they are.
  fileprivate func published(from old: RuleSet, to new: RuleSet) -> [Text] {
    new.groups.compactMap { group in
      let count = seats.count { $0.group == group.code }
      guard group.namesArePublic, old.group(group.code)?.namesArePublic == false, count > 0 else {
        return nil
      }
      return Text(
        nb: "Alle kan lese navnene i gruppen «\(group.name.nb)» (\(count))",
        nn: "Alle kan lese namna i gruppa «\(group.name.nn)» (\(count))",
        en: "Everybody can read the names in the group «\(group.name.en)» (\(count))")
    }
  }
}

extension CompositionFault {
  /// The fault without what only names it, such as what the group is called.
  var gist: String {
    switch self {
    case .groupHasAnotherNumber(let group, let count, _):
      "\(group.code) \(group.number.text.nb) \(count)"
    case .groupVotesOtherwise(let group): "\(group.code) \(group.votes)"
    default: "\(self)"
    }
  }
}
