import CSQLite
import Glibc

/// One open SQLite database with its prepared statements.
final class SQLiteFile {
  private let handle: OpaquePointer
  private var prepared: [String: OpaquePointer] = [:]

  /// Opens the file of a kommune with the catalog beside it, or the catalog alone.
  ///
  /// - Throws: `notWritable` when the folder or file cannot be written, `unreachable` when it is
  ///   missing.
  init(_ path: String, catalog: String, catalogIsWritable: Bool) throws(DatabaseError) {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI
    let status = sqlite3_open_v2(path, &opened, flags, nil)
    guard status == SQLITE_OK, let opened else {
      let error = sqliteError(opened, status, statement: nil)
      sqlite3_close_v2(opened)
      throw error
    }
    handle = opened
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, 5000)
    let mode = catalogIsWritable ? "rw" : "ro"
    // The catalog and nothing else, whatever a statement says.
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 1)
    try script("ATTACH 'file:\(uriPath(catalog))?mode=\(mode)' AS catalog")
    try script("PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON; PRAGMA synchronous = EXTRA")
    try script("PRAGMA main.journal_mode = TRUNCATE")
    if catalogIsWritable { try script("PRAGMA catalog.journal_mode = TRUNCATE") }
  }

  deinit {
    for statement in prepared.values { sqlite3_finalize(statement) }
    sqlite3_close_v2(handle)
  }

  /// Runs statements without values.
  func script(_ text: String) throws(DatabaseError) {
    let status = sqlite3_exec(handle, text, nil, nil, nil)
    guard status == SQLITE_OK else { throw sqliteError(handle, status, statement: text) }
  }

  /// Runs one statement; returns how many rows it changed.
  func execute(_ sql: SQL, row: (inout Row) throws -> Void) throws -> Int {
    let statement = try prepared.removeValue(forKey: sql.text) ?? prepare(sql.text)
    defer { keep(statement, for: sql.text) }
    for (index, value) in sql.values.enumerated() { try bind(value, at: index + 1, of: statement) }
    let before = sqlite3_total_changes64(handle)
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW:
        var current = Row(.sqlite(statement))
        try row(&current)
      case SQLITE_DONE: return Int(sqlite3_total_changes64(handle) - before)
      case let status: throw sqliteError(handle, status, statement: sql.text)
      }
    }
  }

  private func prepare(_ text: String) throws(DatabaseError) -> OpaquePointer {
    var made: OpaquePointer?
    let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
    let status = sqlite3_prepare_v3(handle, text, -1, flags, &made, nil)
    guard status == SQLITE_OK, let made else {
      throw sqliteError(handle, status, statement: text)
    }
    return made
  }

  /// Puts a statement back for the next time; while it runs nobody else has it.
  private func keep(_ statement: OpaquePointer, for text: String) {
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
    if let other = prepared.updateValue(statement, forKey: text) { sqlite3_finalize(other) }
  }

  private func bind(
    _ value: BoundValue, at index: Int, of statement: OpaquePointer
  ) throws(DatabaseError) {
    let index = Int32(index)
    let status =
      switch value {
      case .null: sqlite3_bind_null(statement, index)
      case .integer(let number): sqlite3_bind_int64(statement, index, number)
      case .flag(let flag): sqlite3_bind_int64(statement, index, flag ? 1 : 0)
      case .text(let text):
        sqlite3_bind_text(statement, index, text, -1, copied)
      // No bytes have no address, which SQLite would take for NULL.
      case .bytes([]): sqlite3_bind_zeroblob(statement, index, 0)
      case .bytes(let bytes):
        sqlite3_bind_blob(statement, index, bytes, Int32(bytes.count), copied)
      }
    guard status == SQLITE_OK else { throw sqliteError(handle, status, statement: nil) }
  }
}

/// SQLITE_TRANSIENT: SQLite copies the value before the call returns.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

/// A path inside a `file:` URI: everything but letters, digits and `/._-` as percent codes.
private func uriPath(_ path: String) -> String {
  path.utf8.map { byte in
    let character = Character(Unicode.Scalar(byte))
    let plain =
      byte < 128 && (character.isLetter || character.isNumber || "/._-".contains(character))
    return plain ? String(character) : "%" + hexPair(byte)
  }.joined()
}

private func hexPair(_ byte: UInt8) -> String {
  let digits = Array("0123456789ABCDEF")
  return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
}

private func sqliteError(
  _ handle: OpaquePointer?, _ status: Int32, statement: String?
) -> DatabaseError {
  let message =
    handle.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) } ?? "error \(status)"
  return DatabaseError(kind(ofStatus: status), message, statement: statement)
}

private func kind(ofStatus status: Int32) -> DatabaseError.Kind {
  switch status {
  case 2067, 1555, 2579: .alreadyExists
  case 787: .missingReference
  case 275, 1299, 3091: .checkFailed
  case 1811: .recordIsFrozen
  default:
    switch status & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: .conflict
    case SQLITE_INTERRUPT: .timeout
    case SQLITE_CANTOPEN: .unreachable
    case SQLITE_FULL, SQLITE_READONLY, SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_PERM:
      .notWritable
    default: .other
    }
  }
}
