/// An open transaction: what SQL is run in.
///
/// On both engines it sees one kommune and nothing of any other; no statement names the kommune.
package struct Transaction: ~Copyable {
  let engine: any Engine
  private let log: StatementLog?

  init(engine: any Engine, log: StatementLog?) {
    self.engine = engine
    self.log = log
  }

  /// The same transaction for a value that lives no longer than it does.
  package func lent() -> Transaction { Transaction(engine: engine, log: log) }

  /// The engine, for the few statements that must differ.
  package var dialect: Dialect { engine.dialect }

  /// Every row of a query, each made from its columns in order.
  ///
  /// ```swift
  /// try transaction.rows("SELECT id, name FROM tenancy_unit ORDER BY name", as: Unit.init)
  /// ```
  @inlinable package func rows<each Column: Storable, Record>(
    _ sql: SQL, as make: (repeat each Column) throws -> Record
  ) throws -> [Record] {
    var records: [Record] = []
    try execute(sql) { row in
      records.append(try make(repeat try row.next((each Column).self)))
    }
    return records
  }

  /// As `rows`, for a query after which the transaction runs no more: where it only reads, its end
  /// travels along, which saves PostgreSQL being woken once more.
  @inlinable package func lastRows<each Column: Storable, Record>(
    _ sql: SQL, as make: (repeat each Column) throws -> Record
  ) throws -> [Record] {
    var records: [Record] = []
    try executeLast(sql) { row in
      records.append(try make(repeat try row.next((each Column).self)))
    }
    return records
  }

  /// Runs the last query of the transaction and hands over each row.
  package func executeLast(_ sql: SQL, row: (inout Row) throws -> Void) throws {
    _ = try noted(sql) { try engine.executeLast(sql, row: row) }
  }

  /// Runs a statement and hands over each row; returns how many rows it changed.
  @discardableResult
  package func execute(_ sql: SQL, row: (inout Row) throws -> Void) throws -> Int {
    try noted(sql) { try engine.execute(sql, row: row) }
  }

  /// Sends a query ahead: it travels with the next statement, and its rows are there before that
  /// one's.
  ///
  /// Asking for them earlier fetches them at once.
  ///
  /// - Returns: a way to ask for every row, which works until the transaction ends.
  package func ahead<each Column: Storable, Record>(
    _ sql: SQL, as make: @escaping (repeat each Column) throws -> Record
  ) throws -> () throws -> [Record] {
    let found = Found<Record>()
    try sendAhead(sql) { row in
      found.records.append(try make(repeat try row.next((each Column).self)))
    }
    let engine = engine
    return {
      try engine.settle()
      return found.records
    }
  }

  private func sendAhead(_ sql: SQL, row: @escaping (inout Row) throws -> Void) throws {
    try noted(sql) { try engine.ahead(sql, row: row) }
  }

  private final class Found<Record> {
    var records: [Record] = []
  }

  /// The first row of a query, or nil when there is none.
  @inlinable package func row<each Column: Storable, Record>(
    _ sql: SQL, as make: (repeat each Column) throws -> Record
  ) throws -> Record? {
    try rows(sql, as: make).first
  }

  /// The values of a query's only column.
  @inlinable package func values<Value: Storable>(
    _ sql: SQL, of type: Value.Type = Value.self
  ) throws -> [Value] {
    try rows(sql) { (value: Value) in value }
  }

  /// The only value of a query's first row, or nil when there is no row.
  @inlinable package func value<Value: Storable>(
    _ sql: SQL, of type: Value.Type = Value.self
  ) throws -> Value? {
    try values(sql, of: type).first
  }

  /// Runs a statement and returns how many rows it changed.
  @discardableResult
  package func run(_ sql: SQL) throws -> Int { try execute(sql) { _ in } }

  /// When a statement fails, the transaction can't be saved any more, on either engine.
  private func noted<Result>(_ sql: SQL, _ body: () throws -> Result) throws -> Result {
    log?.append(sql)
    do {
      // NUL would end the text early on its way through C.
      guard !sql.values.contains(where: \.holdsNUL) else {
        throw DatabaseError(.checkFailed, "a text holds NUL", statement: sql.text)
      }
      return try body()
    } catch let error as DatabaseError {
      engine.failure = engine.failure ?? error
      throw error
    }
  }
}
