/// Whether every kommune's table is behind the one policy.
enum TableChecks {
  static let all = [
    CatalogCheck(
      "row-security-is-off",
      "SELECT \(CatalogSQL.name) FROM \(CatalogSQL.kommuneTables) AND NOT c.relrowsecurity"
    ) {
      "Row-level security is off on \($0). As the owner: ALTER TABLE \($0) ENABLE ROW LEVEL SECURITY."
    },
    CatalogCheck(
      "row-security-is-not-forced",
      "SELECT \(CatalogSQL.name) FROM \(CatalogSQL.kommuneTables) AND NOT c.relforcerowsecurity"
    ) {
      "Row-level security is not forced on \($0), so its owner sees every kommune. As the owner:"
        + " ALTER TABLE \($0) FORCE ROW LEVEL SECURITY."
    },
    CatalogCheck(
      "policy-is-missing",
      """
      SELECT \(CatalogSQL.name) FROM \(CatalogSQL.kommuneTables)
        AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)
      """
    ) {
      "\($0) has no policy. As the owner: CREATE POLICY kommune ON \($0)"
        + " USING (tenant_id = samrad.current_tenant())."
    },
    CatalogCheck(
      "policy-is-not-the-one",
      """
      SELECT format('%I on %s', p.polname, \(CatalogSQL.name))
      FROM pg_policy p, \(CatalogSQL.houseRelations) AND c.oid = p.polrelid AND NOT (
        n.nspname = 'samrad' AND p.polname = 'kommune' AND p.polpermissive AND p.polcmd = '*'
        AND p.polroles = ARRAY[0::oid]
        AND pg_get_expr(p.polqual, c.oid) = '(tenant_id = current_tenant())'
        AND coalesce(pg_get_expr(p.polwithcheck, c.oid) = pg_get_expr(p.polqual, c.oid), true))
      """
    ) {
      "The policy \($0) is not the one that all tables have. As the owner: drop it, and leave"
        + " CREATE POLICY kommune … USING (tenant_id = samrad.current_tenant()) alone."
    },
    CatalogCheck(
      "kommune-column-is-not-canonical",
      """
      SELECT \(CatalogSQL.name) FROM \(CatalogSQL.kommuneTables) AND NOT EXISTS (
        SELECT FROM pg_attribute a JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
        WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND a.atttypid = 'integer'::regtype
          AND a.attnotnull AND a.attgenerated = '' AND a.attidentity = ''
          AND pg_get_expr(d.adbin, c.oid) = 'current_tenant()')
      """
    ) {
      "The column tenant_id of \($0) is missing, may be empty or is filled otherwise. As the owner,"
        + " give it back: tenant_id integer NOT NULL DEFAULT samrad.current_tenant()."
    },
  ]
}
