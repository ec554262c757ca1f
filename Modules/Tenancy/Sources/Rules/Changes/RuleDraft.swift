import Kernel
import Web

/// A rule set as somebody wants it to be from some day on, and who has decided it.
package struct RuleDraft: Sendable {
  package let rules: RuleSet
  package let decision: RuleDecision
  /// The version that whoever changes it has read.
  private let read: Version
  /// Where each group stands in the request, to say what is wrong with it.
  private let places: [String]
  /// Whether a number in the texts is said to be no identity number, to be said again when it is saved.
  let saysItHoldsNoIdentityNumber: Bool

  /// Reads every answer, the groups and the decision.
  package init(_ code: String, _ input: inout Input) {
    let name = Text(
      nb: input.text("name", max: 100, "What the type of council is called, in bokmål."),
      nn: input.text("nameNn", max: 100, "What the type of council is called, in nynorsk."))
    let unitTypes = input.choices("unitTypes", of: UnitType.self, "The kinds of units it is for.")
    let isMandatory = input.flag("isMandatory", "Whether every such unit shall have a council.")
    let groups = input.list("groups", max: 20, "The groups of seats, in the order they are shown.")
    {
      (SeatGroup(&$0), $0.place)
    }
    var rules = RuleSet(code, name, groups.compactMap(\.0)) {
      $0.unitTypes = UnitType.allCases.filter { unitTypes.contains($0) }
      $0.isMandatory = isMandatory
    }
    for field in RuleSet.fields { field.read(&rules, &input) }
    self.rules = rules
    let validFrom = input.day("validFrom", "The first day the change holds.")
    decision = Decided(&input).holding(from: validFrom)
    read = input.version()
    places = groups.filter { $0.0 != nil }.map(\.1)
    saysItHoldsNoIdentityNumber = input.saysItHoldsNoIdentityNumber
  }

  /// The next version, if it may follow the newest one.
  ///
  /// A change for the day on which the newest version begins takes its place. One from before that day
  /// would bring forward what was decided for later, or rewrite what has been, and is refused. Those
  /// whom its groups speak for are on the kommune's list, `userGroups`.
  ///
  /// - Throws: `VersionRefusal`, `RuleDraftRefusal`.
  package func next(
    after newest: NewestRules, today: Day, userGroups: [UserGroup]
  ) throws -> RuleSet {
    try mustHaveRead(newest, today: today)
    let rules = rules.naming(userGroups)
    let faults = rules.faults(among: userGroups)
    guard faults.isEmpty else {
      throw RuleDraftRefusal.rulesDoNotHoldTogether(faults.map { $0.problem(at: places) })
    }
    guard !newest.rules.changes(to: rules).isEmpty else { throw RuleDraftRefusal.nothingIsChanged }
    guard decision.validFrom >= newest.validFrom else {
      throw RuleDraftRefusal.laterRulesAreDecided(newest.validFrom)
    }
    // A slip of the year would keep every earlier change out until then.
    guard (-3653...731).contains(decision.validFrom.daysSince1970 - today.daysSince1970) else {
      throw RuleDraftRefusal.dayIsFarFromToday
    }
    try decision.mustBeTaken(by: today)
    var next = rules
    next.version = newest.lastNumber + 1
    return next
  }

  /// Whoever goes on from the rules of today would undo, unseen, what is decided for later.
  private func mustHaveRead(_ newest: NewestRules, today: Day) throws {
    guard newest.validFrom > today else { return try read.mustBe(newest.rules.version) }
    do { try read.mustBe(newest.rules.version) } catch VersionRefusal.recordHasChanged {
      throw RuleDraftRefusal.readTheRulesToCome(newest.rules.version, from: newest.validFrom)
    }
  }
}

extension RuleDecision {
  /// Refuses what nobody can have decided yet.
  ///
  /// - Throws: `RuleDraftRefusal.decisionIsStillToCome`.
  func mustBeTaken(by today: Day) throws {
    guard decidedOn.map({ $0 <= today }) ?? true else {
      throw RuleDraftRefusal.decisionIsStillToCome
    }
  }
}

/// Why rules are not changed to what somebody wants.
package enum RuleDraftRefusal: Refusal, Equatable {
  case rulesDoNotHoldTogether([FieldProblem])
  case nothingIsChanged
  case laterRulesAreDecided(Day)
  case dayIsFarFromToday
  case decisionIsStillToCome
  case readTheRulesToCome(Int, from: Day)

  package var kind: RefusalKind {
    if case .readTheRulesToCome = self { .stale } else { .invalid }
  }

  package var text: Text {
    switch self {
    case .rulesDoNotHoldTogether(let problems):
      Text(
        nb: "Reglene henger ikke sammen. \(problems.first?.text.nb ?? "")",
        nn: "Reglane heng ikkje saman. \(problems.first?.text.nn ?? "")",
        en: "The rules do not hold together. \(problems.first?.text.en ?? "")")
    case .nothingIsChanged:
      Text(
        nb: "Ingenting er endret. Endre minst ett svar.",
        nn: "Ingenting er endra. Endre minst eitt svar.",
        en: "Nothing is changed. Change at least one answer.")
    case .laterRulesAreDecided(let day):
      Text(
        nb:
          "Den nyeste utgaven gjelder fra \(Moment.text(day, in: .bokmål)). Velg den dagen eller en senere.",
        nn:
          "Den nyaste utgåva gjeld frå \(Moment.text(day, in: .nynorsk)). Vel den dagen eller ein seinare.",
        en: "The newest version holds from \(day). Choose that day or a later one.")
    case .dayIsFarFromToday:
      Text(
        nb: "Dagen er mer enn to år fram eller ti år tilbake. Se etter om året er riktig.",
        nn: "Dagen er meir enn to år fram eller ti år tilbake. Sjå etter om året er rett.",
        en: "The day is more than two years ahead or ten years back. Check the year.")
    case .decisionIsStillToCome:
      Text(
        nb: "Dagen det ble bestemt, har ikke vært ennå. Se etter om datoen er riktig.",
        nn: "Dagen det vart bestemt, har ikkje vore enno. Sjå etter om datoen er rett.",
        en: "The day of the decision is still to come. Check the date.")
    case .readTheRulesToCome(let number, let day):
      Text(
        nb:
          "Utgave \(number) er bestemt fra \(Moment.text(day, in: .bokmål)). Les den, og endre ut fra den.",
        nn:
          "Utgåve \(number) er bestemt frå \(Moment.text(day, in: .nynorsk)). Les ho, og endre ut frå ho.",
        en:
          "Version \(number) holds from \(day). Read it, at versions/\(number), and go on from that one."
      )
    }
  }

  package var fields: [FieldProblem] {
    switch self {
    case .rulesDoNotHoldTogether(let problems): problems
    case .nothingIsChanged, .readTheRulesToCome: []
    case .decisionIsStillToCome: [FieldProblem("decidedOn", text)]
    case .laterRulesAreDecided, .dayIsFarFromToday: [FieldProblem("validFrom", text)]
    }
  }
}
