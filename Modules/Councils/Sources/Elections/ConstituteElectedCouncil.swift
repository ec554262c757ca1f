import Database
import Kernel
import Tenancy
import UseCases
import Web

/// Constitutes a council with those who were elected to it and have said yes, one of them as its leader
/// (R092-R098, R134).
package struct ConstituteElectedCouncil: UseCase, Readable {
  let council: ID<Council>
  let version: Version
  let termStart: Day?
  let leader: ID<ElectionCandidate>?
  let deviations: [Deviation]

  package static let permission = Permission.constituteCouncil

  package init(_ input: inout Input) {
    council = input.id("council", "The council.")
    version = input.version()
    termStart = input.optionalDay(
      "termStart", "The first day of the members' term; as planned if left out.")
    leader = input.optionalID(
      "leader", "Who of the elected leads, where the rules let one of them lead.")
    deviations = input.list(
      "deviations", max: 40, isRequired: false,
      "Where the council deviates from its rule set, and why."
    ) { Deviation(&$0) }.compactMap(\.self)
  }

  /// - Throws: `.councilIsNotBeingFormed`; `.electionsAreNotSettled`; `.leaderIsNotElected`;
  ///   `CallRefusal.termStartsBeforeElection`; `ConstituteCouncil.Refusal` when the elected do not fit
  ///   the rule set; `DeviationRefusal`; `UnitLeaderRefusal`.
  package func perform(in work: borrowing Work) throws -> CouncilDetails {
    let council = try Council.change(council, read: version, for: Self.permission, in: work)
    guard council.status == .forming else { throw Refusal.councilIsNotBeingFormed }
    let elections = try elections(to: council, in: work)
    let start = termStart ?? council.constitutedOn
    let rules = try council.rules(on: start, in: work)
      .deviating(by: deviations, on: OsloTime(work.now).day)
    let elected = try ElectedSeat.all(of: elections, under: rules, in: work)
    guard leader == nil || elected.members.contains(where: { $0.candidate == leader }) else {
      throw Refusal.leaderIsNotElected
    }
    try mustFit(elected, under: rules)
    try NewCouncil.mustBeNear(start, today: OsloTime(work.now).day)
    guard elections.allSatisfy({ $0.heldOn <= start }) else {
      throw CallRefusal.termStartsBeforeElection("termStart")
    }
    try fill(council, with: elected, from: start, until: rules.lastDay(of: start), rules, in: work)
    try [ElectedSeat].markSeated(elections, in: work)
    try UnitLeader.mustNotRepresentUsers(of: council.id, council.unit, in: work)
    try work.record(
      "council-constituted", council.id,
      [
        "unit": "\(council.unit)", "ruleSet": rules.code, "seats": "\(elected.members.count)",
        "deviations": "\(deviations.count)",
      ])
    return try CouncilDetails.read(council.id, in: work)
  }

  private func elections(to council: Council, in work: borrowing Work) throws -> [Election] {
    let elections = try work.rows(
      """
      SELECT \(Election.columns) FROM councils_election
      WHERE council_id = \(council.id)
        AND status NOT IN (\(list: [ElectionStatus.cancelled, .setAside]))
      ORDER BY held_on, id
      """, as: Election.init)
    guard !elections.contains(where: { ElectionStatus.open.contains($0.status) }) else {
      throw Refusal.electionsAreNotSettled
    }
    return elections
  }

  private func mustFit(_ elected: [ElectedSeat], under rules: RuleSet) throws {
    let common = elected.commonDeputies(under: rules)
    let faults =
      Composition(
        elected.members.map { $0.placed(isLeader: $0.candidate == leader) },
        deputies: common.map(\.placedAsDeputy), under: rules
      ).faults
    guard faults.isEmpty else {
      throw ConstituteCouncil.Refusal.compositionBreaksTheRule(faults)
    }
  }

  private func fill(
    _ council: Council, with elected: [ElectedSeat], from start: Day, until end: Day,
    _ rules: RuleSet, in work: borrowing Work
  ) throws {
    for seat in elected.members {
      try seat.fill(
        in: council.id, from: start, until: end, isLeader: seat.candidate == leader, in: work)
    }
    try CouncilDeputy.add(
      elected.commonDeputies(under: rules), to: council.id, from: start, until: end, in: work)
    for deviation in deviations {
      try deviation.begin(council.id, version: council.version, in: work)
    }
    try StatusChange.begin(council.id, version: council.version, on: start, in: work)
    try work.run(
      """
      UPDATE councils_council SET status = \(CouncilStatus.constituted), constituted_on = \(start)
      WHERE id = \(council.id)
      """)
  }

  static let routes = Route.changing(
    Self.self, api: "/councils/{council}/constitution", page: CouncilsPaths.constitution,
    form: CouncilsPaths.elections, "Constitute a council with those who were elected to it.",
    done: Text(nb: "Rådet er konstituert.", nn: "Rådet er konstituert."),
    then: { CouncilsPaths.council($0.id) })
}

extension ConstituteElectedCouncil {
  /// Why the council does not begin.
  package enum Refusal: Kernel.Refusal, Equatable {
    case councilIsNotBeingFormed
    case electionsAreNotSettled
    case leaderIsNotElected

    package var kind: RefusalKind { self == .leaderIsNotElected ? .invalid : .conflict }

    package var fields: [FieldProblem] {
      self == .leaderIsNotElected ? [FieldProblem("leader", text)] : []
    }

    package var text: Text {
      switch self {
      case .councilIsNotBeingFormed:
        Text(
          nb: "Rådet er allerede konstituert. Nye medlemmer får plass på valgets side.",
          nn: "Rådet er allereie konstituert. Nye medlemmer får plass på sida til valet.",
          en: "The council is constituted already. New members get seats from their election.")
      case .electionsAreNotSettled:
        Text(
          nb: "Et valg er ikke avgjort ennå. Vent på det, eller avlys det.",
          nn: "Eit val er ikkje avgjort enno. Vent på det, eller avlys det.",
          en: "An election is not settled yet. Wait for it, or cancel it.")
      case .leaderIsNotElected:
        Text(
          nb: "Lederen skal være en av de valgte. Velg en av dem.",
          nn: "Leiaren skal vere ein av dei valde. Vel ein av dei.",
          en: "The leader shall be one of the elected. Choose one of them.")
      }
    }
  }
}
