import Gateway
import TestKit
import Testing

@testable import Database

@Suite(.enabled(if: Superuser.uri != nil))
struct PostgreSQLIsolationTests {
  @Test(arguments: [
    "SELECT set_config('app.tenant', '2', true)",
    "SELECT pg_catalog.set_config('app.tenant', '2', false)",
    "UPDATE pg_settings SET setting = '2' WHERE name = 'app.tenant'",
    "SELECT query_to_xml('SET LOCAL app.tenant = 2', true, true, '')",
    "SET LOCAL ROLE samrad_owner", "SET SESSION AUTHORIZATION samrad_owner",
    "ALTER TABLE samrad.scratch_thing DISABLE ROW LEVEL SECURITY",
    "DROP POLICY kommune ON samrad.scratch_thing", "TRUNCATE samrad.scratch_thing",
    "CREATE TABLE samrad.mine (id int)", "CREATE TEMPORARY TABLE scratch_thing (id int)",
    "SELECT 1; SET LOCAL app.tenant = 2", "COPY samrad.scratch_thing TO '/tmp/x'",
    "INSERT INTO scratch_thing (tenant_id, id, name) VALUES (2, 9, 'x')",
    "UPDATE scratch_thing SET tenant_id = 2", "SELECT version FROM catalog.nothing",
    "INSERT INTO catalog.migration VALUES ('x', 'y', 'z', 1)",
  ])
  func theApplicationsRoleCannotReachPastItsKommune(_ statement: String) throws {
    let scratch = try Scratch(on: .postgres)
    try scratch.run { try $0.run("INSERT INTO scratch_thing (id, name) VALUES (1, 'mine')") }

    let found = try kind { try scratch.run { try $0.run(SQL(text: statement)) } }

    #expect(found == .other)
    #expect(try scratch.things() == 1)
  }

  @Test func theOwnerIsBoundByTheSamePolicy() throws {
    let scratch = try Scratch(on: .postgres)
    try scratch.run { try $0.run("INSERT INTO scratch_thing (id, name) VALUES (1, 'mine')") }
    let owner = Store(try #require(scratch.database).owner)

    let others = try owner.transaction(of: Scratch.second, .read) {
      try $0.value("SELECT count(*) FROM scratch_thing", of: Int.self)
    }

    #expect(others == 0)
  }

  @Test func everyTableOfTheHouseIsIsolated() throws {
    let database = try PrivateDatabase()
    let store = Store(database.owner)
    _ = try Composition().migrator.migrate(store, at: Scratch.now)

    let faults = try store.catalog { transaction in
      try Self.gate.flatMap { name, query in
        let found: [String] = try transaction.values(query)
        return found.map { "\(name): \($0)" }
      }
    }
    let tables: Int? = try store.catalog {
      try $0.value("SELECT count(*) FROM pg_tables WHERE schemaname = 'samrad'")
    }

    #expect(faults.isEmpty)
    #expect(try #require(tables) > 10)
  }

  private static let gate: [(String, SQL)] = [
    (
      "row-level security is not forced",
      SQL(
        text: """
          SELECT c.relname::text FROM pg_class c WHERE c.relnamespace = 'samrad'::regnamespace
            AND c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
          """)
    ),
    (
      "not exactly the one policy",
      SQL(
        text: """
          SELECT c.relname::text FROM pg_class c WHERE c.relnamespace = 'samrad'::regnamespace
            AND c.relkind IN ('r', 'p') AND 1 <> (SELECT count(*) FROM pg_policy p
              WHERE p.polrelid = c.oid) OR EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid
              AND (NOT p.polpermissive OR p.polcmd <> '*' OR p.polwithcheck IS NOT NULL
              OR pg_get_expr(p.polqual, p.polrelid) <> '(tenant_id = current_tenant())'))
          """)
    ),
    (
      "a unique key does not start with the kommune",
      SQL(
        text: """
          SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
          WHERE c.relnamespace = 'samrad'::regnamespace AND a.attname <> 'tenant_id'
          """)
    ),
    (
      "the kommune may be missing",
      SQL(
        text: """
          SELECT c.relname::text FROM pg_class c WHERE c.relnamespace = 'samrad'::regnamespace
            AND c.relkind IN ('r', 'p') AND NOT EXISTS (SELECT 1 FROM pg_attribute a
              WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND a.attnotnull)
          """)
    ),
    (
      "a foreign key leaves the kommune",
      SQL(
        text: """
          SELECT k.conname::text FROM pg_constraint k WHERE k.contype = 'f'
            AND k.connamespace = 'samrad'::regnamespace AND k.confrelid <> 'catalog.tenant'::regclass
            AND NOT EXISTS (SELECT 1 FROM pg_attribute a JOIN pg_attribute b
              ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1]
              WHERE a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
              AND a.attname = 'tenant_id' AND b.attname = 'tenant_id')
          """)
    ),
    (
      "the application holds a right it must not",
      SQL(
        text: """
          SELECT c.relname::text FROM pg_class c WHERE c.relnamespace IN
            ('samrad'::regnamespace, 'catalog'::regnamespace) AND c.relkind IN ('r', 'p')
            AND has_table_privilege('samrad_app', c.oid, 'TRUNCATE, REFERENCES, TRIGGER')
          UNION ALL SELECT c.relname::text FROM pg_class c
          WHERE c.relnamespace = 'catalog'::regnamespace AND c.relkind IN ('r', 'p')
            AND has_table_privilege('samrad_app', c.oid, 'INSERT, UPDATE, DELETE')
          UNION ALL SELECT c.relname::text FROM pg_class c WHERE c.relowner = 'samrad_app'::regrole
          """)
    ),
    (
      "a view or a definer's function sees past the policy",
      SQL(
        text: """
          SELECT c.relname::text FROM pg_class c WHERE c.relnamespace = 'samrad'::regnamespace
            AND c.relkind IN ('v', 'm')
          UNION ALL SELECT p.proname::text FROM pg_proc p
          WHERE p.pronamespace = 'samrad'::regnamespace AND p.prosecdef
          """)
    ),
  ]
}
