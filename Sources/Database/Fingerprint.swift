import Crypto

extension Transaction {
  /// A digest of every row of the kommune, to tell whether anything at all has changed.
  package func fingerprint() throws -> String { SHA256(try dump()).hex }

  /// Every row of the kommune as text, to look for what must not be there.
  package func dump() throws -> String {
    let tables: [String] =
      switch dialect {
      case .sqlite:
        try values("SELECT name FROM main.sqlite_master WHERE type = 'table' ORDER BY name")
      case .postgres:
        try values("SELECT tablename::text FROM pg_tables WHERE schemaname = 'samrad' ORDER BY 1")
      }
    return try tables.map { "\($0):\(try content(of: $0))" }.joined(separator: "\n")
  }

  private func content(of table: String) throws -> String {
    let sql: SQL
    switch dialect {
    case .postgres:
      sql = SQL(
        text:
          "SELECT coalesce(string_agg(t::text, '|' ORDER BY t::text), '') FROM samrad.\(table) t")
    case .sqlite:
      let columns: [String] = try values(
        "SELECT name FROM pragma_table_info(\(table)) ORDER BY cid")
      let row = columns.map { "quote(\($0))" }.joined(separator: " || ',' || ")
      sql = SQL(
        text: "SELECT coalesce(group_concat(r, '|'), '') FROM (SELECT \(row) AS r FROM \(table))")
    }
    return try value(sql) ?? ""
  }
}
