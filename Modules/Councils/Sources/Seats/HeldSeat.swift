import Database
import Kernel
import Tenancy
import UseCases

/// A seat as it is kept, for whoever changes it.
struct HeldSeat {
  let id: ID<Seat>
  let group: String
  let person: ID<Person>
  let deputy: ID<Person>?
  let termStart: Day
  let termEnd: Day
  /// The last day that was planned, for whoever left before it.
  let plannedEnd: Day?
  let organisation: ID<Organisation>?
  let isTakenOver: Bool

  /// The seat of that id in a council.
  ///
  /// - Throws: `AccessRefusal.thereIsNoSuchRecord`, also when it is another council's.
  static func find(
    _ id: ID<Seat>, of council: ID<Council>, in work: borrowing Work
  ) throws -> HeldSeat {
    try work.row(
      """
      SELECT s.id, s.group_code, s.person_id, s.deputy_id, s.term_start, s.term_end, s.planned_end,
        s.organisation_id, EXISTS (SELECT 1 FROM councils_seat n WHERE n.replaces_id = s.id)
      FROM councils_seat s WHERE s.id = \(id) AND s.council_id = \(council)
      """, as: HeldSeat.init
    ).orNotFound()
  }

  /// Whether it is held on a day or will be.
  func isHeld(on day: Day) -> Bool { termEnd >= day }
}
