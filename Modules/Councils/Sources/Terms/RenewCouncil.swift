import Database
import Kernel
import Tenancy
import UseCases
import Web

/// Fills a council's seats for its next term (R094, R135); where half of it is renewed each time, the
/// other half stays (K17).
package struct RenewCouncil: UseCase, Readable {
  let council: ID<Council>
  let termStart: Day
  let seats: [SeatProposal]
  let deputies: [DeputyProposal]
  let version: Version

  package static let permission = Permission.manageSeats

  package init(_ input: inout Input) {
    council = input.id("council", "The council.")
    termStart = input.day("termStart", "The first day of the new term.")
    seats = input.list("seats", "The seats with those who fill them.") { SeatProposal(&$0) }
      .compactMap(\.self)
    deputies = input.list(
      "deputies", isRequired: false, "Deputies for the whole council, the first one first."
    ) { DeputyProposal(&$0) }.compactMap(\.self)
    version = input.version()
  }

  /// - Throws: `SeatRefusal` when the term that runs is not over by then, when the seats break the
  ///   rules, or when somebody has sat as long as they may; `UnitLeaderRefusal` for the unit's leader.
  package func perform(in work: borrowing Work) throws -> CouncilDetails {
    let council = try Council.change(council, read: version, for: Self.permission, in: work)
    try council.mustNotBeDissolved()
    let rules = try council.rules(in: work)
    let staying = try Seat.all(of: council.id, on: termStart, in: work)
    if rules.term != .rollingHalf, let end = staying.map(\.termEnd).max() {
      throw SeatRefusal.termsOverlap(until: end)
    }
    guard termStart > council.constitutedOn, termStart <= OsloTime(work.now).day.adding(years: 2)
    else { throw ConstituteCouncil.Refusal.termIsFarFromToday }
    try fill(council, beside: staying, under: rules, in: work)
    try UnitLeader.mustNotRepresentUsers(of: council.id, council.unit, in: work)
    try work.record(
      "council-renewed", council.id, ["termStart": "\(termStart)", "seats": "\(seats.count)"])
    return try CouncilDetails.read(council.id, in: work)
  }

  private func fill(
    _ council: Council, beside staying: [Seat], under rules: RuleSet, in work: borrowing Work
  ) throws {
    let end = rules.lastDay(of: termStart)
    var placed = staying.map(\.placed)
    var new: [NewSeat] = []
    for proposal in seats {
      guard let group = rules.group(proposal.group) else {
        placed.append(proposal.placed)
        continue
      }
      let seat = try NewSeat(
        proposal, group, of: council.id, from: termStart, until: end, in: work)
      try TermLimit(council.id, rules).mustAllow(
        seat.person, votes: group.votes, from: termStart, at: proposal.place, in: work)
      placed.append(seat.placed(as: proposal))
      new.append(seat)
    }
    let faults =
      Composition(placed, deputies: deputies.count, under: rules).faults
      + DeputyProposal.faults(deputies, beside: seats, under: rules)
    guard faults.isEmpty else { throw SeatRefusal.compositionBreaksTheRule(faults) }
    for seat in new { try seat.add(in: work) }
    try CouncilDeputy.add(deputies, to: council.id, from: termStart, until: end, in: work)
  }

  static let routes = Route.changing(
    Self.self, api: "/councils/{council}/terms", page: CouncilsPaths.terms,
    form: CouncilsPaths.terms, "Fill a council's seats for its next term.",
    done: Text(nb: "Den nye perioden er lagret.", nn: "Den nye perioden er lagra."),
    location: { CouncilsPaths.councilInAPI($0.id) }, then: { CouncilsPaths.council($0.id) })
}
