import Kernel
import Tenancy
import UseCases
import Web

/// Shows the register of councils, with a form to find those one looks for.
package struct SearchCouncils: UseCase, Readable {
  let councils: ListCouncils

  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) { councils = ListCouncils(&input) }

  package func perform(in work: borrowing Work) throws -> CouncilRegister {
    CouncilRegister(
      filter: councils.filter, choices: try UnitChoices.load(in: work),
      list: try councils.perform(in: work))
  }

  static let routes = Route.reading(
    Self.self, page: CouncilsPaths.councils, "The register of councils, with a search.",
    view: RegisterPage.view)
}

/// A page of the register with what it can be searched by.
package struct CouncilRegister: JSONRecord {
  let filter: CouncilFilter
  let choices: UnitChoices
  let list: ListPage<CouncilSummary>

  package static let shape = Shape<CouncilRegister>(
    "CouncilRegister",
    [
      Field("data", "The councils.") { $0.list.data },
      Field("next", "The cursor of the next page, or null.") { $0.list.next },
    ])
}
