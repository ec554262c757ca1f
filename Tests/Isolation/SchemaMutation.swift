/// One thing about the database that keeps kommuner apart, taken away.
struct SchemaMutation {
  let name: String
  let statements: [String]
  /// The table to look at; all of them where it is nil.
  let table: String?
  /// What must be found then.
  let finds: DatabaseDoor.What

  /// Every policy, every part of a key that names the kommune, and the setting that says which.
  static func all(of schema: Schema) -> [SchemaMutation] {
    schema.tables.flatMap { policies(of: $0) + keys(of: $0) + references(of: $0, schema) }
      + currentTenant
  }

  private static func policies(of table: Schema.Table) -> [SchemaMutation] {
    let name = "samrad.\(table.name)"
    let faults: [(String, String, DatabaseDoor.What)] = [
      (
        "the policy lets all rows through", "ALTER POLICY kommune ON \(name) USING (true)",
        .readsOthers
      ),
      ("there is no policy", "DROP POLICY kommune ON \(name)", .missesOwn),
      (
        "row-level security is off", "ALTER TABLE \(name) DISABLE ROW LEVEL SECURITY",
        .readsOthers
      ),
      (
        "the owner is not bound", "ALTER TABLE \(name) NO FORCE ROW LEVEL SECURITY",
        .readsAsOwner
      ),
      (
        "new rows are not checked", "ALTER POLICY kommune ON \(name) WITH CHECK (true)",
        .insertsForOthers
      ),
    ]
    return faults.map { fault, statement, finds in
      SchemaMutation(
        name: "\(table.name): \(fault)", statements: [statement], table: table.name, finds: finds)
    }
  }

  /// The rows of A, the instance's first kommune, go first, because those of the two may be alike.
  private static func keys(of table: Schema.Table) -> [SchemaMutation] {
    table.keys.map { key in
      let columns = key.columns.joined(separator: ", ")
      let condition = key.condition.isEmpty ? "" : " WHERE \(key.condition)"
      return SchemaMutation(
        name: "\(table.name): the key (\(columns))\(condition) is the instance's",
        statements: [
          onlyB([table.name]),
          "CREATE UNIQUE INDEX mutant ON samrad.\(table.name) (\(columns))\(condition)",
        ], table: table.name, finds: .keyIsTaken)
    }
  }

  private static func references(
    of table: Schema.Table, _ schema: Schema
  ) -> [SchemaMutation] {
    table.references.map { reference in
      let columns = reference.columns.joined(separator: ", ")
      let target = reference.target.joined(separator: ", ")
      return SchemaMutation(
        name: "\(table.name): the reference (\(columns)) leaves the kommune",
        statements: [
          onlyB([table.name, reference.table]),
          "CREATE UNIQUE INDEX mutant ON samrad.\(reference.table) (\(target))",
          """
          ALTER TABLE samrad.\(table.name) DROP CONSTRAINT \(reference.name), ADD CONSTRAINT
            \(reference.name) FOREIGN KEY (\(columns)) REFERENCES samrad.\(reference.table)
            (\(target))
          """,
        ], table: table.name, finds: .refersToOthers)
    }
  }

  private static func onlyB(_ tables: [String]) -> String {
    "SET LOCAL session_replication_role = replica; "
      + tables.map { "DELETE FROM samrad.\($0) WHERE tenant_id = 1; " }.joined()
      + "SET LOCAL session_replication_role = origin"
  }

  /// What the transaction's kommune is read from.
  static let currentTenant: [SchemaMutation] = [
    ("is always A", "STABLE AS $$ SELECT 1 $$", .readsWithoutKommune),
    ("is always B", "STABLE AS $$ SELECT 2 $$", .readsOthers),
    (
      "is B where none is set",
      "STABLE AS $$ SELECT coalesce(nullif(\(setting), ''), '2')::integer $$",
      .readsWithoutKommune
    ),
    (
      "is nobody where none is set", "STABLE AS $$ SELECT nullif(\(setting), '')::integer $$",
      .readsWithoutKommune
    ),
    ("is planned once", "IMMUTABLE AS $$ SELECT \(setting)::integer $$", .remembersOthers),
  ].map { what, body, finds in
    SchemaMutation(
      name: "the kommune of a transaction \(what)",
      statements: [
        """
        CREATE OR REPLACE FUNCTION samrad.current_tenant() RETURNS integer LANGUAGE sql \(body)
        """
      ], table: nil, finds: finds)
  }

  private static let setting = "current_setting('app.tenant', true)"
}
