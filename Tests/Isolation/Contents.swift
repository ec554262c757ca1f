@testable import Database
import Kernel

/// Every row of one kommune, read from the database's own list of tables and columns, so that a new
/// table is known here the day it is made.
struct Contents: Sendable {
  /// The rows of each table, each with its columns as text.
  let tables: [String: [[String: String]]]

  init(of tenant: TenantID, at location: DatabaseLocation) throws {
    tables = try Store(location).transaction(of: tenant, .read) { transaction in
      var tables: [String: [[String: String]]] = [:]
      for table in try Self.names(transaction) {
        tables[table] = try Self.rows(of: table, transaction)
      }
      return tables
    }
  }

  /// The ids that stand in a column, in order.
  func ids(_ table: String, _ column: String) -> [String] {
    Set((tables[table] ?? []).compactMap { $0[column] }.filter(isID)).sorted()
  }

  /// Every column that holds ids, as table and column.
  var idColumns: [(table: String, column: String)] {
    tables.sorted { $0.key < $1.key }.flatMap { table, rows in
      let columns = Set(rows.flatMap { $0.filter { isID($0.value) }.keys })
      return columns.sorted().map { (table, $0) }
    }
  }

  private static func names(_ transaction: borrowing Transaction) throws -> [String] {
    switch transaction.dialect {
    case .sqlite:
      try transaction.values(
        """
        SELECT name FROM main.sqlite_master WHERE type = 'table' AND name <> 'migration'
        ORDER BY name
        """)
    case .postgres:
      try transaction.values(
        "SELECT tablename::text FROM pg_tables WHERE schemaname = 'samrad' ORDER BY 1")
    }
  }

  private static func rows(
    of table: String, _ transaction: borrowing Transaction
  ) throws -> [[String: String]] {
    let columns: [String] =
      switch transaction.dialect {
      case .sqlite: try transaction.values("SELECT name FROM pragma_table_info(\(table))")
      case .postgres:
        try transaction.values(
          """
          SELECT attname::text FROM pg_attribute
          WHERE attrelid = ('samrad.' || \(table))::regclass AND attnum > 0 AND NOT attisdropped
            AND attname <> 'tenant_id'
          """)
      }
    let list = columns.map { "CAST(\($0) AS text)" }.joined(separator: ", ")
    var rows: [[String: String]] = []
    try transaction.execute(SQL(text: "SELECT \(list) FROM \(table)")) { row in
      var values: [String: String] = [:]
      for column in columns { values[column] = try row.next(String?.self) }
      rows.append(values)
    }
    return rows
  }
}

/// Whether a text is an id.
func isID(_ text: String) -> Bool { ID<Never>(text) != nil }
