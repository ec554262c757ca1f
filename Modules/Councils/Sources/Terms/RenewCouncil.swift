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
    let check = try CompositionCheck.of(council, from: termStart, in: work)
    let days = termStart...check.rules.lastDay(of: termStart)
    let others = check.sittings.map(\.days).filter { $0.overlaps(days) }
    if check.rules.term != .rollingHalf, let end = others.map(\.upperBound).max() {
      throw SeatRefusal.termsOverlap(until: end)
    }
    guard termStart > council.constitutedOn, termStart <= OsloTime(work.now).day.adding(years: 2)
    else { throw ConstituteCouncil.Refusal.termIsFarFromToday }
    try fill(council, on: days, beside: check, in: work)
    try UnitLeader.mustNotRepresentUsers(of: council.id, council.unit, in: work)
    try work.record(
      "council-renewed", council.id, ["termStart": "\(termStart)", "seats": "\(seats.count)"])
    return try CouncilDetails.read(council.id, in: work)
  }

  private func fill(
    _ council: Council, on days: ClosedRange<Day>, beside check: CompositionCheck,
    in work: borrowing Work
  ) throws {
    var new: [(seat: NewSeat, placed: PlacedSeat)] = []
    var strays: [PlacedSeat] = []
    for proposal in seats {
      guard let group = check.rules.group(proposal.group) else {
        strays.append(proposal.placed)
        continue
      }
      let seat = try NewSeat(
        proposal, group, of: council.id, from: termStart, until: days.upperBound, in: work)
      try TermLimit(council.id, check.rules).mustAllow(
        seat.person, votes: group.votes, from: termStart, at: proposal.place, in: work)
      new.append((seat, seat.placed(as: proposal)))
    }
    let placed = try deputies.map { try $0.placed(in: work) }
    let next = check.adding(new.map(\.placed) + strays, deputies: placed, on: days)
    guard next.faults.isEmpty else { throw SeatRefusal.compositionBreaksTheRule(next.faults) }
    try check.mustAllow(next)
    for (seat, _) in new { try seat.add(in: work) }
    let present = try CouncilDeputy.all(of: council.id, on: termStart, in: work)
    try CouncilDeputy.add(
      deputies, to: council.id, after: present.map(\.number).max() ?? 0, from: termStart,
      until: days.upperBound, in: work)
  }

  static let routes = Route.changing(
    Self.self, api: "/councils/{council}/terms", page: CouncilsPaths.terms,
    form: CouncilsPaths.terms, "Fill a council's seats for its next term.",
    done: Text(nb: "Den nye perioden er lagret.", nn: "Den nye perioden er lagra."),
    location: { CouncilsPaths.councilInAPI($0.id) }, then: { CouncilsPaths.council($0.id) })
}
