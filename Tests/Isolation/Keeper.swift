import Database
import TestKit
import Testing

/// Remembers what the scenario left, and puts it back.
protocol Keeper {
  func restore(_ tenant: TenantID) throws
}

/// On SQLite a kommune is a file.
struct FileKeeper: Keeper {
  private let folder: TemporaryFolder
  private let files: [TenantID: [UInt8]]

  init(_ folder: TemporaryFolder, _ tenants: [Tenant]) throws {
    self.folder = folder
    var files: [TenantID: [UInt8]] = [:]
    for tenant in tenants {
      files[tenant.id] = try File.read("\(folder.path)/kommune-\(tenant.id).sqlite")
    }
    self.files = files
  }

  func restore(_ tenant: TenantID) throws {
    try File.write(
      try #require(files[tenant]), to: "\(folder.path)/kommune-\(tenant).sqlite")
  }
}

/// On PostgreSQL its rows are copied aside, and back by the superuser, past triggers and policies.
final class RowKeeper: Keeper {
  private let session: SuperuserSession
  private let tables: [String]

  init(_ database: PrivateDatabase) throws {
    session = try SuperuserSession(in: database.name)
    tables = try Self.tables(session)
    try session.run("SET session_replication_role = replica")
  }

  /// Copies every row aside; a database copied from this one has the copies too.
  static func keep(in database: PrivateDatabase) throws {
    let session = try SuperuserSession(in: database.name)
    try session.run("CREATE SCHEMA kept")
    for table in try tables(session) {
      try session.run("CREATE TABLE kept.\(table) AS TABLE samrad.\(table)")
    }
  }

  func restore(_ tenant: TenantID) throws {
    let steps = tables.map { table in
      """
      DELETE FROM samrad.\(table) WHERE tenant_id = \(tenant);
      INSERT INTO samrad.\(table) SELECT * FROM kept.\(table) WHERE tenant_id = \(tenant);
      """
    }
    try session.run("BEGIN; \(steps.joined()) COMMIT")
  }

  private static func tables(_ session: SuperuserSession) throws -> [String] {
    try session.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'samrad' ORDER BY 1")
      .compactMap(\.first)
  }
}
