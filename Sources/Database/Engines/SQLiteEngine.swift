import Glibc

/// SQLite: a folder with the catalog and one file for each kommune.
///
/// A transaction of one kommune has no other kommune's file open, so isolation is physical.
final class SQLiteEngine: Engine {
  let dialect = Dialect.sqlite
  let folder: String
  private var open: [Scope: SQLiteFile] = [:]
  private var recent: [Scope] = []
  private var current: SQLiteFile?
  var failure: DatabaseError?
  var isOpen: Bool { current != nil }

  /// How many kommuner's files one worker keeps open.
  private static let openFiles = 64

  init(folder: String) { self.folder = folder }

  var files: SQLiteFolder { SQLiteFolder(folder) }

  func begin(_ scope: Scope, _ access: Access) throws(DatabaseError) {
    let file = try file(of: scope)
    switch access {
    case .read: try file.script("PRAGMA query_only = ON; BEGIN")
    case .write: try file.script("PRAGMA query_only = OFF; BEGIN IMMEDIATE")
    }
    current = file
  }

  func execute(_ sql: SQL, row: (inout Row) throws -> Void) throws -> Int {
    try inTransaction().execute(sql, row: row)
  }

  func executeLast(_ sql: SQL, row: (inout Row) throws -> Void) throws -> Int {
    try execute(sql, row: row)
  }

  func ahead(_ sql: SQL, row: @escaping (inout Row) throws -> Void) throws {
    _ = try inTransaction().execute(sql, row: row)
  }

  func settle() {}

  func script(_ text: String) throws(DatabaseError) { try inTransaction().script(text) }

  func commit() throws(DatabaseError) {
    try inTransaction().script("COMMIT")
    current = nil
  }

  func rollback() {
    do {
      try current?.script("ROLLBACK")
    } catch {
      // SQLite has already rolled back by itself after a full disk or an I/O error.
      open = open.filter { $0.value !== current }
      recent = recent.filter { open[$0] != nil }
    }
    current = nil
  }

  private func inTransaction() throws(DatabaseError) -> SQLiteFile {
    guard let current else { throw DatabaseError(.other, "no transaction is open") }
    return current
  }

  private func file(of scope: Scope) throws(DatabaseError) -> SQLiteFile {
    recent.removeAll { $0 == scope }
    recent.append(scope)
    if let file = open[scope] { return file }
    if recent.count > Self.openFiles { open[recent.removeFirst()] = nil }
    let file = try opened(scope)
    open[scope] = file
    return file
  }

  private func opened(_ scope: Scope) throws(DatabaseError) -> SQLiteFile {
    switch scope {
    case .catalog:
      try files.create()
      return try SQLiteFile(":memory:", catalog: files.catalog, catalogIsWritable: true)
    case .kommune(let tenant):
      let file = try SQLiteFile(
        files.kommune(tenant), catalog: files.catalog, catalogIsWritable: false)
      if let mark = files.mark(of: tenant), ![0, tenant.number].contains(mark) {
        throw DatabaseError(
          .notWritable, "\(SQLiteFolder.name(of: tenant)) holds the data of kommune number \(mark)")
      }
      return file
    }
  }
}
