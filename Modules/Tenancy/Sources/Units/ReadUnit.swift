import HTML
import Kernel
import UseCases
import Web

/// Shows one unit.
package struct ReadUnit: UseCase, Readable {
  let unit: ID<ServiceUnit>

  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) { unit = input.id("unit") }

  package func perform(in work: borrowing Work) throws -> UnitDetails {
    UnitDetails(unit: try ServiceUnit.find(unit, in: work), duty: try DutyHolder.of(unit, in: work))
  }

  static let routes = Route.reading(
    Self.self, api: "/units/{unit}", page: TenancyPaths.unit, "One unit.", view: UnitDetails.view)
}
