import Database
import Kernel
import Tenancy
import UseCases
import Web

/// Calls an election to one group of a council: for its next term, or for a seat that somebody left.
///
/// The electing body votes among themselves (R095-R098); here stands what was called and what came of
/// it.
package struct CallElection: UseCase, Readable {
  let council: ID<Council>
  let call: CallProposal
  let termStart: Day?
  let replaces: ID<Seat>?
  let isNamed: Bool

  package static let permission = Permission.holdElection

  package init(_ input: inout Input) {
    council = input.id("council", "The council.")
    call = CallProposal(reading: &input)
    termStart = input.optionalDay(
      "termStart", "The first day of the elected; left out while the council is being formed.")
    replaces = input.optionalID("replaces", "The seat of whoever left early, if it is taken over.")
    isNamed = input.flag(
      "named", "Whether the body names somebody, because an election came to nothing.")
  }

  /// - Throws: `CallRefusal`; `ElectionRefusal.thereIsNoSuchGroup`; `.councilIsNotAtWork`;
  ///   `.termStartIsMissing`; `.theGroupIsElected`; `.theSeatIsNotFree`; `.anElectionIsOpen`;
  ///   `ConstituteCouncil.Refusal` when the group never has so many places.
  package func perform(in work: borrowing Work) throws -> Election {
    let council = try Council.hold(council, in: work)
    try work.require(Self.permission, as: council.standing(in: work))
    guard [.forming, .constituted].contains(council.status) else {
      throw Refusal.councilIsNotAtWork
    }
    let rules = try council.rules(in: work)
    guard let group = rules.group(call.group) else {
      throw ElectionRefusal.thereIsNoSuchGroup
    }
    let termStart = try termStart(of: council)
    let today = OsloTime(work.now).day
    try call.mustMakeSense(on: today, termStart: termStart ?? council.constitutedOn)
    try CallRefusal.mustBeNear(termStart ?? today, on: today, "termStart")
    try mustBeFree(replaces, in: work)
    let faults = Composition(call.planned, under: rules).numberFaults.filter { !$0.isLack }
    guard faults.isEmpty else {
      throw ConstituteCouncil.Refusal.compositionBreaksTheRule(faults)
    }
    try mustBeTheOnlyOne(in: work)
    let method = call.method ?? rules.usualMethod
    var new = NewElection(
      council: council.id, call: call, kind: group.electionKind, method: method,
      termStart: termStart, replaces: replaces)
    if group.electionKind == .elected, isNamed {
      let failed = try FailedElection.latest(to: group, of: council.id, in: work)
      guard let failed, try failed.isFor(termStart, of: council, under: rules, in: work) else {
        throw Refusal.theGroupIsElected
      }
      new.kind = .named
      new.insteadOf = (failed.id, try OwnAct.person(in: work).id)
    }
    try rules.mustAllow(method, for: new.kind)
    return try new.add(in: work)
  }

  private func termStart(of council: Council) throws -> Day? {
    guard council.status != .forming else { return nil }
    guard let termStart else { throw Refusal.termStartIsMissing }
    return termStart
  }

  private func mustBeTheOnlyOne(in work: borrowing Work) throws {
    let open: ID<Election>? = try work.value(
      """
      SELECT id FROM councils_election WHERE council_id = \(council) AND group_code = \(call.group)
        AND status IN (\(list: ElectionStatus.open))
      """)
    guard open == nil else { throw Refusal.anElectionIsOpen }
  }

  /// A seat is taken over once, after whoever held it has left, by one who is elected to it.
  private func mustBeFree(_ seat: ID<Seat>?, in work: borrowing Work) throws {
    guard let seat else { return }
    let free: ID<Seat>? = try work.value(
      """
      SELECT s.id FROM councils_seat s
      WHERE s.id = \(seat) AND s.council_id = \(council) AND s.group_code = \(call.group)
        AND s.planned_end IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM councils_seat n WHERE n.replaces_id = s.id)
        AND NOT EXISTS (SELECT 1 FROM councils_election e
          WHERE e.replaces_id = s.id AND e.status = \(ElectionStatus.settled))
      """)
    guard free != nil, call.places == 1 else { throw Refusal.theSeatIsNotFree }
  }

  static let routes = Route.changing(
    Self.self, api: "/councils/{council}/elections", page: CouncilsPaths.elections,
    form: CouncilsPaths.elections, "Call an election to a group of a council.",
    done: Text(nb: "Valget er lyst ut.", nn: "Valet er lyst ut."),
    location: { CouncilsPaths.electionInAPI($0.id) }, then: { CouncilsPaths.election($0.id) })
}

extension CallElection {
  /// Why an election is not called.
  package enum Refusal: Kernel.Refusal, Equatable {
    case councilIsNotAtWork
    case termStartIsMissing
    case theGroupIsElected
    case theSeatIsNotFree
    case anElectionIsOpen

    package var kind: RefusalKind {
      switch self {
      case .councilIsNotAtWork, .anElectionIsOpen, .theSeatIsNotFree: .conflict
      case .termStartIsMissing, .theGroupIsElected: .invalid
      }
    }

    package var fields: [FieldProblem] {
      switch self {
      case .termStartIsMissing: [FieldProblem("termStart", text)]
      case .theGroupIsElected: [FieldProblem("named", text)]
      case .theSeatIsNotFree: [FieldProblem("replaces", text)]
      case .councilIsNotAtWork, .anElectionIsOpen: []
      }
    }

    package var text: Text {
      switch self {
      case .councilIsNotAtWork:
        Text(
          nb: "Rådet er ikke i arbeid, så det kan ikke velges noen til det.",
          nn: "Rådet er ikkje i arbeid, så det kan ikkje veljast nokon til det.",
          en: "The council is not at work, so nobody can be elected to it.")
      case .termStartIsMissing:
        Text(
          nb: "Skriv den første dagen de valgte skal sitte.",
          nn: "Skriv den første dagen dei valde skal sitje.",
          en: "Give the first day of those who are elected.")
      case .theGroupIsElected:
        Text(
          nb: "Denne gruppen velges. Noen kan pekes ut bare når det siste valget for samme periode"
            + " ikke fylte plassene.",
          nn: "Denne gruppa blir vald. Nokon kan peikast ut berre når det siste valet for same"
            + " periode ikkje fylte plassane.",
          en: "This group is elected. Somebody is named only when the last election for the same"
            + " term left places empty.")
      case .theSeatIsNotFree:
        Text(
          nb: "Plassen er ikke ledig i denne gruppen, eller noen er valgt til den. Velg en annen.",
          nn: "Plassen er ikkje ledig i denne gruppa, eller nokon er vald til han. Vel ein annan.",
          en: "The seat is not free in this group, or somebody is elected to it. Choose another.")
      case .anElectionIsOpen:
        Text(
          nb: "Et valg til denne gruppen er i gang. Gjør det ferdig, eller avlys det først.",
          nn: "Eit val til denne gruppa er i gang. Gjer det ferdig, eller avlys det først.",
          en: "An election to this group is under way. Finish it, or cancel it first.")
      }
    }
  }
}
