import Kernel
import Tenancy

/// Why a council may not deviate from a rule.
package enum DeviationRefusal: Refusal, Equatable {
  case ruleCannotBeSetAside(Point)
  case answerDoesNotFit(Point)
  case ruleStandsTwice(Point)
  case giveAReason(Point)
  case decisionIsStillToCome(Point)
  case ruleSaysSoAlready(Point)
  case rulesWouldNotHoldTogether([FieldProblem])

  /// The rule in words, and where the deviation stands in the request.
  package struct Point: Sendable, Equatable {
    let rule: Text
    let place: String

    init(_ deviation: Deviation, _ rules: RuleSet) {
      rule = deviation.rule(of: rules)
      place = deviation.place
    }
  }

  package var kind: RefusalKind { .invalid }

  package var text: Text {
    switch self {
    case .ruleCannotBeSetAside(let point):
      Text(
        nb: "Et råd kan ikke avvike fra \(point.rule.nb). Endre regelen for alle, eller følg den.",
        nn:
          "Eit råd kan ikkje avvike frå \(point.rule.nn). Endre regelen for alle, eller følg han.",
        en: "A council cannot deviate from \(point.rule.en). Change it for all, or follow it.")
    case .ruleStandsTwice(let point):
      Text(
        nb: "Blant avvikene står \(point.rule.nb) to ganger. Ta bort den ene.",
        nn: "Blant avvika står \(point.rule.nn) to gonger. Ta bort den eine.",
        en: "Among the deviations, \(point.rule.en) stands twice. Take one away.")
    case .giveAReason(let point):
      Text(
        nb: "Skriv hvorfor rådet avviker fra \(point.rule.nb), med minst ti tegn.",
        nn: "Skriv kvifor rådet avvik frå \(point.rule.nn), med minst ti teikn.",
        en: "Write why the council deviates from \(point.rule.en), in ten characters or more.")
    case .answerDoesNotFit(let point):
      Text(
        nb: "Svaret passer ikke til \(point.rule.nb). Se hvordan regelen er skrevet.",
        nn: "Svaret passar ikkje til \(point.rule.nn). Sjå korleis regelen er skriven.",
        en: "The answer does not fit \(point.rule.en). See how the rule set has it.")
    case .decisionIsStillToCome(let point):
      Text(
        nb: "Avviket fra \(point.rule.nb) kan ikke være bestemt på en dag som kommer.",
        nn: "Avviket frå \(point.rule.nn) kan ikkje vere bestemt på ein dag som kjem.",
        en: "The deviation from \(point.rule.en) cannot have been decided on a day to come.")
    case .ruleSaysSoAlready(let point):
      Text(
        nb: "Svaret er det samme som i reglene (\(point.rule.nb)). La det stå tomt.",
        nn: "Svaret er det same som i reglane (\(point.rule.nn)). Lat det stå tomt.",
        en: "The answer is that of the rules (\(point.rule.en)). Leave it out.")
    case .rulesWouldNotHoldTogether(let problems):
      Text(
        nb: "Reglene for rådet henger ikke sammen. \(problems.first?.text.nb ?? "")",
        nn: "Reglane for rådet heng ikkje saman. \(problems.first?.text.nn ?? "")",
        en: "The council's rules do not hold together. \(problems.first?.text.en ?? "")")
    }
  }

  package var fields: [FieldProblem] {
    switch self {
    case .giveAReason(let point): [FieldProblem("\(point.place).reason", text)]
    case .decisionIsStillToCome(let point): [FieldProblem("\(point.place).decidedOn", text)]
    case .rulesWouldNotHoldTogether(let problems): problems
    case .ruleCannotBeSetAside(let point), .answerDoesNotFit(let point),
      .ruleStandsTwice(let point), .ruleSaysSoAlready(let point):
      [FieldProblem("\(point.place).value", text)]
    }
  }
}
