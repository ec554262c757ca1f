import Database
import Kernel
import Tenancy
import UseCases
import Web

/// Gives those who were elected to a council at work their seats: for its next term, or for the rest of
/// the term of whoever left.
package struct SeatElected: UseCase, Readable {
  let election: ID<Election>
  let version: Version

  package static let permission = Permission.manageSeats

  package init(_ input: inout Input) {
    election = input.id("election", "The election.")
    version = input.version()
  }

  /// - Throws: `ElectionRefusal`; `AtWorkRefusal`; `.councilIsBeingFormed`; `.nobodyTookAPlace`;
  ///   `.termsOverlap`; `SeatRefusal` when there is no room for them; `UnitLeaderRefusal`.
  package func perform(in work: borrowing Work) throws -> CouncilDetails {
    try holdCouncil(in: work)
    let (election, council) = try Election.change(
      election, read: version, for: Self.permission, in: work)
    try election.mustBe(.settled)
    try council.mustNotBeDissolved()
    guard let start = election.termStart else { throw Refusal.councilIsBeingFormed }
    let rules = try council.rules(on: start, in: work)
    let elected = try without(
      deputiesOf: council, from: start,
      ElectedSeat.all(of: [election], under: rules, in: work), in: work)
    guard !elected.members.isEmpty else { throw Refusal.nobodyTookAPlace }
    try mustBeFree(election.replaces, in: work)
    let end = try lastDay(of: election, from: start, under: rules, in: work)
    try mustFit(elected, in: council, from: start, until: end, under: rules, in: work)
    for seat in elected.members {
      try seat.fill(
        in: council.id, from: start, until: end, replacing: election.replaces, in: work)
    }
    try CouncilDeputy.add(
      elected.commonDeputies(under: rules), to: council.id, from: start, until: end, in: work)
    try [ElectedSeat].markSeated([election], in: work)
    try UnitLeader.mustNotRepresentUsers(of: council.id, council.unit, in: work)
    try work.record(
      "elected-seated", election.id,
      ["council": "\(council.id)", "seats": "\(elected.members.count)"])
    return try CouncilDetails.read(council.id, in: work)
  }

  /// The council comes before anything that is read, so that nobody else is seated meanwhile.
  private func holdCouncil(in work: borrowing Work) throws {
    try work.run(
      """
      UPDATE councils_council SET version = version + 1
      WHERE id = (SELECT e.council_id FROM councils_election e WHERE e.id = \(election))
      """)
  }

  /// Whoever takes over a seat sits for the rest of its term.
  private func lastDay(
    of election: Election, from start: Day, under rules: RuleSet, in work: borrowing Work
  ) throws -> Day {
    let planned: Day? = try work.value(
      "SELECT planned_end FROM councils_seat WHERE id = \(election.replaces)")
    return planned ?? rules.lastDay(of: start)
  }

  /// Somebody else may have been given the seat while the answers were waited for.
  private func mustBeFree(_ seat: ID<Seat>?, in work: borrowing Work) throws {
    let next: ID<Seat>? = try work.value(
      "SELECT id FROM councils_seat WHERE replaces_id = \(seat)")
    guard next == nil else { throw SeatRefusal.seatIsTakenOverAlready }
  }

  /// Those who stand in for the council already go on doing so, and get no second place.
  private func without(
    deputiesOf council: Council, from start: Day, _ elected: [ElectedSeat], in work: borrowing Work
  ) throws -> [ElectedSeat] {
    let present: [ID<Person>] = try work.values(
      """
      SELECT person_id FROM councils_deputy
      WHERE council_id = \(council.id) AND term_end >= \(start)
      """)
    return elected.filter { $0.place == .member || !present.contains($0.person) }
  }

  private func mustFit(
    _ elected: [ElectedSeat], in council: Council, from start: Day, until end: Day,
    under rules: RuleSet, in work: borrowing Work
  ) throws {
    let taken: ID<Seat>? = try work.value(
      """
      SELECT id FROM councils_seat WHERE council_id = \(council.id)
        AND person_id IN (\(list: elected.map(\.person)))
        AND term_start <= \(end) AND term_end >= \(start)
      """)
    guard taken == nil, start <= end else { throw Refusal.termsOverlap }
    let check = try CompositionCheck.of(council, from: start, in: work)
    try check.mustAllow(
      check.adding(
        elected.members.map { $0.placed(isLeader: false) },
        deputies: elected.commonDeputies(under: rules).map(\.placedAsDeputy), on: start...end))
  }

  static let routes = Route.changing(
    Self.self, api: "/elections/{election}/seats", page: CouncilsPaths.seating,
    form: CouncilsPaths.election, "Give those who were elected their seats.",
    done: Text(nb: "De valgte har fått plassene sine.", nn: "Dei valde har fått plassane sine."),
    then: { CouncilsPaths.council($0.id) })
}

extension SeatElected {
  /// Why nobody gets a seat.
  package enum Refusal: Kernel.Refusal, Equatable {
    case councilIsBeingFormed
    case nobodyTookAPlace
    case termsOverlap

    package var kind: RefusalKind { .conflict }

    package var text: Text {
      switch self {
      case .councilIsBeingFormed:
        Text(
          nb: "Rådet er under dannelse. Plassene fylles når det konstitueres.",
          nn: "Rådet er under skiping. Plassane blir fylte når det blir konstituert.",
          en: "The council is being formed. Its seats are filled when it is constituted.")
      case .nobodyTookAPlace:
        Text(
          nb: "Ingen tok en plass. Lys ut et nytt valg.",
          nn: "Ingen tok ein plass. Lys ut eit nytt val.",
          en: "Nobody took a place. Call a new election.")
      case .termsOverlap:
        Text(
          nb: "En av de valgte har en plass i rådet på samme tid. Perioder kan ikke overlappe.",
          nn: "Ein av dei valde har ein plass i rådet på same tid. Periodar kan ikkje overlappe.",
          en: "One of the elected has a seat in the council at that time. Terms cannot overlap.")
      }
    }
  }
}
