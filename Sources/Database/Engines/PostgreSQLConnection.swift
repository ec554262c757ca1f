import CPostgreSQL

/// One libpq connection, always in pipeline mode, with its prepared statements.
///
/// Statements queue up until `synchronize` sends them in one round trip; the results come back in
/// the same order.
final class PostgreSQLConnection {
  private let handle: OpaquePointer
  private var prepared: [String: String] = [:]
  private var names = 0
  private var queued: [Queued] = []
  private var unreadSynchronizations = 0

  private enum Queued {
    case command
    case prepare(text: String, name: String)
    case query(SQL, own: ((inout Row) throws -> Void)?)

    var sql: SQL? { if case .query(let sql, _) = self { sql } else { nil } }
  }

  /// Connects and sets the limits of the session.
  ///
  /// - Throws: `unreachable` when no server answers or it refuses us.
  init(uri: String) throws(DatabaseError) {
    let handle = connect(uri)
    guard let handle else { throw DatabaseError(.unreachable, "out of memory") }
    guard PQstatus(handle) == CONNECTION_OK, runsSetup(handle), PQenterPipelineMode(handle) == 1
    else {
      let message = String(cString: PQerrorMessage(handle))
      PQfinish(handle)
      throw DatabaseError(.unreachable, message.trimmed)
    }
    self.handle = handle
  }

  deinit { PQfinish(handle) }

  var isBroken: Bool { PQstatus(handle) != CONNECTION_OK }

  /// Queues a statement without values that gives no rows, such as `BEGIN`.
  func queue(command: String) throws(DatabaseError) {
    try sent(PQsendQueryParams(handle, command, 0, nil, nil, nil, nil, 0))
    queued.append(.command)
  }

  var hasQueued: Bool { !queued.isEmpty }

  /// Queues a statement with values, preparing it the first time this connection sees it; its rows
  /// go to `row`, or else to whoever synchronizes.
  func queue(
    _ sql: SQL, row: ((inout Row) throws -> Void)? = nil
  ) throws(DatabaseError) {
    let name = try preparedName(of: sql.text)
    try sent(
      withParameters(sql.values) { parameters, lengths, formats in
        PQsendQueryPrepared(handle, name, Int32(sql.values.count), parameters, lengths, formats, 0)
      })
    queued.append(.query(sql, own: row))
  }

  /// Sends what is queued and reads its results; `row` gets each row of the last statement.
  ///
  /// The rows are handed over when all results are read, so `row` may itself run statements.
  func synchronize(row: (inout Row) throws -> Void) throws -> Int {
    try sent(PQpipelineSync(handle))
    try drain()
    var found: [(PostgreSQLResult, own: ((inout Row) throws -> Void)?)] = []
    var failure: DatabaseError?
    for entry in queued {
      do throws(DatabaseError) {
        let result = try read(entry)
        if case .query(_, let own) = entry { found.append((result, own)) }
      } catch {
        failure = failure ?? error
      }
    }
    queued.removeAll(keepingCapacity: true)
    unreadSynchronizations += 1
    try drain()
    if let failure { throw failure }
    var changed = 0
    for (result, own) in found {
      changed = if let own { try result.read(own) } else { try result.read(row) }
    }
    return changed
  }

  /// Sends what is queued without waiting; its results are thrown away later.
  func sendWithoutWaiting() throws(DatabaseError) {
    try sent(PQpipelineSync(handle))
    queued.removeAll(keepingCapacity: true)
    unreadSynchronizations += 1
  }

  private func preparedName(of text: String) throws(DatabaseError) -> String {
    if let name = prepared[text] { return name }
    names += 1
    let name = "s\(names)"
    try sent(PQsendPrepare(handle, name, text, 0, nil))
    queued.append(.prepare(text: text, name: name))
    return name
  }

  private func read(_ entry: Queued) throws(DatabaseError) -> PostgreSQLResult {
    guard let handle = PQgetResult(handle) else { throw connectionLost() }
    let result = PostgreSQLResult(handle)
    while let extra = PQgetResult(self.handle) { PQclear(extra) }
    switch PQresultStatus(handle) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK: break
    case PGRES_PIPELINE_ABORTED: throw DatabaseError(.other, "an earlier statement failed")
    default: throw isBroken ? connectionLost() : postgresError(handle, statement: entry.sql)
    }
    if case .prepare(let text, let name) = entry { prepared[text] = name }
    return result
  }

  /// Reads and drops everything up to the last synchronisation that was not waited for.
  private func drain() throws(DatabaseError) {
    while unreadSynchronizations > 0 {
      guard let result = PQgetResult(handle) else {
        if isBroken { throw connectionLost() }
        continue
      }
      if PQresultStatus(result) == PGRES_PIPELINE_SYNC { unreadSynchronizations -= 1 }
      PQclear(result)
      if isBroken { throw connectionLost() }
    }
  }

  private func sent(_ status: Int32) throws(DatabaseError) {
    guard status == 1 else {
      let message = String(cString: PQerrorMessage(handle)).trimmed
      throw DatabaseError(isBroken ? .connectionLost : .other, message)
    }
  }

  private func connectionLost() -> DatabaseError {
    DatabaseError(.connectionLost, String(cString: PQerrorMessage(handle)).trimmed)
  }
}

/// The result of one statement, freed with the value.
private final class PostgreSQLResult {
  private let handle: OpaquePointer

  init(_ handle: OpaquePointer) { self.handle = handle }

  deinit { PQclear(handle) }

  /// Hands over each row, and returns how many rows the statement changed.
  func read(_ row: (inout Row) throws -> Void) throws -> Int {
    for index in 0..<PQntuples(handle) {
      var current = Row(.postgres(handle, row: index))
      try row(&current)
    }
    return Int(String(cString: PQcmdTuples(handle))) ?? 0
  }
}

private func connect(_ uri: String) -> OpaquePointer? {
  // Later words win over the same words in the URI.
  let keywords = ["connect_timeout", "application_name", "dbname", "client_encoding"]
  let values = ["5", "samrad", uri, "UTF8"]
  return withCStrings(keywords) { keywords in
    withCStrings(values) { values in PQconnectdbParams(keywords, values, 1) }
  }
}

private func runsSetup(_ handle: OpaquePointer) -> Bool {
  let setup = """
    SET search_path = samrad, catalog;
    SET statement_timeout = '5s';
    SET lock_timeout = '2s';
    SET idle_in_transaction_session_timeout = '10s';
    SET client_min_messages = 'warning'
    """
  let result = PQexec(handle, setup)
  defer { PQclear(result) }
  PQsetNoticeProcessor(handle, { _, _ in }, nil)
  return PQresultStatus(result) == PGRES_COMMAND_OK
}
