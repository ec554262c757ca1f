import Kernel

/// What was removed with a kommune.
package struct Erasure: Sendable, Hashable {
  /// How many rows went from one table.
  package struct Table: Sendable, Hashable {
    package let name: String
    package let rows: Int
  }

  /// Every table that was asked, also those that had none, by name.
  package let tables: [Table]
  /// The file that is gone, on SQLite.
  package let file: String?
}

extension Store {
  /// Removes every byte of a kommune, those that otherwise may not change as well, and its line in
  /// the catalog; its number stays behind, so that nobody ever gets it again.
  ///
  /// Which tables there are the database says, not a list that somebody keeps.
  ///
  /// - Throws: `ErasureError` when anything would be left, with nothing removed on PostgreSQL.
  package func eraseTenant(_ tenant: TenantID, at now: Instant) throws -> Erasure {
    switch engine {
    case let sqlite as SQLiteEngine:
      return try SQLiteErasure(tenant, sqlite.files).erase(from: self, at: now)
    default:
      return try inTransaction(.kommune(tenant), .write) {
        try PostgreSQLErasure(tenant).erase(in: $0, at: now)
      }
    }
  }
}

extension Transaction {
  /// Remembers that the number of a kommune is used up.
  func bury(_ tenant: TenantID, at now: Instant) throws {
    try run(
      """
      INSERT INTO catalog.erased_tenant (tenant_id, erased_at) VALUES (\(tenant), \(now))
      ON CONFLICT (tenant_id) DO NOTHING
      """)
  }
}

/// Why a kommune could not be erased.
package enum ErasureError: Error, CustomStringConvertible {
  case rowsAreLeft(in: [String])
  case fileIsLeft(String)

  package var description: String {
    switch self {
    case .rowsAreLeft(let tables):
      "Rows are left in \(tables.joined(separator: ", ")). Nothing was removed."
    case .fileIsLeft(let name):
      "The file \(name) cannot be removed. Make its folder writable, and try again."
    }
  }
}
