/// One worker's own connections to the database.
///
/// It can be neither copied nor shared.
package struct Store: ~Copyable {
  let engine: any Engine
  private let log: StatementLog?

  /// How often a transaction that another one got in the way of is tried again.
  private static let tries = 4

  /// Opens the way to a database; connections are made when the first transaction needs them.
  package init(_ location: DatabaseLocation, log: StatementLog? = nil) {
    engine =
      switch location {
      case .sqlite(let folder): SQLiteEngine(folder: folder)
      case .postgres(let uri): PostgreSQLEngine(uri: uri)
      }
    self.log = log
  }

  /// Runs `body` with one kommune's data: all of its changes are saved, or none.
  ///
  /// When another transaction got in the way, or the connection broke before anything was
  /// confirmed, `body` runs again; it must not do anything but use the database.
  ///
  /// - Throws: what `body` throws, with nothing saved; `outcomeUnknown` when the connection broke
  ///   while the changes were being confirmed.
  package func transaction<Result>(
    of tenant: TenantID, _ access: Access = .write,
    _ body: (borrowing Transaction) throws -> Result
  ) throws -> Result {
    try inTransaction(.kommune(tenant), access, body)
  }

  /// Runs `body` with the catalog: the list of kommuner and nothing of theirs.
  ///
  /// - Throws: as `transaction(of:_:_:)`.
  package func catalog<Result>(
    _ access: Access = .read, _ body: (borrowing Transaction) throws -> Result
  ) throws -> Result {
    try inTransaction(.catalog, access, body)
  }

  func inTransaction<Result>(
    _ scope: Scope, _ access: Access, _ body: (borrowing Transaction) throws -> Result
  ) throws -> Result {
    try attempt(scope, access, body).get()
  }

  private func attempt<Result>(
    _ scope: Scope, _ access: Access, _ body: (borrowing Transaction) throws -> Result
  ) throws -> Swift.Result<Result, any Error> {
    guard !engine.isOpen else { throw DatabaseError(.other, "a transaction is open already") }
    var left = Self.tries
    while true {
      left -= 1
      do {
        try engine.begin(scope, access)
        engine.failure = nil
        let result = try kept { try body(Transaction(engine: engine, log: log)) }
        if let failure = engine.failure { throw failure }
        try engine.commit()
        return result
      } catch let error as DatabaseError where left > 0 && error.isWorthRetrying {
        engine.rollback()
      } catch {
        engine.rollback()
        throw error
      }
    }
  }

  /// What `body` gave, or the error after which its changes are saved all the same.
  private func kept<Result>(_ body: () throws -> Result) throws -> Swift.Result<Result, any Error> {
    do {
      return .success(try body())
    } catch let error as any KeepsItsTrace {
      return .failure(error)
    }
  }
}

/// An error that undoes nothing: what was written before it is saved, as the trace of a refused
/// sign-in must be.
package protocol KeepsItsTrace: Error {}

extension DatabaseError {
  fileprivate var isWorthRetrying: Bool { kind == .conflict || kind == .connectionLost }
}
