import Database
import Kernel
import Tenancy
import UseCases
import Web

/// Records that a deputy of the whole council leaves before the term ends.
package struct EndDeputy: UseCase, Readable {
  let council: ID<Council>
  let deputy: ID<CouncilDeputy>
  let version: Version

  package static let permission = Permission.manageSeats

  package init(_ input: inout Input) {
    council = input.id("council", "The council.")
    deputy = input.id("deputy", "The deputy's place.")
    version = input.version()
  }

  /// - Throws: `AccessRefusal.thereIsNoSuchRecord`, also when the deputy's time is over.
  package func perform(in work: borrowing Work) throws -> CouncilDetails {
    let council = try Council.change(council, read: version, for: Self.permission, in: work)
    let today = OsloTime(work.now).day
    let ended = try work.run(
      """
      UPDATE councils_deputy SET term_end = \(today)
      WHERE id = \(deputy) AND council_id = \(council.id)
        AND term_start <= \(today) AND term_end > \(today)
      """)
    // A place that has not begun has been nobody's.
    let givenBack = try work.run(
      """
      DELETE FROM councils_deputy
      WHERE id = \(deputy) AND council_id = \(council.id) AND term_start > \(today)
      """)
    guard ended + givenBack == 1 else { throw AccessRefusal.thereIsNoSuchRecord }
    try work.record("deputy-left", council.id, ["deputy": "\(deputy)"])
    return try CouncilDetails.read(council.id, in: work)
  }

  static let routes = Route.changing(
    Self.self, api: "/councils/{council}/deputies/{deputy}/leaving",
    page: CouncilsPaths.deputyLeaving, form: CouncilsPaths.seats,
    "Record that a deputy of the whole council leaves today.",
    done: Text(nb: "Det er ført at varaen slutter.", nn: "Det er ført at varaen sluttar."))
}
