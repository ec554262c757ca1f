import TestKit
import Testing

@testable import Database

/// Each fault is planted in a database of its own; the gate finds it, and nothing else.
@Suite(.enabled(if: Superuser.uri != nil))
struct PostgreSQLGateTests {
  @Test func theHouseAsMigratedHasNothingToFind() throws {
    let database = try GateDatabase()

    let began = ContinuousClock.now
    let findings = try database.findings()
    let duration = ContinuousClock.now - began

    #expect(findings == [])
    #expect(duration < .seconds(5), "a tenth of a second where nothing else runs")
    print("the gate took \(duration) on PostgreSQL")
  }

  @Test(arguments: tables + keys + rights + reach + bypasses + settings + schema)
  func aPlantedFaultIsFoundAndNothingElse(_ fault: Fault) throws {
    let database = try GateDatabase()

    try database.plant(fault.statements)

    fault.expect(try database.findings())
  }

  @Test func aFunctionThatStandsBeforeOursIsFound() throws {
    let database = try GateDatabase()

    try database.plant(
      "CREATE FUNCTION pg_catalog.current_tenant() RETURNS integer LANGUAGE sql AS 'SELECT 1'")

    let found = try database.findings().first { $0.code == "function-is-unknown" }
    #expect(found?.object == "pg_catalog.current_tenant")
  }

  private static let unit = "samrad.tenancy_unit"
  private static let policy = "USING (tenant_id = samrad.current_tenant())"

  private static let tables = [
    Fault("ALTER TABLE \(unit) DISABLE ROW LEVEL SECURITY", "row-security-is-off", unit),
    Fault("ALTER TABLE \(unit) NO FORCE ROW LEVEL SECURITY", "row-security-is-not-forced", unit),
    Fault("DROP POLICY kommune ON \(unit)", "policy-is-missing", unit),
    Fault("CREATE POLICY more ON \(unit) USING (true)", "policy-is-not-the-one", "more on \(unit)"),
    Fault("CREATE POLICY same ON \(unit) \(policy)", "policy-is-not-the-one", "same on \(unit)"),
    Fault(
      "DROP POLICY kommune ON \(unit); CREATE POLICY kommune ON \(unit) AS RESTRICTIVE \(policy)",
      "policy-is-not-the-one", unit),
    Fault(
      "DROP POLICY kommune ON \(unit); CREATE POLICY kommune ON \(unit) FOR SELECT \(policy)",
      "policy-is-not-the-one", unit),
    Fault(
      "ALTER POLICY kommune ON \(unit) TO samrad_app", "policy-is-not-the-one", unit),
    Fault(
      "ALTER POLICY kommune ON \(unit) \(policy) WITH CHECK (true)", "policy-is-not-the-one", unit),
    Fault(
      "ALTER POLICY kommune ON \(unit) USING (tenant_id >= samrad.current_tenant())",
      "policy-is-not-the-one", unit),
    Fault(
      "ALTER POLICY kommune ON \(unit) USING (coalesce(tenant_id = samrad.current_tenant(), true))",
      "policy-is-not-the-one", unit),
    Fault(
      "CREATE POLICY more ON catalog.tenant USING (true)", "policy-is-not-the-one",
      "more on catalog.tenant"),
    Fault(
      "ALTER TABLE \(unit) ALTER tenant_id SET DEFAULT 1", "kommune-column-is-not-canonical", unit),
    Fault(
      "ALTER TABLE \(unit) ALTER tenant_id DROP DEFAULT", "kommune-column-is-not-canonical", unit),
    Fault(
      "ALTER TABLE samrad.events_head DROP CONSTRAINT events_head_pkey CASCADE;"
        + " ALTER TABLE samrad.events_head ALTER tenant_id DROP NOT NULL",
      ["kommune-column-is-not-canonical", "key-is-missing"], "samrad.events_head"),
  ]

  private static let keys = [
    Fault(
      "CREATE UNIQUE INDEX oracle ON \(unit) (name)", "unique-key-is-not-the-kommunes",
      "oracle on \(unit)"),
    Fault(
      "ALTER TABLE \(unit) ADD CONSTRAINT only_one EXCLUDE USING btree (name WITH =)",
      "unique-key-is-not-the-kommunes", "only_one on \(unit)"),
    Fault(
      "CREATE UNIQUE INDEX oracle ON \(unit) (lower(name), tenant_id)",
      "unique-key-is-not-the-kommunes", "oracle on \(unit)"),
    Fault(
      "CREATE UNIQUE INDEX oracle ON samrad.identity_person (id);"
        + " ALTER TABLE \(unit) ADD CONSTRAINT away FOREIGN KEY (id)"
        + " REFERENCES samrad.identity_person (id)",
      ["unique-key-is-not-the-kommunes", "foreign-key-leaves-the-kommune"],
      "oracle on samrad.identity_person"),
    Fault(
      "ALTER TABLE \(unit) ADD CONSTRAINT odd FOREIGN KEY (tenant_id)"
        + " REFERENCES catalog.erased_tenant (tenant_id)",
      "foreign-key-leaves-the-kommune", "odd on tenancy_unit"),
    Fault(
      "ALTER TABLE \(unit) DROP CONSTRAINT tenancy_unit_tenant_id_fkey",
      "kommune-is-not-referenced",
      unit),
    Fault(
      "ALTER TABLE \(unit) ADD CONSTRAINT later CHECK (name <> 'x') NOT VALID",
      "key-is-not-validated", "later on \(unit)"),
  ]

