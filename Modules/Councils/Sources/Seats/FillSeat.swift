import Database
import Kernel
import Tenancy
import UseCases
import Web

/// Gives a vacant seat to somebody for the rest of the term (R135).
package struct FillSeat: UseCase, Readable {
  let council: ID<Council>
  /// The seat of whoever left, if it is known.
  let replaces: ID<Seat>?
  let firstDay: Day
  let proposal: SeatProposal?
  let version: Version

  package static let permission = Permission.manageSeats

  package init(_ input: inout Input) {
    council = input.id("council", "The council.")
    replaces = input.optionalID("replaces", "The seat of whoever left, if somebody did.")
    firstDay = input.day("firstDay", "The first day of the new member.")
    proposal = SeatProposal(required: &input)
    version = input.version()
  }

  /// - Throws: `SeatRefusal` when the seat is not vacant, when the day is outside the council's term or
  ///   when the composition would break a rule; `UnitLeaderRefusal` for the unit's leader.
  package func perform(in work: borrowing Work) throws -> CouncilDetails {
    let council = try Council.change(council, read: version, for: Self.permission, in: work)
    try council.mustNotBeDissolved()
    guard let proposal else { throw AccessRefusal.thereIsNoSuchRecord }
    guard firstDay >= OsloTime(work.now).day.adding(days: -90) else {
      throw SeatRefusal.firstDayIsLongAgo
    }
    let check = try CompositionCheck.of(council, from: firstDay, in: work)
    guard let group = check.rules.group(proposal.group) else {
      throw SeatRefusal.groupIsUnknown(check.rules.groups.map(\.code))
    }
    var seat = try NewSeat(
      proposal, group, of: council.id, from: firstDay, until: lastDay(of: council, in: work),
      in: work)
    seat.replaces = replaces
    try TermLimit(council.id, check.rules).mustAllow(
      seat.person, votes: group.votes, from: firstDay, in: work)
    try check.mustAllow(check.adding([seat.placed(as: proposal)], on: firstDay...seat.termEnd))
    let id = try seat.add(in: work)
    try UnitLeader.mustNotRepresentUsers(of: council.id, council.unit, in: work)
    try work.record("seat-filled", council.id, ["seat": "\(id)", "group": group.code])
    return try CouncilDetails.read(council.id, in: work)
  }

  /// The rest of the term of whoever left, or of the council as it sits on that day.
  private func lastDay(of council: Council, in work: borrowing Work) throws -> Day {
    if let replaces {
      let left = try HeldSeat.find(replaces, of: council.id, in: work)
      guard let end = left.plannedEnd, left.termEnd < firstDay else {
        throw SeatRefusal.seatIsNotVacant
      }
      guard left.group == proposal?.group else { throw SeatRefusal.seatIsOfAnotherGroup }
      guard !left.isTakenOver else { throw SeatRefusal.seatIsTakenOverAlready }
      guard end >= firstDay else { throw SeatRefusal.firstDayIsOutsideTheTerm }
      return end
    }
    let end: Day? = try work.value(
      """
      SELECT term_end FROM councils_seat WHERE council_id = \(council.id)
        AND term_start <= \(firstDay) AND term_end >= \(firstDay) ORDER BY term_end DESC LIMIT 1
      """)
    guard let end else { throw SeatRefusal.firstDayIsOutsideTheTerm }
    return end
  }

  static let routes = Route.changing(
    Self.self, api: "/councils/{council}/seats", page: CouncilsPaths.newSeat,
    form: CouncilsPaths.seats, "Give a vacant seat to somebody for the rest of the term.",
    done: Text(nb: "Plassen er fylt.", nn: "Plassen er fylt."))
}
