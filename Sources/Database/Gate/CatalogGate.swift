/// Asks the database itself whether it still keeps the kommuner apart.
///
/// What is written in migrations says what ought to be; what somebody did with `psql` last night,
/// what a restored dump left out and which role the server connects as, only the database knows.
package enum CatalogGate {
  /// Everything that is off on the instance, asked as the role that serves; empty when all is well.
  ///
  /// - Throws: `DatabaseError` when the database cannot be asked.
  package static func findings(
    in store: borrowing Store, _ migrator: Migrator
  ) throws -> [Finding] {
    let schema = try ExpectedSchema(migrator)
    return switch store.engine {
    case let sqlite as SQLiteEngine: try SQLiteGate(schema, sqlite.files).findings(in: store)
    default: try store.catalog { try PostgreSQLGate(schema).findings(in: $0) }
    }
  }
}
