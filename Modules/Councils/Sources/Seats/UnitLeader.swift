import Identity
import Kernel
import Tenancy
import UseCases

/// Whoever is advised does not vote on the advice (R071, R101), as a deputy neither.
enum UnitLeader {
  /// Whether an address is that of somebody who leads a unit.
  static func has(
    _ address: String, of unit: ID<ServiceUnit>, in work: borrowing Work
  ) throws -> Bool {
    let leaders = try People.holders(of: .unitLeader, scope: unit.erased(), in: work).map(\.id)
    let person: ID<Person>? = try work.value(
      "SELECT id FROM identity_person WHERE email = \(address) AND id IN (\(list: leaders))")
    return person != nil
  }

  /// - Throws: `UnitLeaderRefusal.unitLeaderCannotRepresentUsers`.
  static func mustNotRepresentUsers(
    of council: ID<Council>, _ unit: ID<ServiceUnit>, in work: borrowing Work
  ) throws {
    let leaders = try People.holders(of: .unitLeader, scope: unit.erased(), in: work).map(\.id)
    let seat: ID<Seat>? = try work.value(
      """
      SELECT id FROM councils_seat WHERE council_id = \(council) AND votes
        AND term_end >= \(OsloTime(work.now).day)
        AND (person_id IN (\(list: leaders)) OR deputy_id IN (\(list: leaders)))
      """)
    let deputy: ID<CouncilDeputy>? = try work.value(
      """
      SELECT id FROM councils_deputy WHERE council_id = \(council)
        AND term_end >= \(OsloTime(work.now).day) AND person_id IN (\(list: leaders))
      """)
    guard seat == nil, deputy == nil else {
      throw UnitLeaderRefusal.unitLeaderCannotRepresentUsers
    }
  }
}

/// Why somebody is not given a vote.
package enum UnitLeaderRefusal: Refusal, Equatable {
  case unitLeaderCannotRepresentUsers

  package var kind: RefusalKind { .invalid }

  package var text: Text {
    Text(
      nb: "Den som leder enheten, kan ikke representere brukerne. Velg en annen.",
      nn: "Den som leier eininga, kan ikkje representere brukarane. Vel ein annan.",
      en: "The unit's leader cannot be a user representative or a deputy. Choose another person.")
  }

  package var fields: [FieldProblem] { [FieldProblem("seats", text)] }
}
