import Database
import Identity
import Kernel
import Tenancy
import UseCases
import Web

/// Constitutes a unit's council: its seats filled under the rule set of the kommune, every user
/// representative with a personal deputy where the rules say so (R092-R098, R134).
package struct ConstituteCouncil: UseCase, Readable {
  let unit: ID<ServiceUnit>
  let ruleSet: String?
  let name: String?
  let legalBasis: LegalBasis?
  let termStart: Day
  let seats: [SeatProposal]
  /// Deputies in their order, where the rules have some for the whole council.
  let deputies: [DeputyProposal]
  let deviations: [Deviation]

  package static let permission = Permission.constituteCouncil

  package init(_ input: inout Input) {
    unit = input.id("unit", "The unit the council advises.")
    ruleSet = input.optionalText(
      "ruleSet", "The code of the rule set; not needed when only one is for the kind of unit.")
    name = input.optionalText("name", "The council's name; the unit's name is used if left out.")
    legalBasis = input.optionalChoice(
      "legalBasis", "What the council stands on; as the rule set has it if left out.")
    termStart = input.day("termStart", "The first day of the members' term.")
    seats = input.list("seats", "The seats with those who fill them.") { SeatProposal(&$0) }
      .compactMap(\.self)
    deputies = input.list(
      "deputies", isRequired: false, "Deputies for the whole council, the first one first."
    ) { DeputyProposal(&$0) }.compactMap(\.self)
    deviations = input.list(
      "deviations", max: 40, isRequired: false,
      "Where the council deviates from its rule set, and why."
    ) { Deviation(&$0) }.compactMap(\.self)
  }

  /// - Throws: `DeviationRefusal`; `Refusal` when no rule set fits the unit, when the seats do not fit the rule set,
  ///   when the unit's leader is among the user representatives, when the term is far from today, or when the unit has a council of that name.
  package func perform(in work: borrowing Work) throws -> CouncilDetails {
    try CouncilDetails.read(
      constitute(under: RuleSets.held(on: termStart, in: work), in: work), in: work)
  }

  /// Constitutes the council under the kommune's rules as they stand today.
  func constitute(under all: [RuleSet], in work: borrowing Work) throws -> ID<Council> {
    let unit = try ServiceUnit.find(unit, in: work)
    try work.require(Self.permission, as: work.actor.member?.roles(in: unit.id) ?? [])
    let rules = try checked(at: unit, under: all, on: OsloTime(work.now).day)
    let id = try NewCouncil(
      unit: unit, rules: rules, name: name, legalBasis: legalBasis, status: .constituted,
      firstDay: termStart
    ).add(in: work)
    for deviation in deviations { try deviation.begin(id, in: work) }
    try fill(id, under: rules, in: work)
    try UnitLeader.mustNotRepresentUsers(of: id, unit.id, in: work)
    try work.record(
      "council-constituted", id,
      [
        "unit": "\(unit.id)", "ruleSet": rules.code, "seats": "\(seats.count)",
        "deviations": "\(deviations.count)",
      ])
    return id
  }

  /// The rules the council follows, when it keeps them: all that can be said before anything is
  /// written.
  func checked(at unit: ServiceUnit, under all: [RuleSet], on today: Day) throws -> RuleSet {
    let rules = try unit.rules(named: ruleSet, among: all)
      .deviating(by: deviations, on: today)
    try NewCouncil.mustBeNear(termStart, today: today)
    let faults =
      Composition(seats.map(\.placed), deputies: deputies.map(\.placed), under: rules).faults
    guard faults.isEmpty else { throw Refusal.compositionBreaksTheRule(faults) }
    return rules
  }

  private func fill(
    _ council: ID<Council>, under rules: RuleSet, in work: borrowing Work
  ) throws {
    let end = rules.lastDay(of: termStart)
    for seat in seats {
      guard let group = rules.group(seat.group) else { continue }
      try NewSeat(seat, group, of: council, from: termStart, until: end, in: work).add(in: work)
    }
    try CouncilDeputy.add(deputies, to: council, from: termStart, until: end, in: work)
  }

  static let routes = Route.changing(
    Self.self, api: "/councils", page: CouncilsPaths.newCouncilAt, form: CouncilsPaths.newCouncilAt,
    "Constitutes a unit's council under a rule set.",
    done: Text(nb: "Rådet er opprettet.", nn: "Rådet er oppretta."),
    location: { CouncilsPaths.councilInAPI($0.id) }, then: { CouncilsPaths.council($0.id) })
}
