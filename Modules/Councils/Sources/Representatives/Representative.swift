import Database
import Identity
import Kernel
import UseCases
import Web

/// Somebody who sits with a vote in one or more councils at work.
package struct Representative: JSONRecord {
  let person: ID<Person>
  let name: String
  let email: String
  private(set) var seats: [RepresentativeSeat] = []

  package static let shape = Shape<Representative>(
    "Representative",
    [
      Field("person", "The person's id.") { $0.person },
      Field("name", "The person's name.") { $0.name },
      Field("email", "The address to invite them at.") { $0.email },
      Field("seats", "Their seats, of those that were asked for.") { $0.seats },
    ])

  private init(person: ID<Person>, name: String, email: String) {
    self.person = person
    self.name = name
    self.email = email
  }

  /// Everybody with a seat that fulfils a condition on `s`, `c` and `u`, by name.
  ///
  /// The seats come first, by their last day: what is long over is not read again and again.
  static func sitting(
    where condition: SQL, _ paging: Paging, in work: borrowing Work
  ) throws -> ListPage<Representative> {
    let after = paging.after.map { "(p.name, p.id) > (\($0.key), \($0.id))" as SQL } ?? "true"
    let people = try work.rows(
      """
      WITH s AS MATERIALIZED (
        SELECT person_id, council_id, group_code FROM councils_seat
        WHERE \(RepresentativeSeat.isHeld(in: work)))
      SELECT DISTINCT p.id, p.name, p.email FROM s \(RepresentativeSeat.surroundings)
      WHERE \(condition) AND \(after)
      ORDER BY p.name, p.id LIMIT \(paging.fetch)
      """, as: Representative.init)
    let page = ListPage(people, for: paging) { Cursor($0.name, $0.person) }
    let seats = try RepresentativeSeat.all(
      of: page.data.map(\.person), where: condition, in: work)
    return page.map { representative in
      var representative = representative
      representative.seats = seats[representative.person] ?? []
      return representative
    }
  }
}
