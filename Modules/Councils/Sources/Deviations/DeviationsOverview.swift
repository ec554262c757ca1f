import Kernel
import Tenancy
import UseCases
import Web

/// How a council deviates from the rules of its type, has deviated and will.
package struct DeviationsOverview: JSONRecord, Versioned {
  let details: CouncilDetails
  /// The rules of its type, without its own answers.
  let typeRules: RuleSet
  let history: DeviationHistory
  let today: Day
  /// What those who sit there would not fit by when the next decision begins.
  let faultsToCome: [CompositionFault]

  /// The council's id.
  var id: ID<Council> { details.id }
  package var version: Int { details.version }

  var coming: [DeviationDecision] { history.coming(after: today) }

  package static let shape = Shape<DeviationsOverview>(
    "Deviations",
    [
      Field("council", "The council's id.") { $0.id },
      Field("ruleSet", "The code of the rule set of its type.") { $0.typeRules.code },
      Field("version", "The council's version, for If-Match.") { $0.version },
      Field("deviations", "Where it deviates today.") { $0.details.followed.deviations },
      Field("lapsedDeviations", "Those that its type's rules no longer have a place for.") {
        $0.details.followed.lapsed
      },
      Field("coming", "What is decided for later, the next one first.") { $0.coming },
      Field("decisions", "All that was ever decided, the newest first.") {
        Array($0.history.decisions.reversed())
      },
      Field("faults", "Where its composition breaks its rules today.") {
        $0.details.faults.map(\.text.en)
      },
      Field("faultsToCome", "Where it will, when the next decision begins.") {
        $0.faultsToCome.map(\.text.en)
      },
    ])

  /// Reads it in a constant number of statements.
  static func read(_ id: ID<Council>, in work: borrowing Work) throws -> DeviationsOverview {
    let details = try CouncilDetails.read(id, in: work)
    let history = try DeviationHistory.of(id, in: work)
    let today = OsloTime(work.now).day
    return DeviationsOverview(
      details: details,
      typeRules: try RuleSets.find(details.council.ruleSet, in: work).orNotFound(),
      history: history, today: today,
      faultsToCome: try history.coming(after: today).first?.validFrom
        .map { try faults(of: details.council, on: $0, in: work) } ?? [])
  }

  private static func faults(
    of council: Council, on day: Day, in work: borrowing Work
  ) throws -> [CompositionFault] {
    let rules = try RuleSets.find(council.ruleSet, on: day, in: work).orNotFound()
    return try SittingCouncil.find(council, on: day, in: work)?.faults(under: rules) ?? []
  }
}
