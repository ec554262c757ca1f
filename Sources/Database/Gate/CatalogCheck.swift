/// One question to PostgreSQL's catalog whose answer names every object that is not as it must be.
struct CatalogCheck: Sendable {
  let code: String
  private let query: SQL
  private let sentence: @Sendable (String) -> String

  /// A question that gives one column, the objects, and the sentence about one of them.
  init(_ code: String, _ query: SQL, says sentence: @escaping @Sendable (String) -> String) {
    self.code = code
    self.query = query
    self.sentence = sentence
  }

  func findings(in transaction: borrowing Transaction) throws -> [Finding] {
    let objects: [String] = try transaction.values(query)
    return objects.map { Finding(code: code, object: $0, text: sentence($0)) }
  }
}

/// Pieces that the questions share.
enum CatalogSQL {
  /// A relation `c` with its schema's name.
  static let name: SQL = "format('%I.%I', n.nspname, c.relname)"

  /// The kommuner's tables as `c`, with their schema as `n`; more conditions may follow.
  static let kommuneTables: SQL = """
    pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'samrad' AND c.relkind IN ('r', 'p')
    """

  /// The relations of both of the house's schemas as `c`; more conditions may follow.
  static let houseRelations: SQL = """
    pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('samrad', 'catalog')
    """

  /// A function `p` of the schema `n` with its arguments' types.
  static let function: SQL =
    "format('%I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid))"

  /// The schemas people make, of those named `n`.
  static let isNotOfTheSystem: SQL =
    "n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_t%'"
}
