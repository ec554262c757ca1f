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

  package static let shape = Shape<RuleEffect>(
    "RuleEffect",
    [
      Field("council", "The council's id.") { $0.council },
      Field("name", "Its name.") { $0.name },
      Field("faults", "What would no longer fit the rules.") { $0.faults.map(\.en) },
      Field("lapsedDeviations", "The deviations that would lapse.") { $0.lapsed.map(\.en) },
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
      let faults = council.faults(under: new).filter { !before.contains($0.gist) }
        .reduce(into: [Text]()) { if !$0.contains($1.text) { $0.append($1.text) } }
      let held = old.following(council.deviations).lapsed.map(\.field)
      let lapsed = new.following(council.deviations).lapsed
        .filter { !held.contains($0.field) }.map { $0.lapsedTitle(under: old) }
      guard !faults.isEmpty || !lapsed.isEmpty else { return nil }
      return RuleEffect(council: council.id, name: council.name, faults: faults, lapsed: lapsed)
    }
  }
}

extension CompositionFault {
  /// The fault without what only names it, such as what the group is called.
  fileprivate var gist: String {
    switch self {
    case .groupHasAnotherNumber(let group, let count, _):
      "\(group.code) \(group.number.text.nb) \(count)"
    case .groupVotesOtherwise(let group): "\(group.code) \(group.votes)"
    default: "\(self)"
    }
  }
}
