import CPostgreSQL
import CSQLite

/// One row while it is read, column by column from the left.
package struct Row {
  enum Source {
    case postgres(OpaquePointer, row: Int32)
    case sqlite(OpaquePointer)
  }

  let source: Source
  private var column: Int32 = 0

  init(_ source: Source) { self.source = source }

  /// The next column.
  ///
  /// Inlinable, as everything that reads rows, so that each query's own types are compiled in.
  ///
  /// - Throws: `unexpectedValue` when the column holds something else than the program expects.
  @inlinable package mutating func next<Value: Storable>(
    _ type: Value.Type = Value.self
  ) throws -> Value {
    guard let value = Value(nextCell()) else { throw unexpected("\(Value.self)") }
    return value
  }

  /// The next column as the engine gives it.
  package mutating func nextCell() -> Cell {
    defer { column += 1 }
    switch source {
    case .postgres(let result, let row): return postgresCell(result, row, column)
    case .sqlite(let statement): return sqliteCell(statement, column)
    }
  }

  /// The error when the column just read holds something else.
  package func unexpected(_ type: String) -> DatabaseError {
    DatabaseError(.unexpectedValue, "column \(column) is no \(type)")
  }
}

private func postgresCell(_ result: OpaquePointer, _ row: Int32, _ column: Int32) -> Cell {
  guard column < PQnfields(result), let start = PQgetvalue(result, row, column) else {
    return .unreadable
  }
  guard PQgetisnull(result, row, column) == 0 else { return .null }
  let length = Int(PQgetlength(result, row, column))
  let bytes = UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self)
  return .text(UnsafeBufferPointer(start: bytes, count: length))
}

private func sqliteCell(_ statement: OpaquePointer, _ column: Int32) -> Cell {
  guard column < sqlite3_column_count(statement) else { return .unreadable }
  switch sqlite3_column_type(statement, column) {
  case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
  case SQLITE_TEXT:
    let start = sqlite3_column_text(statement, column)
    let length = Int(sqlite3_column_bytes(statement, column))
    return .text(UnsafeBufferPointer(start: start, count: length))
  case SQLITE_BLOB:
    let start = sqlite3_column_blob(statement, column)?.assumingMemoryBound(to: UInt8.self)
    let length = Int(sqlite3_column_bytes(statement, column))
    return .bytes(UnsafeBufferPointer(start: start, count: length))
  case SQLITE_NULL: return .null
  default: return .unreadable
  }
}
