import Database
import Identity
import Kernel
import Tenancy
import UseCases
import Web

/// Records that a member leaves before the term ends; the personal deputy takes the seat from the next
/// day on, and without one it stands vacant (R093, R135).
package struct LeaveSeat: UseCase, Readable {
  let council: ID<Council>
  let seat: ID<Seat>
  let lastDay: Day
  let reason: LeavingReason
  let version: Version

  package static let permission = Permission.manageSeats

  package init(_ input: inout Input) {
    council = input.id("council", "The council.")
    seat = input.id("seat", "The seat of whoever leaves.")
    lastDay = input.day("lastDay", "The member's last day.")
    reason = input.choice("reason", "Why, as one of a few words.") ?? .other
    version = input.version()
  }

  /// - Throws: `SeatRefusal` when the seat is held no more, when the member has left already, or when
  ///   the day is outside the term or more than 90 days ago.
  package func perform(in work: borrowing Work) throws -> CouncilDetails {
    let council = try Council.change(council, read: version, for: Self.permission, in: work)
    let seat = try HeldSeat.find(seat, of: council.id, in: work)
    let today = OsloTime(work.now).day
    guard seat.plannedEnd == nil else { throw SeatRefusal.memberHasLeftAlready }
    guard seat.isHeld(on: today) else { throw SeatRefusal.seatIsHeldNoMore }
    guard lastDay >= seat.termStart, lastDay < seat.termEnd else {
      throw SeatRefusal.lastDayIsOutsideTheTerm
    }
    guard lastDay >= today.adding(days: -90) else { throw SeatRefusal.lastDayIsLongAgo }
    try work.run(
      """
      UPDATE councils_seat SET planned_end = term_end, term_end = \(lastDay), left_reason = \(reason)
      WHERE id = \(seat.id)
      """)
    try work.record(
      "member-left", council.id,
      ["seat": "\(seat.id)", "reason": reason.rawValue, "lastDay": "\(lastDay)"])
    try letDeputyStepIn(for: seat, of: council, in: work)
    return try CouncilDetails.read(council.id, in: work)
  }

  private func letDeputyStepIn(
    for seat: HeldSeat, of council: Council, in work: borrowing Work
  ) throws {
    guard let deputy = seat.deputy,
      let group = try council.rules(in: work).group(seat.group),
      try mayStepIn(deputy, for: seat, in: work)
    else { return }
    let next = NewSeat(
      council: council.id, group: group, person: deputy, deputy: nil,
      organisation: seat.organisation, replaces: seat.id, termStart: lastDay.adding(days: 1),
      termEnd: seat.termEnd)
    let id = try next.add(in: work)
    try work.record("deputy-stepped-in", council.id, ["seat": "\(id)"])
  }

  /// Not whoever got a seat of their own meanwhile; the one that was left then stands vacant.
  private func mayStepIn(
    _ deputy: ID<Person>, for seat: HeldSeat, in work: borrowing Work
  ) throws -> Bool {
    let own: ID<Seat>? = try work.value(
      """
      SELECT id FROM councils_seat WHERE council_id = \(council) AND person_id = \(deputy)
        AND term_end > \(lastDay) AND term_start <= \(seat.termEnd)
      """)
    return own == nil
  }

  static let routes = Route.changing(
    Self.self, api: "/councils/{council}/seats/{seat}/leaving", page: CouncilsPaths.leaving,
    form: CouncilsPaths.seats, "Record that a member leaves before the term ends.",
    done: Text(nb: "Det er ført at medlemmet slutter.", nn: "Det er ført at medlemmen sluttar."))
}
