import Database
import Kernel
import UseCases
import Web

/// Shows the form that changes a council's status, with the councils that can take over.
package struct PrepareStatusChange: UseCase, Readable {
  let council: ID<Council>

  package static let permission = Permission.constituteCouncil
  package static let changes = false

  package init(_ input: inout Input) { council = input.id("council", "The council.") }

  /// - Throws: `AccessRefusal.thereIsNoSuchRecord`.
  package func perform(in work: borrowing Work) throws -> StatusForm {
    let council = try Council.find(council, in: work)
    try work.require(Self.permission, as: council.standing(in: work))
    let all = try work.rows(
      "SELECT id, name, status FROM councils_council ORDER BY name, id LIMIT 1000",
      as: Successor.init)
    let others = all.filter { $0.id != council.id && $0.status != .dissolved }
    return StatusForm(council: council, others: others, today: OsloTime(work.now).day)
  }

  static let routes = Route.reading(
    Self.self, page: CouncilsPaths.status, "The form that changes a council's status.",
    view: StatusPage.view)
}

/// What the form that changes a council's status starts from.
package struct StatusForm: JSONRecord {
  let council: Council
  let others: [Successor]
  let today: Day

  package static let shape = Shape<StatusForm>(
    "StatusForm",
    [
      Field("council", "The council's id.") { $0.council.id },
      Field("status", "What it is.") { $0.council.status },
      Field("others", "The councils that can take over.") { $0.others },
    ])
}

/// A council that can take over.
package struct Successor: JSONRecord {
  let id: ID<Council>
  let name: String
  let status: CouncilStatus

  package static let shape = Shape<Successor>(
    "Successor",
    [
      Field("id", "The council's id.") { $0.id }, Field("name", "Its name.") { $0.name },
      Field("status", "Whether it is at work.") { $0.status },
    ])
}
