import Database
import Gateway
import Kernel
import Synchronization
import Tenancy
import UseCases

/// Where test kommuner live: a folder of its own on SQLite; on PostgreSQL one database for all
/// tests, in which each test has a kommune of its own, so every test also proves isolation.
enum Instance {
  static let composition = Composition()
  static let start = Instant(day(2026, 8, 17), hour: 8)

  /// A migrated database with a new kommune in it.
  static func fresh(
    on engine: Engine, preset: String
  ) throws -> (DatabaseLocation, TenantID, TemporaryFolder?) {
    switch engine {
    case .sqlite:
      let folder = try TemporaryFolder()
      try template(preset).copy(to: folder)
      return (.sqlite(folder: folder.path), TenantID(1), folder)
    case .postgres:
      guard let uri = Servers.application else { throw TestKitError.noPostgreSQL }
      let owner = try migratedOwner()
      return (.postgres(uri: uri), try add(preset, number: nil, to: Store(owner)), nil)
    }
  }

  private static let templates = Mutex<[String: TemporaryFolder]>([:])
  private static let migrated = Mutex<Bool>(false)

  private static func template(_ preset: String) throws -> TemporaryFolder {
    try templates.withLock { templates in
      if let template = templates[preset] { return template }
      let folder = try TemporaryFolder()
      let store = Store(.sqlite(folder: folder.path))
      _ = try composition.migrator.migrate(store, at: start)
      _ = try add(preset, number: 1, to: store)
      templates[preset] = folder
      return folder
    }
  }

  private static func migratedOwner() throws -> DatabaseLocation {
    guard let uri = Servers.owner else { throw TestKitError.noPostgreSQL }
    let location = DatabaseLocation.postgres(uri: uri)
    try migrated.withLock { isMigrated in
      guard !isMigrated else { return }
      _ = try composition.migrator.migrate(Store(location), at: start)
      isMigrated = true
    }
    return location
  }

  private static func add(
    _ preset: String, number: Int?, to store: borrowing Store
  ) throws -> TenantID {
    let tenant = TenantID(number ?? Int.random(in: 1000...2_000_000_000))
    try store.addTenant(migrator: composition.migrator, at: start) { catalog in
      try catalog.run(
        """
        INSERT INTO catalog.tenant
          (tenant_id, slug, name, county, language, preset, status, created_at)
        VALUES (\(tenant), \("k\(tenant)"), 'Prøve kommune', 'Trøndelag', 'nb', \(preset),
          'active', \(start))
        """)
      return tenant
    } seed: { transaction, _ in
      try Preset.named(preset)?.seed(transaction)
    }
    return tenant
  }
}

/// A day that exists; tests write their dates themselves.
package func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
  Day(year: year, month: month, day: day) ?? Day(daysSince1970: 0)
}
