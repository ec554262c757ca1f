import Gateway
import Kernel
import Tenancy
import TestKit
import Testing

@testable import Database

/// A kommune in a database of its own: what PostgreSQL knows of its tables does not hang on what other
/// tests are doing.
struct QuietHouse {
  let database: PrivateDatabase
  let kommune: Kommune

  init() throws {
    let now = Instant(day(2026, 8, 17), hour: 8)
    database = try PrivateDatabase()
    let migrator = Composition().migrator
    let store = Store(database.owner)
    _ = try migrator.migrate(store, at: now)
    try store.addTenant(migrator: migrator, at: now) { catalog in
      try catalog.run(
        """
        INSERT INTO catalog.tenant
          (tenant_id, slug, name, county, language, preset, status, created_at)
        VALUES (1, 'stille', 'Stille kommune', 'Trøndelag', 'nb', 'trondheim', 'active', \(now))
        """)
      return TenantID(1)
    } seed: { transaction, _ in
      try Preset.named("trondheim")?.seed(transaction)
    }
    let tenant = try #require(try store.catalog { try $0.tenant(TenantID(1)) })
    kommune = Kommune(tenant, at: database.application, now: now, ids: IDSource())
  }
}
