import Kernel

/// Erasing on PostgreSQL: one transaction, as the owner.
struct PostgreSQLErasure {
  let tenant: TenantID

  init(_ tenant: TenantID) { self.tenant = tenant }

  func erase(in transaction: borrowing Transaction, at now: Instant) throws -> Erasure {
    // As many rows as there are; the locks, though, are waited for no longer than usual.
    try transaction.engine.script("SET LOCAL statement_timeout = 0")
    // Every row holds on to this line, so whoever is adding one now is done before we go on, and
    // whoever comes later finds no kommune to add it to.
    let _: Int? = try transaction.value(
      "SELECT tenant_id FROM catalog.tenant WHERE tenant_id = \(tenant) FOR UPDATE")
    try transaction.bury(tenant, at: now)
    let tables: [String] = try transaction.values(Self.tables)
    let removed = try remove(from: tables, transaction)
    let left = try transaction.values(counts(tables, "HAVING count(*) > 0"), of: String.self)
    guard left.isEmpty else { throw ErasureError.rowsAreLeft(in: left) }
    return Erasure(tables: removed, file: nil)
  }

  /// All tables that say which kommune a row belongs to, but for the one that remembers numbers.
  private static let tables: SQL = """
    SELECT \(CatalogSQL.name) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
    WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('samrad', 'catalog')
      AND c.relname <> 'erased_tenant' ORDER BY 1
    """

  /// One statement for all tables: foreign keys are asked at its end, so no order is needed.
  ///
  /// The line
  /// in the catalog goes with it, which no table lets happen that has a row left.
  private func remove(
    from tables: [String], _ transaction: borrowing Transaction
  ) throws -> [Erasure.Table] {
    let deletes = tables.enumerated().map { index, table in
      "t\(index) AS (DELETE FROM \(table) WHERE tenant_id = \(tenant.number) RETURNING 1)"
    }
    let results = tables.enumerated().map { index, table in
      "SELECT '\(table)', count(*) FROM t\(index)"
    }
    let statement = """
      WITH \(deletes.joined(separator: ",\n"))
      \(results.joined(separator: "\nUNION ALL "))
      """
    return try transaction.rows(SQL(text: statement), as: Erasure.Table.init)
  }

  private func counts(_ tables: [String], _ condition: String) -> SQL {
    SQL(
      text: tables.map { table in
        "SELECT '\(table)' FROM \(table) WHERE tenant_id = \(tenant.number) \(condition)"
      }.joined(separator: "\nUNION ALL "))
  }
}