  private static let rights = [
    Fault("GRANT TRUNCATE ON \(unit) TO samrad_app", "right-is-too-many", "TRUNCATE ON \(unit)"),
    Fault("GRANT TRIGGER ON \(unit) TO samrad_app", "right-is-too-many", "TRIGGER ON \(unit)"),
    Fault(
      "GRANT REFERENCES (name) ON \(unit) TO samrad_app", "right-is-too-many",
      "REFERENCES ON \(unit)"),
    Fault(
      "GRANT DELETE ON samrad.events_event TO samrad_app", "record-may-be-changed",
      "DELETE ON samrad.events_event"),
    Fault(
      "GRANT UPDATE (facts) ON samrad.events_event TO samrad_app", "record-may-be-changed",
      "UPDATE ON samrad.events_event"),
    Fault(
      "GRANT INSERT ON catalog.tenant TO samrad_app", "record-may-be-changed",
      "INSERT ON catalog.tenant"),
    Fault(
      "GRANT UPDATE (status) ON catalog.tenant TO samrad_app", "record-may-be-changed",
      "UPDATE ON catalog.tenant"),
    Fault("REVOKE INSERT ON \(unit) FROM samrad_app", "right-is-missing", "INSERT ON \(unit)"),
    Fault(
      "REVOKE SELECT ON catalog.tenant FROM samrad_app", "right-is-missing",
      "SELECT ON catalog.tenant"),
    Fault("GRANT CREATE ON SCHEMA samrad TO samrad_app", "role-may-create", "SCHEMA samrad"),
    Fault("GRANT CREATE ON SCHEMA public TO PUBLIC", "role-may-create", "SCHEMA public"),
    Fault(
      "GRANT USAGE ON SCHEMA samrad TO PUBLIC", "public-holds-a-right", "USAGE ON SCHEMA samrad"),
    Fault("GRANT SELECT ON \(unit) TO PUBLIC", "public-holds-a-right", unit),
    Fault(
      "ALTER DEFAULT PRIVILEGES FOR ROLE samrad_owner GRANT SELECT ON TABLES TO PUBLIC",
      "new-objects-are-given-away", "SELECT, made by samrad_owner"),
    Fault(
      "GRANT TEMPORARY ON DATABASE {here} TO samrad_app", "role-may-create",
      "TEMPORARY ON DATABASE"),
  ]

  private static let reach = [
    Fault(
      "CREATE SCHEMA reports; GRANT USAGE ON SCHEMA reports TO samrad_app;"
        + " CREATE TABLE reports.all_units (name text); GRANT SELECT ON reports.all_units TO samrad_app",
      "other-tables-are-reachable", "reports.all_units"),
    Fault(
      "GRANT SELECT ON pg_catalog.pg_authid TO samrad_app", "system-table-is-opened",
      "pg_catalog.pg_authid"),
    Fault(
      "GRANT EXECUTE ON FUNCTION set_config(text, text, boolean) TO samrad_app",
      "kommune-can-be-changed-in-a-query", "pg_catalog.set_config"),
    Fault(
      "GRANT EXECUTE ON FUNCTION pg_read_file(text) TO PUBLIC", "system-function-is-opened",
      "pg_catalog.pg_read_file(text)"),
    Fault(
      "CREATE FUNCTION public.peek() RETURNS bigint LANGUAGE sql SECURITY DEFINER"
        + " AS 'SELECT count(*) FROM samrad.tenancy_unit'",
      "function-runs-as-its-owner", "public.peek()"),
    Fault(
      "CREATE SCHEMA tools; GRANT USAGE ON SCHEMA tools TO samrad_app;"
        + " CREATE FUNCTION tools.now() RETURNS timestamptz LANGUAGE internal AS 'now'",
      "function-may-do-anything", "tools.now()"),
    Fault(
      "CREATE FOREIGN DATA WRAPPER elsewhere; GRANT USAGE ON FOREIGN DATA WRAPPER elsewhere"
        + " TO samrad_app",
      "other-servers-are-reachable", "elsewhere"),
  ]

