import Database
import Kernel
import Tenancy
import UseCases

extension Council {
  /// What whoever asks is in this council today: by a seat, as a deputy, or by a role granted in
  /// the council or its unit.
  ///
  /// Ask for permissions with it: `work.require(.planMeeting, as: standing)`.
  package func standing(in work: borrowing Work) throws -> Set<Role> {
    guard let member = work.actor.member else { return [] }
    let today = OsloTime(work.now).day
    let seats = try work.rows(
      """
      SELECT person_id, votes, is_leader FROM councils_seat
      WHERE council_id = \(id) AND (person_id = \(member.id) OR deputy_id = \(member.id))
        AND term_start <= \(today) AND term_end >= \(today)
      """, as: SeatRow.init)
    var roles = member.roles(in: id).union(member.roles(in: unit))
    for seat in seats { roles.formUnion(seat.roles(of: member.id)) }
    return roles
  }
}

private struct SeatRow {
  let person: ID<Person>
  let votes: Bool
  let isLeader: Bool

  func roles(of member: ID<Person>) -> Set<Role> {
    guard person == member else { return [.personalDeputy] }
    guard votes else { return [.staffParticipant] }
    return isLeader ? [.userRepresentative, .councilLeader] : [.userRepresentative]
  }
}
