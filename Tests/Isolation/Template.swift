import Database
import Gateway
import Kernel
import Synchronization
import TestKit
import Tenancy
import Testing
import UseCases

/// The two kommuner as the scenario left them, made once for all tests and copied by each.
struct Template: Sendable {
  let place: Place
  /// A and B.
  let tenants: [Tenant]
  let casts: [Cast]

  enum Place: Sendable {
    case folder(TemporaryFolder)
    case database(PrivateDatabase)
  }

  private static let made = Mutex<[Engine: Template]>([:])

  static func of(_ engine: Engine) throws -> Template {
    try made.withLock { made in
      if let template = made[engine] { return template }
      let template = try Template(on: engine)
      made[engine] = template
      return template
    }
  }

  private init(on engine: Engine) throws {
    let owner: DatabaseLocation
    let application: DatabaseLocation
    switch engine {
    case .sqlite:
      let folder = try TemporaryFolder()
      place = .folder(folder)
      owner = .sqlite(folder: folder.path)
      application = owner
    case .postgres:
      let database = try PrivateDatabase()
      place = .database(database)
      owner = database.owner
      application = database.application
    }
    let migrator = Composition().migrator
    _ = try migrator.migrate(Store(owner), at: Scenario.start)
    tenants = try [(Mark.a, "5001"), (.b, "3201")].map { mark, number in
      try Self.onboard(mark, number, in: Store(owner), migrator)
    }
    casts = try zip(tenants, [Mark.a, .b]).map { tenant, mark in
      let kommune = TestKit.Kommune(
        tenant, at: application, now: Scenario.start, ids: mark.ids(seed: 2))
      return try Scenario(in: kommune, mark).play()
    }
    if case .database(let database) = place { try RowKeeper.keep(in: database) }
  }

  /// Onboards a kommune, and marks the name and the county that the list of kommuner gave it.
  private static func onboard(
    _ mark: Mark, _ number: String, in store: borrowing Store, _ migrator: Migrator
  ) throws -> Tenant {
    let added = try AddTenant(
      number: number, slug: mark.address, preset: "trondheim", language: .bokmål,
      host: "\(mark.address).example", administrator: mark.email("kommune_administrator")
    ).perform(in: store, migrator: migrator, at: Scenario.start, ids: mark.ids(seed: 1))
    return try store.catalog(.write) { catalog in
      try catalog.run(
        """
        UPDATE catalog.tenant SET name = \("\(mark.text) kommune"), county = \("\(mark.text) fylke")
        WHERE tenant_id = \(added.tenant.id)
        """)
      return try catalog.tenant(added.tenant.id).orNotFound()
    }
  }
}
