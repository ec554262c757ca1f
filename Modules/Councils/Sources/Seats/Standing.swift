import Database
import Kernel
import Tenancy
import UseCases

extension Council {
  /// What whoever asks is in this council today: by a seat, as a deputy, or by a role granted in the
  /// council or its unit.
  ///
  /// Ask for permissions with it: `work.require(.planMeeting, as: standing)`.
  package func standing(in work: borrowing Work) throws -> Set<Role> {
    guard let member = work.actor.member else { return [] }
    var roles = member.roles(in: id).union(member.roles(in: unit))
    for seat in try SeatStanding.all(of: member.id, in: [id], work) {
      roles.formUnion(seat.roles)
    }
    return roles
  }
}

/// What a seat makes of its holder and their deputy.
struct SeatStanding {
  let council: ID<Council>
  /// Whether they hold the seat themselves, rather than as a deputy.
  let isHolder: Bool
  let votes: Bool
  let isLeader: Bool

  /// The seats of a person today in some councils, as holder or as deputy, of one seat or of all.
  static func all(
    of person: ID<Person>, in councils: [ID<Council>], _ work: borrowing Work
  ) throws -> [SeatStanding] {
    let today = OsloTime(work.now).day
    return try work.rows(
      """
      SELECT council_id, person_id = \(person), votes, is_leader FROM councils_seat
      WHERE council_id IN (\(list: councils)) AND (person_id = \(person) OR deputy_id = \(person))
        AND term_start <= \(today) AND term_end >= \(today)
      UNION ALL SELECT council_id, \(false), \(false), \(false) FROM councils_deputy
      WHERE council_id IN (\(list: councils)) AND person_id = \(person)
        AND term_start <= \(today) AND term_end >= \(today)
      """, as: SeatStanding.init)
  }

  var roles: Set<Role> {
    guard isHolder else { return [.personalDeputy] }
    guard votes else { return [.staffParticipant] }
    return isLeader ? [.userRepresentative, .councilLeader] : [.userRepresentative]
  }
}
