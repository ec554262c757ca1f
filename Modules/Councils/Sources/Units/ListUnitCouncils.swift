import Database
import Kernel
import Tenancy
import UseCases
import Web

/// Lists the councils of a unit with who leads them and until when, and the way to a new one.
package struct ListUnitCouncils: UseCase, Readable {
  let unit: ID<ServiceUnit>
  let paging: Paging

  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) {
    unit = input.id("unit", "The unit.")
    paging = input.paging()
  }

  /// - Throws: `AccessRefusal.thereIsNoSuchRecord`.
  package func perform(in work: borrowing Work) throws -> UnitCouncils {
    let unit = try ServiceUnit.find(unit, in: work)
    let rules = try RuleSets.all(in: work)
    return UnitCouncils(
      unit: unit, rules: rules,
      councils: try RegisteredCouncil.page(
        paging, where: "c.unit_id = \(unit.id)", rules, in: work),
      mayConstitute: work.may(.constituteCouncil, as: work.actor.member?.roles(in: unit.id) ?? []))
  }

  static let routes = Route.reading(
    Self.self, api: "/units/{unit}/councils", page: TenancyPaths.unitCouncils,
    "The councils of a unit, by name, as the public register has them."
  ) { councils, page in
    UnitCouncilsPage(councils: councils, page: page).view
  }
}

/// A unit with a page of its councils.
package struct UnitCouncils: JSONRecord {
  let unit: ServiceUnit
  let rules: [RuleSet]
  let councils: ListPage<RegisteredCouncil>
  let mayConstitute: Bool

  package static let shape = Shape<UnitCouncils>(
    "UnitCouncils",
    [
      Field("data", "The councils.") { $0.councils.data },
      Field("next", "The cursor of the next page, or null.") { $0.councils.next },
    ])
}
