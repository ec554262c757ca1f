import Kernel
import Tenancy
import UseCases
import Web

/// Begins to form a unit's council: one election for each group of its rule set, by the body that
/// chooses it (R095-R098).
///
/// It is constituted when the elected have said yes.
package struct FormCouncil: UseCase, Readable {
  let unit: ID<ServiceUnit>
  let ruleSet: String?
  let name: String?
  let legalBasis: LegalBasis?
  let termStart: Day
  let calls: [CallProposal]
  let deviations: [Deviation]

  package static let permission = Permission.holdElection

  package init(_ input: inout Input) {
    unit = input.id("unit", "The unit the council advises.")
    ruleSet = input.optionalText(
      "ruleSet", "The code of the rule set; not needed when only one is for the kind of unit.")
    name = input.optionalText("name", "The council's name; the unit's name is used if left out.")
    legalBasis = input.optionalChoice(
      "legalBasis", "What the council stands on; as the rule set has it if left out.")
    termStart = input.day("termStart", "The first day of the members' term, as planned.")
    calls = input.list("groups", max: 40, "The groups to elect or to have named.") {
      CallProposal(&$0)
    }.compactMap(\.self)
    deviations = input.list(
      "deviations", max: 40, isRequired: false,
      "Where the council deviates from its rule set, and why."
    ) { Deviation(&$0) }.compactMap(\.self)
  }

  /// - Throws: `DeviationRefusal`; `CallRefusal`; `EnterCount.Refusal.writtenBallotIsDemanded`;
  ///   `ConstituteCouncil.Refusal` when no rule set fits the unit, or so many
  ///   places could never keep the rules.
  package func perform(in work: borrowing Work) throws -> Council {
    let unit = try ServiceUnit.find(unit, in: work)
    try work.require(Self.permission, as: work.actor.member?.roles(in: unit.id) ?? [])
    let today = OsloTime(work.now).day
    let rules = try unit.rules(named: ruleSet, among: RuleSets.all(in: work))
      .deviating(by: deviations, on: today)
    let faults = Composition(calls.flatMap(\.planned), under: rules).numberFaults
    guard faults.isEmpty else {
      throw ConstituteCouncil.Refusal.compositionBreaksTheRule(faults)
    }
    guard Set(calls.map(\.group)).count == calls.count else {
      throw CallElection.Refusal.anElectionIsOpen
    }
    for call in calls { try call.mustMakeSense(on: today, termStart: termStart) }
    let id = try NewCouncil(
      unit: unit, rules: rules, name: name, legalBasis: legalBasis, status: .forming,
      firstDay: termStart
    ).add(in: work)
    try work.record(
      "council-formed", id,
      [
        "unit": "\(unit.id)", "ruleSet": rules.code, "elections": "\(calls.count)",
        "deviations": "\(deviations.count)",
      ])
    for deviation in deviations { try deviation.begin(id, in: work) }
    for call in calls { try add(call, to: id, under: rules, in: work) }
    return try Council.find(id, in: work)
  }

  private func add(
    _ call: CallProposal, to council: ID<Council>, under rules: RuleSet, in work: borrowing Work
  ) throws {
    let group = try rules.group(call.group).orNotFound()
    let method = call.method ?? rules.usualMethod
    try rules.mustAllow(method, for: group.electionKind)
    _ = try NewElection(
      council: council, call: call, kind: group.electionKind, method: method, termStart: nil,
      replaces: nil
    ).add(in: work)
  }

  static let routes = Route.changing(
    Self.self, api: "/councils/forming", page: CouncilsPaths.newCouncilByElection,
    form: CouncilsPaths.newCouncilByElection, "Call the elections to a unit's new council.",
    done: Text(nb: "Valgene er lyst ut.", nn: "Vala er lyste ut."),
    location: { CouncilsPaths.councilInAPI($0.id) }, then: { CouncilsPaths.elections($0.id) })
}

extension Council: JSONRecord {
  package static let shape = Shape<Council>(
    "FormingCouncil",
    [
      Field("id", "The council's id.") { $0.id },
      Field("unit", "The id of the unit it will advise.") { $0.unit },
      Field("name", "Its name.") { $0.name },
      Field("ruleSet", "The code of the rule set it follows.") { $0.ruleSet },
      Field("status", "Whether it is at work.") { $0.status },
      Field("version", "Counts its changes, from 1.") { $0.version },
    ])
}
