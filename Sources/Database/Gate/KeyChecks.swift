/// Whether keys, which no policy watches, stay inside one kommune.
enum KeyChecks {
  static let all = [
    CatalogCheck(
      "unique-key-is-not-the-kommunes",
      """
      SELECT format('%I on %s', x.relname, \(CatalogSQL.name))
      FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid, \(CatalogSQL.kommuneTables)
        AND c.oid = i.indrelid AND (i.indisunique OR i.indisexclusion) AND NOT EXISTS (
          SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = i.indkey[0]
          AND a.attname = 'tenant_id')
      """
    ) {
      "The key \($0) does not start with tenant_id, so one kommune learns what another has."
        + " As the owner: drop it, or make it anew with tenant_id first."
    },
    CatalogCheck(
      "foreign-key-leaves-the-kommune",
      """
      SELECT format('%I on %s', k.conname, k.conrelid::regclass) FROM pg_constraint k
      WHERE k.contype = 'f' AND EXISTS (SELECT FROM \(CatalogSQL.kommuneTables)
          AND c.oid IN (k.conrelid, k.confrelid))
        AND NOT (\(isToTheKommune)) AND NOT EXISTS (
          SELECT FROM generate_subscripts(k.conkey, 1) s
          JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[s]
          JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[s]
          JOIN pg_class o ON o.oid = k.confrelid
          WHERE a.attname = 'tenant_id' AND b.attname = 'tenant_id'
            AND o.relnamespace = 'samrad'::regnamespace)
      """
    ) {
      "The foreign key \($0) may point into another kommune. As the owner: drop it, or make it anew"
        + " with tenant_id on both sides."
    },
    CatalogCheck(
      "kommune-is-not-referenced",
      """
      SELECT \(CatalogSQL.name) FROM \(CatalogSQL.kommuneTables) AND NOT EXISTS (
        SELECT FROM pg_constraint k WHERE k.contype = 'f' AND k.conrelid = c.oid
        AND (\(isToTheKommune)))
      """
    ) {
      "Rows of \($0) may belong to a kommune that does not exist. As the owner: ALTER TABLE \($0)"
        + " ADD FOREIGN KEY (tenant_id) REFERENCES catalog.tenant (tenant_id)."
    },
    CatalogCheck(
      "key-is-not-validated",
      """
      SELECT format('%I on %s', k.conname, \(CatalogSQL.name))
      FROM pg_constraint k, \(CatalogSQL.houseRelations) AND c.oid = k.conrelid AND NOT k.convalidated
      UNION ALL SELECT format('%I on %s', x.relname, \(CatalogSQL.name))
      FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid, \(CatalogSQL.houseRelations)
        AND c.oid = i.indrelid AND i.indisunique AND NOT (i.indisvalid AND i.indisready)
      """
    ) {
      "The key or rule \($0) was never checked against the rows that are there. As the owner:"
        + " VALIDATE the constraint, or REINDEX the index."
    },
  ]

  /// The foreign key `k` is that of `tenant_id` alone to the list of kommuner.
  private static let isToTheKommune: SQL = """
    k.confrelid = 'catalog.tenant'::regclass AND (SELECT array_agg(a.attname::text)
      FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey))
      = ARRAY['tenant_id'] AND (SELECT array_agg(b.attname::text)
      FROM pg_attribute b WHERE b.attrelid = k.confrelid AND b.attnum = ANY (k.confkey))
      = ARRAY['tenant_id']
    """
}
