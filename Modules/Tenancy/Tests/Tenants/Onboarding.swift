import Database
import Identity
import Kernel
import TestKit
import UseCases

@testable import Tenancy

/// An instance on SQLite to which kommuner are added.
final class Onboarding {
  static let migrator = Migrator(
    EventLog.migrations + IdentityModule.migrations + TenancyModule.migrations
      + TenancyModule.laterMigrations)
  static let now = Instant(day(2026, 8, 17), hour: 8)

  let store: Store
  let location: DatabaseLocation
  private let folder = try? TemporaryFolder()

  init() throws {
    location = .sqlite(folder: folder?.path ?? "/nonexistent")
    store = Store(location)
    _ = try Self.migrator.migrate(store, at: Self.now)
  }

  /// Onboards a kommune; what is left out is as good as can be.
  @discardableResult
  func add(
    _ number: String = "5001", slug: String = "trondheim", preset: String = "trondheim",
    host: String? = nil, administrator: String = "post@trondheim.example"
  ) throws -> AddTenant.Outcome {
    let action = AddTenant(
      number: number, slug: slug, preset: preset, language: .bokmål, host: host,
      administrator: administrator)
    return try action.perform(
      in: store, migrator: Self.migrator, at: Self.now, ids: IDSource())
  }

  /// The slugs of the kommuner there are.
  func slugs() throws -> [String] { try store.catalog { try $0.tenants().map(\.slug) } }

  /// Reads something from a kommune's data.
  func read<Result>(
    _ tenant: Tenant, _ body: (borrowing Work) throws -> Result
  ) throws -> Result {
    try store.transaction(of: tenant.id, .read) { transaction in
      try body(Work(in: transaction, for: tenant, by: .host, at: Self.now, ids: IDSource()))
    }
  }
}
