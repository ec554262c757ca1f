/// Whether a transaction may change anything.
package enum Access: Sendable {
  case read
  case write
}

/// Whose data a transaction sees.
enum Scope: Hashable {
  /// The list of kommuner of this instance, and nothing of theirs.
  case catalog
  /// One kommune, and the catalog to read.
  case kommune(TenantID)
}

/// One worker's way to its database.
///
/// Not `Sendable`: it never leaves the thread that made it.
protocol Engine: AnyObject {
  var dialect: Dialect { get }
  /// Whether a transaction is open.
  var isOpen: Bool { get }
  /// The first error of the open transaction, which keeps it from being saved.
  var failure: DatabaseError? { get set }
  /// Opens a transaction; an engine may wait with it until the first statement.
  func begin(_ scope: Scope, _ access: Access) throws(DatabaseError)
  /// Runs one statement and hands over each of its rows. Returns how many rows it changed.
  func execute(_ sql: SQL, row: (inout Row) throws -> Void) throws -> Int
  /// Runs the last query of a transaction that only reads, whose end may travel with it.
  func executeLast(_ sql: SQL, row: (inout Row) throws -> Void) throws -> Int
  /// Takes a query that may travel with the next statement, before whose rows its own are read.
  func ahead(_ sql: SQL, row: @escaping (inout Row) throws -> Void) throws
  /// Sees to it that the rows of what was sent ahead have been read.
  func settle() throws
  /// Runs several statements without values, as migrations need.
  func script(_ text: String) throws(DatabaseError)
  func commit() throws(DatabaseError)
  /// Ends the transaction with nothing saved; never fails, at worst the connection is dropped.
  func rollback()
}

/// Which of the two databases this is, for the few places that must know.
package enum Dialect: String, Sendable, CaseIterable {
  case sqlite
  case postgres
}
