import Database
import Kernel
import Tenancy
import UseCases

/// A seat as it is kept, for whoever changes it.
struct HeldSeat {
  let id: ID<Seat>
  let group: String
  let votes: Bool
  let person: ID<Person>
  let deputy: ID<Person>?
  let isLeader: Bool
  let termStart: Day
  let termEnd: Day
  let leftReason: LeavingReason?
  let organisation: ID<Organisation>?
  let staffField: StaffField?

  /// The seat of that id in a council.
  ///
  /// - Throws: `AccessRefusal.thereIsNoSuchRecord`, also when it is another council's.
  static func find(
    _ id: ID<Seat>, of council: ID<Council>, in work: borrowing Work
  ) throws -> HeldSeat {
    try work.row(
      """
      SELECT id, group_code, votes, person_id, deputy_id, is_leader, term_start, term_end,
        left_reason, organisation_id, staff_field
      FROM councils_seat WHERE id = \(id) AND council_id = \(council)
      """, as: HeldSeat.init
    ).orNotFound()
  }

  /// Whether it is held on a day or will be.
  func isHeld(on day: Day) -> Bool { termEnd >= day }
}
