import Database
import Kernel
import Tenancy
import UseCases
import Web

/// Names a member's personal deputy, or another one (R093).
package struct NameDeputy: UseCase, Readable {
  let council: ID<Council>
  let seat: ID<Seat>
  let contact: Contact?
  let version: Version

  package static let permission = Permission.manageSeats

  package init(_ input: inout Input) {
    council = input.id("council", "The council.")
    seat = input.id("seat", "The member's seat.")
    let name = input.text("deputyName", "The deputy's name.")
    let email = input.email("deputyEmail", "The address the deputy will sign in with.")
    contact = email.map { Contact(name: name, email: $0) }
    version = input.version()
  }

  /// - Throws: `SeatRefusal` when the seat is held no more, or when the rules do not let that person be
  ///   its deputy; `UnitLeaderRefusal` for the unit's leader.
  package func perform(in work: borrowing Work) throws -> CouncilDetails {
    let council = try Council.change(council, read: version, for: Self.permission, in: work)
    try council.mustNotBeDissolved()
    let seat = try HeldSeat.find(seat, of: council.id, in: work)
    let today = OsloTime(work.now).day
    guard seat.isHeld(on: today) else { throw SeatRefusal.seatIsHeldNoMore }
    guard let contact else { throw AccessRefusal.thereIsNoSuchRecord }
    let deputy = try contact.findOrAdd(in: work)
    try check(deputy, for: seat, of: council, on: max(today, seat.termStart), in: work)
    try work.run("UPDATE councils_seat SET deputy_id = \(deputy) WHERE id = \(seat.id)")
    try UnitLeader.mustNotRepresentUsers(of: council.id, council.unit, in: work)
    try work.record("deputy-named", council.id, ["seat": "\(seat.id)"])
    return try CouncilDetails.read(council.id, in: work)
  }

  private func check(
    _ deputy: ID<Person>, for seat: HeldSeat, of council: Council, on day: Day,
    in work: borrowing Work
  ) throws {
    let check = try CompositionCheck.of(council, from: day, in: work)
    try check.mustAllow(check.naming("\(deputy)", for: seat.id))
  }

  static let routes = Route.changing(
    Self.self, .put, api: "/councils/{council}/seats/{seat}/deputy", page: CouncilsPaths.deputy,
    form: CouncilsPaths.seats, "Name a member's personal deputy.",
    done: Text(nb: "Varaen er lagret.", nn: "Varaen er lagra."))
}
