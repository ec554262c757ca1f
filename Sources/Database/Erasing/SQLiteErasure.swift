import Kernel

/// Erasing on SQLite: the rows, then the file, then the line in the catalog.
///
/// Cut off anywhere, the kommune is suspended and still listed, and erasing it again goes on.
struct SQLiteErasure {
  let tenant: TenantID
  let files: SQLiteFolder

  init(_ tenant: TenantID, _ files: SQLiteFolder) {
    self.tenant = tenant
    self.files = files
  }

  func erase(from store: borrowing Store, at now: Instant) throws -> Erasure {
    // From here on nobody begins anything in it.
    _ = try store.catalog(.write) {
      try $0.run(
        "UPDATE catalog.tenant SET status = 'suspended' WHERE tenant_id = \(tenant)")
    }
    return try store.catalog(.write) { catalog in
      let tables = files.has(tenant) ? try empty() : []
      files.remove(tenant)
      guard !files.has(tenant) else {
        throw ErasureError.fileIsLeft(SQLiteFolder.name(of: tenant))
      }
      try catalog.bury(tenant, at: now)
      var removed = tables
      for (name, statement) in Self.lines(of: tenant) {
        removed.append(Erasure.Table(name: name, rows: try catalog.run(statement)))
      }
      return Erasure(tables: removed, file: SQLiteFolder.name(of: tenant))
    }
  }

  private static func lines(of tenant: TenantID) -> [(String, SQL)] {
    [
      (
        "catalog.tenant_number",
        "DELETE FROM catalog.tenant_number WHERE tenant_id = \(tenant)"
      ),
      ("catalog.tenant", "DELETE FROM catalog.tenant WHERE tenant_id = \(tenant)"),
    ]
  }

  /// Writes zeros over every row.
  ///
  /// A server that has the file open keeps it until it ends, and must not find anything in it.
  private func empty() throws -> [Erasure.Table] {
    let beside = Store(.sqlite(folder: files.path))
    return try beside.transaction(of: tenant) { transaction in
      try transaction.engine.script(
        "PRAGMA main.secure_delete = ON; PRAGMA defer_foreign_keys = ON")
      for trigger in try names("trigger", transaction) {
        try transaction.engine.script("DROP TRIGGER main.\"\(trigger)\"")
      }
      let tables = try names("table", transaction)
      let removed = try tables.map { table in
        Erasure.Table(
          name: table, rows: try transaction.run(SQL(text: "DELETE FROM main.\"\(table)\"")))
      }
      let left = try tables.filter { table in
        try transaction.value(SQL(text: "SELECT 1 FROM main.\"\(table)\""), of: Int.self) != nil
      }
      guard left.isEmpty else { throw ErasureError.rowsAreLeft(in: left) }
      return removed
    }
  }

  private func names(
    _ kind: String, _ transaction: borrowing Transaction
  ) throws -> [String] {
    try transaction.values(
      "SELECT name FROM main.sqlite_master WHERE type = \(kind) ORDER BY name")
  }
}
