import TestKit
import Testing

/// What somebody could do who had got past every line of the program and sat in A's transaction, as
/// an injected statement would: tried on every table, each time expecting to be stopped.
///
/// Everything runs in a transaction that is never saved. The tables, keys and references are the
/// database's own, so none can be left out.
final class DatabaseDoor {
  /// Kept, so that it is there as long as the session.
  private let database: PrivateDatabase
  private let session: SuperuserSession
  private let a: Int
  private let b: Int
  /// A kommune that has nothing.
  private let c = 999_999
  let schema: Schema

  init(_ two: TwoKommuner) throws {
    database = try #require(two.database)
    session = try SuperuserSession(in: database.name)
    a = two.a.tenant.id.number
    b = two.b.tenant.id.number
    schema = try Schema(session)
  }

  /// What is found when something about the database was changed first.
  func findings(
    after mutation: [String] = [], in tables: [String]? = nil
  ) throws -> [Finding] {
    try session.run("BEGIN; GRANT USAGE ON SCHEMA kept TO samrad_app")
    defer { _ = try? session.run("ROLLBACK") }
    try session.run("GRANT SELECT ON ALL TABLES IN SCHEMA kept TO samrad_app")
    for statement in mutation { try session.run(statement) }
    let tables = tables ?? schema.tables.map(\.name)
    // Triggers have their own reasons to refuse; here the policies and keys must do it alone.
    for table in tables { try session.run("ALTER TABLE samrad.\(table) DISABLE TRIGGER USER") }
    return try schema.tables.filter { tables.contains($0.name) }.flatMap { table in
      try reading(table) + writing(table) + keys(of: table) + references(of: table)
    }
  }

  struct Finding: CustomStringConvertible {
    let table: String
    let what: What
    var description: String { "\(table): \(what.rawValue)" }
  }

  enum What: String {
    case readsOthers = "rows of the other kommune are read"
    case readsAsOwner = "the owner reads past the policy"
    case remembersOthers = "a prepared statement remembers the other kommune"
    case missesOwn = "the kommune's own rows are not all there"
    case readsWithoutKommune = "a query without a kommune is answered"
    case updatesOthers = "rows of the other kommune are updated"
    case deletesOthers = "rows of the other kommune are deleted"
    case insertsForOthers = "a row is inserted for the other kommune"
    case keyIsTaken = "a key of the other kommune is taken"
    case refersToOthers = "a row refers to one of another kommune"
    case nothingToTry = "no row has this reference, so it was not tried"
  }

  private func reading(_ table: Schema.Table) throws -> [Finding] {
    let name = "samrad.\(table.name)"
    var found: [What] = []
    let others = "SELECT count(*) FROM \(name) WHERE tenant_id <> \(a)"
    if try answer(as: "samrad_app", of: a, others) != "0" { found.append(.readsOthers) }
    if try answer(as: "samrad_owner", of: a, others) != "0" { found.append(.readsAsOwner) }
    let own = try session.run("SELECT count(*) FROM kept.\(table.name) WHERE tenant_id = \(a)")
    if try answer(as: "samrad_app", of: a, "SELECT count(*) FROM \(name)") != own {
      found.append(.missesOwn)
    }
    let loud = try answer(as: "samrad_app", of: nil, "SELECT count(*) FROM \(name)")
    if !loud.hasPrefix("!") { found.append(.readsWithoutKommune) }
    if try preparedForB(name) != "0" { found.append(.remembersOthers) }
    return found.map { Finding(table: table.name, what: $0) }
  }

  /// How many rows of B a statement sees as A that was prepared and planned as B.
  private func preparedForB(_ table: String) throws -> String {
    defer { _ = try? session.run("DEALLOCATE ALL") }
    return try answer(
      as: "samrad_app", of: b,
      """
      SET LOCAL plan_cache_mode = force_generic_plan;
      PREPARE door AS SELECT count(*) FROM \(table) WHERE tenant_id = \(b);
      EXECUTE door; SET LOCAL app.tenant = \(a); EXECUTE door
      """)
  }

