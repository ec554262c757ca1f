import Kernel
import TestKit

@testable import Database

typealias Engine = TestKit.Engine

/// An instance with two kommuner and a few tables made to be broken.
final class Scratch: Sendable {
  static let first = TenantID(1)
  static let second = TenantID(2)
  static let now = Instant(day(2026, 8, 17), hour: 8)

  static let migrator = Migrator([
    Migration(
      "scratch", "0001-things",
      Table(
        "scratch_thing",
        .column("id", .integer), .column("name", .text), .column("note", .text, optional: true),
        .column("amount", .integer, default: "0"), .column("is_done", .flag, default: "false"),
        .primaryKey(["id"]), .unique(["name"]), .check("amount_is_not_negative", "amount >= 0"),
        .frozen(when: "OLD.is_done")),
      Table(
        "scratch_part",
        .column("id", .integer), .column("thing_id", .integer),
        .primaryKey(["id"]), .references("thing_id", "scratch_thing")),
      Table(
        "scratch_log", .column("number", .integer), .primaryKey(["number"]), .appendOnly))
  ])

  let location: DatabaseLocation
  let database: PrivateDatabase?
  private let folder: TemporaryFolder?

  init(on engine: Engine) throws {
    switch engine {
    case .sqlite:
      let folder = try TemporaryFolder()
      self.folder = folder
      database = nil
      location = .sqlite(folder: folder.path)
      try Self.fill(Store(location))
    case .postgres:
      let database = try PrivateDatabase()
      self.database = database
      folder = nil
      location = database.application
      try Self.fill(Store(database.owner))
    }
  }

  private static func fill(_ store: borrowing Store) throws {
    _ = try migrator.migrate(store, at: now)
    for tenant in [first, second] {
      try store.addTenant(migrator: migrator, at: now) { catalog in
        try catalog.run(
          """
          INSERT INTO catalog.tenant
            (tenant_id, slug, name, county, language, preset, status, created_at)
          VALUES (\(tenant), \("k\(tenant)"), 'Prøve', 'Prøve', 'nb', 'none', 'active', \(now))
          """)
        return tenant
      } seed: { _, _ in
      }
    }
  }

  /// A way to the database of the test's own.
  func store() -> Store { Store(location) }

  /// Runs something with the first kommune's data, over a connection of its own.
  @discardableResult
  func run<Result>(
    _ access: Access = .write, _ body: (borrowing Transaction) throws -> Result
  ) throws -> Result {
    try store().transaction(of: Self.first, access, body)
  }

  /// How many things the first kommune has.
  func things() throws -> Int {
    try run(.read) { try $0.value("SELECT count(*) FROM scratch_thing") ?? -1 }
  }
}

/// The kind of error something ends with, or nil when it does not.
func kind<Result>(of body: () throws -> Result) throws -> DatabaseError.Kind? {
  do {
    _ = try body()
    return nil
  } catch let error as DatabaseError {
    return error.kind
  }
}
