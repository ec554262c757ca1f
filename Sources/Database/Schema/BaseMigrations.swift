/// What must stand before any module's tables: the catalog and PostgreSQL's two functions.
package enum BaseMigrations {
  /// The list of kommuner and of applied steps.
  package static let catalog = [
    Migration(
      "database", "0001-kommuner",
      Table(
        "tenant", in: .catalog,
        .column("tenant_id", .integer),
        .column("slug", .text),
        .column("name", .text),
        .column("county", .text),
        .column("host", .text, optional: true),
        .column("language", .text),
        .column("preset", .text),
        .column("status", .text),
        .column("created_at", .instant),
        .primaryKey(["tenant_id"]),
        .unique(["slug"]),
        .unique(["host"], where: "host IS NOT NULL"),
        .check("status_is_known", "status IN ('active', 'suspended')"),
        .check("language_is_known", "language IN ('nb', 'nn')")),
      Table(
        "tenant_number", in: .catalog,
        .column("number", .text),
        .column("tenant_id", .integer),
        .column("valid_from", .day),
        .column("valid_to", .day, optional: true),
        .primaryKey(["number", "valid_from"]),
        .unique(["number"], where: "valid_to IS NULL"),
        .index(["tenant_id"]),
        .references(["tenant_id"], "tenant", ["tenant_id"]),
        .check("number_has_four_digits", "length(number) = 4"))),
    Migration(
      "database", "0002-functions", in: .catalog,
      steps: [.only(.postgres, currentTenant), .only(.postgres, refuseChange)]),
    Migration(
      "database", "0003-erased-kommuner", in: .catalog,
      steps: [
        .table(
          Table(
            "erased_tenant", in: .catalog,
            .column("tenant_id", .integer), .column("erased_at", .instant),
            .primaryKey(["tenant_id"]))),
        .only(.postgres, refuseChangeUnlessErased),
      ]),
  ]

  /// Fails when no kommune is set: a query that forgot it must be loud, never empty.
  private static let currentTenant = """
    CREATE FUNCTION samrad.current_tenant() RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT current_setting('app.tenant')::integer $$
    ;;
    GRANT EXECUTE ON FUNCTION samrad.current_tenant() TO samrad_app
    """

  private static let refuseChange = """
    CREATE FUNCTION samrad.refuse_change() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN
      RAISE EXCEPTION 'this record may not change' USING ERRCODE = '\(frozenState)';
    END $$
    """

  /// The records of a kommune that leaves go with it.
  ///
  /// Only the owner can say that one leaves, by
  /// writing it into the catalog.
  private static let refuseChangeUnlessErased = """
    CREATE OR REPLACE FUNCTION samrad.refuse_change() RETURNS trigger LANGUAGE plpgsql
    SET search_path = catalog
    AS $$ BEGIN
      IF TG_OP = 'DELETE' THEN
        IF EXISTS (SELECT FROM erased_tenant e WHERE e.tenant_id = OLD.tenant_id) THEN
          RETURN OLD;
        END IF;
      END IF;
      RAISE EXCEPTION 'this record may not change' USING ERRCODE = '\(frozenState)';
    END $$
    """
}
