/// PostgreSQL: one connection for all kommuner, the kommune set for each transaction.
///
/// `BEGIN` and the kommune travel together with the first statement, and the `COMMIT` of a
/// transaction that only read is not waited for, so a page with one query costs one round trip.
final class PostgreSQLEngine: Engine {
  let dialect = Dialect.postgres
  private let uri: String
  private var connection: PostgreSQLConnection?
  private var state = State.idle
  var failure: DatabaseError?
  var isOpen: Bool { if case .idle = state { false } else { true } }

  private enum State {
    case idle
    case asked(Scope, Access)
    case open(Access)
    /// The last query took the `COMMIT` along.
    case finished
  }

  init(uri: String) { self.uri = uri }

  func begin(_ scope: Scope, _ access: Access) throws(DatabaseError) {
    if connection?.isBroken != false { connection = try PostgreSQLConnection(uri: uri) }
    state = .asked(scope, access)
  }

  func execute(_ sql: SQL, row: (inout Row) throws -> Void) throws -> Int {
    let connection = try opened()
    return try watched(connection) {
      try connection.queue(sql)
      return try connection.synchronize(row: row)
    }
  }

  func executeLast(_ sql: SQL, row: (inout Row) throws -> Void) throws -> Int {
    let connection = try opened()
    guard case .open(.read) = state else { return try execute(sql, row: row) }
    return try watched(connection) {
      try connection.queue(sql)
      try connection.queue(command: "COMMIT")
      let count = try connection.synchronize(row: row)
      state = .finished
      return count
    }
  }

  func ahead(_ sql: SQL, row: @escaping (inout Row) throws -> Void) throws {
    try opened().queue(sql, row: row)
  }

  func settle() throws {
    guard let connection, connection.hasQueued else { return }
    _ = try watched(connection) { try connection.synchronize { _ in } }
  }

  /// Drops the connection when it broke.
  private func watched<Result>(
    _ connection: PostgreSQLConnection, _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError where error.kind == .connectionLost {
      if case .open(.read) = state, !connection.isBroken {
        throw DatabaseError(.notWritable, error.message, statement: error.statement)
      }
      // Also a server that became a standby: the next connection may reach the new primary.
      self.connection = nil
      throw error
    }
  }

  func script(_ text: String) throws(DatabaseError) {
    do {
      let connection = try opened()
      for statement in statements(of: text) { try connection.queue(command: statement) }
      _ = try connection.synchronize { _ in }
    } catch let error as DatabaseError {
      throw error
    } catch {
      throw DatabaseError(.other, "\(error)")
    }
  }

  func commit() throws(DatabaseError) {
    defer { state = .idle }
    guard case .open(let access) = state, let connection else { return }
    do {
      try connection.queue(command: "COMMIT")
      switch access {
      case .read: try connection.sendWithoutWaiting()
      case .write: _ = try connection.synchronize { _ in }
      }
    } catch let error as DatabaseError {
      self.connection = nil
      let lost = error.kind == .connectionLost && access == .write
      throw lost ? DatabaseError(.outcomeUnknown, error.message) : error
    } catch {
      throw DatabaseError(.other, "\(error)")
    }
  }

  func rollback() {
    defer { state = .idle }
    guard case .open = state, let connection else { return }
    do {
      try connection.queue(command: "ROLLBACK")
      _ = try connection.synchronize { _ in }
    } catch {
      self.connection = nil
    }
  }

  /// The connection with its transaction begun, or about to begin with the next statement.
  private func opened() throws(DatabaseError) -> PostgreSQLConnection {
    guard isOpen else { throw DatabaseError(.other, "no transaction is open") }
    if case .finished = state { throw DatabaseError(.other, "the last query has run") }
    guard let connection else { throw DatabaseError(.connectionLost, "no connection") }
    if case .asked(let scope, let access) = state {
      state = .open(access)
      try connection.queue(command: access == .read ? "BEGIN READ ONLY" : "BEGIN")
      if case .kommune(let tenant) = scope {
        try connection.queue(command: "SET LOCAL app.tenant = \(tenant.number)")
      }
    }
    return connection
  }
}

/// The statements of a script, which are separated by lines that hold `;;` alone.
private func statements(of script: String) -> [String] {
  script.split(separator: "\n;;\n").map(String.init).filter { !$0.trimmed.isEmpty }
}