  private func writing(_ table: Schema.Table) throws -> [Finding] {
    let name = "samrad.\(table.name)"
    let steps: [(What, String, Set<String>)] = [
      (
        .updatesOthers,
        """
        WITH w AS (UPDATE \(name) SET tenant_id = tenant_id WHERE tenant_id = \(b) RETURNING 1)
        SELECT count(*) FROM w
        """, ["0", "!42501"]
      ),
      (
        .deletesOthers,
        "WITH w AS (DELETE FROM \(name) WHERE tenant_id = \(b) RETURNING 1) SELECT count(*) FROM w",
        ["0", "!42501"]
      ),
      (
        .insertsForOthers,
        "INSERT INTO \(name) SELECT * FROM kept.\(table.name) WHERE tenant_id = \(b) LIMIT 1",
        ["!42501"]
      ),
    ]
    return try steps.compactMap { what, statement, expected in
      // Nothing to insert, nothing to try.
      if what == .insertsForOthers, try isEmpty(table) { return nil }
      let answer = try answer(as: "samrad_app", of: a, statement)
      return expected.contains(answer) ? nil : Finding(table: table.name, what: what)
    }
  }

  /// Every key that B has taken is free for others.
  private func keys(of table: Schema.Table) throws -> [Finding] {
    let copy = try answer(
      as: nil, of: nil, "SET LOCAL session_replication_role = replica; \(insertForC(table))")
    return copy.hasPrefix("!") ? [Finding(table: table.name, what: .keyIsTaken)] : []
  }

  /// No reference reaches from one kommune into the next, each tried alone.
  private func references(of table: Schema.Table) throws -> [Finding] {
    try table.references.compactMap { reference in
      let others = try session.rows(
        """
        SELECT conname FROM pg_constraint WHERE contype = 'f'
          AND conrelid = 'samrad.\(table.name)'::regclass AND conname <> '\(reference.name)'
        """
      ).compactMap(\.first)
      let drops = others.map { "ALTER TABLE samrad.\(table.name) DROP CONSTRAINT \($0);" }
      let present = reference.columns.map { "\($0) IS NOT NULL" }.joined(separator: " AND ")
      let rows = try session.run(
        "SELECT count(*) FROM kept.\(table.name) WHERE tenant_id = \(b) AND \(present)")
      guard rows != "0" else { return Finding(table: table.name, what: .nothingToTry) }
      let insert = "\(insertForC(table)) AND \(present) LIMIT 1"
      let answer = try answer(as: nil, of: nil, "\(drops.joined()) \(insert)")
      return answer == "!23503" ? nil : Finding(table: table.name, what: .refersToOthers)
    }
  }

  private func insertForC(_ table: Schema.Table) -> String {
    let columns = table.columns.joined(separator: ", ")
    return """
      INSERT INTO samrad.\(table.name) (tenant_id, \(columns))
      SELECT \(c), \(columns) FROM kept.\(table.name) WHERE tenant_id = \(b)
      """
  }

  private func isEmpty(_ table: Schema.Table) throws -> Bool {
    try session.run("SELECT count(*) FROM kept.\(table.name) WHERE tenant_id = \(b)") == "0"
  }

  /// The first value that a statement gives somebody, or `!` and the SQLSTATE; nothing stays.
  private func answer(as role: String?, of tenant: Int?, _ statement: String) throws -> String {
    try session.run("SAVEPOINT door")
    defer { _ = try? session.run("ROLLBACK TO door") }
    if let role { try session.run("SET LOCAL ROLE \(role)") }
    if let tenant { try session.run("SET LOCAL app.tenant = \(tenant)") }
    do {
      return try session.run(statement)
    } catch let refused as SuperuserSession.Refused {
      return "!\(refused.state)"
    }
  }
}
