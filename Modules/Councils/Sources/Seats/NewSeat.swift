import Database
import Identity
import Kernel
import Tenancy
import UseCases

/// A seat about to be filled.
struct NewSeat {
  let council: ID<Council>
  let group: SeatGroup
  let person: ID<Person>
  let deputy: ID<Person>?
  var isLeader = false
  var organisation: ID<Organisation>?
  var staffField: StaffField?
  /// The seat of whoever left it early.
  var replaces: ID<Seat>?
  let termStart: Day
  let termEnd: Day

  /// Fills the seat.
  @discardableResult
  func add(in work: borrowing Work) throws -> ID<Seat> {
    let id: ID<Seat> = work.newID()
    try work.run(
      """
      INSERT INTO councils_seat
        (id, council_id, group_code, votes, person_id, deputy_id, is_leader, term_start, term_end,
        replaces_id, organisation_id, staff_field, is_vice_leader)
      VALUES (\(id), \(council), \(group.code), \(group.votes), \(person), \(deputy), \(isLeader),
        \(termStart), \(termEnd), \(replaces), \(organisation), \(staffField), \(false))
      """)
    return id
  }
}

extension NewSeat {
  /// A seat with the people and the organisation of a proposal, added where they are not known yet.
  init(
    _ proposal: SeatProposal, _ group: SeatGroup, of council: ID<Council>,
    from termStart: Day, until termEnd: Day, in work: borrowing Work
  ) throws {
    self.init(
      council: council, group: group, person: try proposal.holder.findOrAdd(in: work),
      deputy: try proposal.deputy?.findOrAdd(in: work), isLeader: proposal.isLeader,
      organisation: try proposal.organisation.map { try Organisation.findOrAdd($0, in: work) },
      staffField: proposal.staffField, termStart: termStart, termEnd: termEnd)
  }
}
