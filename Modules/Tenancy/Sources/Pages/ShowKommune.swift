import Database
import HTML
import Kernel
import UseCases
import Web

/// Shows a kommune's front page: what user councils are for, and the way on.
package struct ShowKommune: UseCase, Readable {
  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) {}

  package func perform(in work: borrowing Work) throws -> KommuneFacts {
    let units: Int = try work.value("SELECT count(*) FROM tenancy_unit") ?? 0
    let words = try Words.load(in: work)
    let tenant = try work.tenant
    return KommuneFacts(
      slug: tenant.slug, name: tenant.name, county: tenant.county, units: units,
      words: words)
  }

  static let routes = Route.reading(
    Self.self, api: "/kommune", page: TenancyPaths.front, "The kommune itself.",
    view: FrontPage.view)
}

/// A kommune as its front page shows it.
package struct KommuneFacts: JSONRecord {
  let slug: String
  let name: String
  let county: String
  let units: Int
  let words: Words

  package static let shape = Shape<KommuneFacts>(
    "Kommune",
    [
      Field("slug", "Its name in URLs.") { $0.slug },
      Field("name", "Its name.") { $0.name },
      Field("county", "Its county.") { $0.county },
      Field("units", "How many units it has.") { $0.units },
    ])
}
