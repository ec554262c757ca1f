import TestKit

@testable import Database

extension Kommune {
  /// Everything the kommune has, as one text, to look for what must not be there.
  func everything() throws -> String {
    try Store(location).transaction(of: tenant.id, .read) { transaction in
      let tables: [String] =
        switch transaction.dialect {
        case .sqlite:
          try transaction.values("SELECT name FROM main.sqlite_master WHERE type = 'table'")
        case .postgres:
          try transaction.values(
            "SELECT tablename::text FROM pg_tables WHERE schemaname = 'samrad'")
        }
      return try tables.map { table in
        try transaction.values(try Self.rows(of: table, transaction), of: String.self)
          .joined(separator: "\n")
      }.joined(separator: "\n")
    }
  }

  private static func rows(of table: String, _ transaction: borrowing Transaction) throws -> SQL {
    guard transaction.dialect == .sqlite else { return SQL(text: "SELECT t::text FROM \(table) t") }
    let columns: [String] = try transaction.values("SELECT name FROM pragma_table_info(\(table))")
    return SQL(
      text: "SELECT \(columns.map { "quote(\($0))" }.joined(separator: "||','||")) FROM \(table)")
  }

  /// Runs a statement that is not a literal.
  func sql(text: String) throws { try sql(SQL(text: text)) }

  /// How many rows of a query there are.
  func count(_ query: SQL) throws -> Int { try value(query, of: Int.self) ?? -1 }
}
