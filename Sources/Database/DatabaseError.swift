/// What went wrong between the program and its database.
///
/// Its `description` never holds a value or a statement, because it may reach a person or a log;
/// `debugDescription` has the statement for developers.
package struct DatabaseError: Error, CustomStringConvertible, CustomDebugStringConvertible {
  /// The kinds that callers tell apart.
  package enum Kind: Sendable, Hashable {
    /// A UNIQUE or primary key was broken.
    case alreadyExists
    /// A foreign key was broken.
    case missingReference
    /// A CHECK or NOT NULL was broken.
    case checkFailed
    /// A trigger refused the change of a record that may not change any more.
    case recordIsFrozen
    /// Two transactions got in each other's way; trying again may help.
    case conflict
    /// A statement ran longer than allowed.
    case timeout
    /// The connection broke before the transaction was confirmed; nothing was saved.
    case connectionLost
    /// The connection broke while the transaction was being confirmed; it may have been saved.
    case outcomeUnknown
    /// The database cannot be reached.
    case unreachable
    /// No space, no permission to write, or a damaged file.
    case notWritable
    /// A column did not hold what the program expected.
    case unexpectedValue
    /// Anything else: a fault in the program.
    case other
  }

  package let kind: Kind
  /// The engine's own words, which may name tables but not people's data.
  package let message: String
  /// The name of the broken constraint, where the engine gives it.
  package let constraint: String?
  let statement: String?

  init(_ kind: Kind, _ message: String, constraint: String? = nil, statement: String? = nil) {
    self.kind = kind
    self.message = message
    self.constraint = constraint
    self.statement = statement
  }

  package var description: String { "database: \(kind)" }

  package var debugDescription: String {
    "database: \(kind): \(message)" + (statement.map { " in \($0)" } ?? "")
  }
}

extension DatabaseError {
  /// The event log's head did not come back, which no working database does.
  package static var missingEventHead: DatabaseError {
    DatabaseError(.other, "the event log has no head")
  }
}