  private static let bypasses = [
    Fault(
      "CREATE VIEW samrad.units AS SELECT * FROM \(unit); ALTER VIEW samrad.units OWNER TO samrad_owner",
      "view-sees-past-the-policy", "samrad.units"),
    Fault(
      "CREATE SCHEMA reports; CREATE MATERIALIZED VIEW reports.units AS SELECT 1 FROM \(unit)",
      "view-sees-past-the-policy", "reports.units"),
    Fault(
      "CREATE FUNCTION public.quick(text) RETURNS boolean LANGUAGE sql LEAKPROOF AS 'SELECT true'",
      "function-is-said-to-be-leakproof", "public.quick"),
    Fault(
      "CREATE RULE quiet AS ON DELETE TO \(unit) DO INSTEAD NOTHING", "rule-rewrites-a-table",
      "quiet on \(unit)"),
    Fault(
      "CREATE TABLE public.child () INHERITS (\(unit))", "table-inherits", "child from tenancy_unit"
    ),
    Fault(
      "ALTER TABLE samrad.events_event DISABLE TRIGGER events_event_refuse_update",
      "trigger-is-off",
      "events_event_refuse_update on samrad.events_event"),
    Fault(
      "CREATE SEQUENCE samrad.numbers; ALTER SEQUENCE samrad.numbers OWNER TO samrad_owner",
      "object-is-of-an-unknown-kind", "samrad.numbers"),
    Fault(
      "CREATE OPERATOR samrad.=== (FUNCTION = int4eq, LEFTARG = integer, RIGHTARG = integer)",
      "object-is-of-an-unknown-kind", "samrad.==="),
    Fault(
      "CREATE TYPE catalog.colour AS ENUM ('red')", "object-is-of-an-unknown-kind", "catalog.colour"
    ),
    Fault("SELECT lo_create(0)", "large-objects-belong-to-nobody", "1"),
    Fault(
      "INSERT INTO catalog.erased_tenant VALUES (7, 1);"
        + " INSERT INTO catalog.tenant VALUES (7, 's', 'n', 'c', NULL, 'nb', 'p', 'active', 1)",
      "erased-kommune-is-here-again", "7"),
  ]

  private static let settings = [
    Fault("ALTER DATABASE {here} SET app.tenant = 1", "kommune-is-set-from-outside", "1"),
    Fault(
      "ALTER DATABASE {here} SET row_security = off", "setting-weakens-isolation",
      "row_security = off"),
    Fault(
      "ALTER DATABASE {here} SET session_replication_role = replica", "setting-weakens-isolation",
      "session_replication_role = replica"),
    Fault(
      "ALTER DATABASE {here} SET session_preload_libraries = 'auto_explain'",
      "library-is-loaded-into-sessions", "auto_explain"),
  ]

  private static let schema = [
    Fault(
      "CREATE TABLE samrad.notes (tenant_id integer NOT NULL DEFAULT samrad.current_tenant()"
        + " REFERENCES catalog.tenant (tenant_id)); ALTER TABLE samrad.notes OWNER TO samrad_owner;"
        + " ALTER TABLE samrad.notes ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;"
        + " CREATE POLICY kommune ON samrad.notes \(policy);"
        + " GRANT SELECT, INSERT ON samrad.notes TO samrad_app",
      "table-is-unknown", "samrad.notes"),
    Fault("DROP TABLE samrad.tenancy_word", "table-is-missing", "samrad.tenancy_word"),
    Fault("ALTER TABLE \(unit) ADD born text", "column-is-unknown", "\(unit).born"),
    Fault("ALTER TABLE \(unit) DROP area", "column-is-missing", "\(unit).area"),
    Fault(
      "DROP TRIGGER events_event_refuse_delete ON samrad.events_event", "trigger-is-missing",
      "samrad.events_event.events_event_refuse_delete"),
    Fault(
      "DROP TRIGGER events_event_refuse_delete ON samrad.events_event;"
        + " CREATE TRIGGER events_event_refuse_delete BEFORE DELETE ON samrad.events_event"
        + " FOR EACH ROW WHEN (false) EXECUTE FUNCTION samrad.refuse_change()",
      ["trigger-is-missing", "trigger-is-unknown"], "samrad.events_event"),
    Fault(
      "CREATE TRIGGER spy BEFORE UPDATE ON \(unit) FOR EACH ROW"
        + " EXECUTE FUNCTION samrad.refuse_change()",
      "trigger-is-unknown", "\(unit).spy"),
    Fault(
      "ALTER TABLE \(unit) DROP CONSTRAINT name_is_not_blank", "rule-is-missing",
      "\(unit).name_is_not_blank"),
    Fault(
      "ALTER TABLE \(unit) DROP CONSTRAINT tenancy_unit_tenant_id_type_name_key", "key-is-missing",
      "\(unit) (name, type)"),
    Fault(
      "CREATE OR REPLACE FUNCTION samrad.current_tenant() RETURNS integer LANGUAGE sql STABLE"
        + " PARALLEL SAFE AS 'SELECT 1'",
      "function-is-changed", "samrad.current_tenant"),
    Fault(
      "CREATE OR REPLACE FUNCTION samrad.refuse_change() RETURNS trigger LANGUAGE plpgsql"
        + " SET search_path = catalog AS 'BEGIN RETURN NEW; END'",
      "function-is-changed", "samrad.refuse_change"),
    Fault(
      "ALTER FUNCTION samrad.refuse_change() SET search_path = public", "function-is-changed",
      "samrad.refuse_change"),
    Fault(
      "CREATE FUNCTION samrad.helper() RETURNS integer LANGUAGE sql AS 'SELECT 1';"
        + " ALTER FUNCTION samrad.helper() OWNER TO samrad_owner",
      "function-is-unknown", "samrad.helper"),
  ]
}
