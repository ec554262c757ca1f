/// Whether the role that serves holds the rights the migrations gave it, and no other.
enum RightChecks {
  static func all(_ schema: ExpectedSchema) -> [CatalogCheck] {
    [tooMany, forbiddenChanges(schema.appendOnly), missing] + schemas
  }

  private static let tooMany = CatalogCheck(
    "right-is-too-many",
    """
    SELECT format('%s ON %s', r.word, \(CatalogSQL.name)) FROM (VALUES ('TRUNCATE'), ('REFERENCES'), ('TRIGGER')) r (word), \(CatalogSQL.houseRelations) AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND (
        has_table_privilege(current_user, c.oid, r.word)
        OR (r.word = 'REFERENCES' AND has_any_column_privilege(current_user, c.oid, r.word)))
    """
  ) {
    "The role holds a right that row-level security does not watch: \($0). As the owner:"
      + " REVOKE \($0) FROM samrad_app, PUBLIC."
  }

  /// Rows of some tables are only ever added, and the catalog is the owner's.
  private static func forbiddenChanges(_ appendOnly: [String]) -> CatalogCheck {
    CatalogCheck(
      "record-may-be-changed",
      """
      SELECT format('%s ON %s', r.word, \(CatalogSQL.name)) FROM (VALUES ('INSERT'), ('UPDATE'), ('DELETE')) r (word), \(CatalogSQL.houseRelations) AND c.relkind IN ('r', 'p') AND (n.nspname = 'catalog'
          OR (r.word <> 'INSERT' AND c.relname IN (\(list: appendOnly)))) AND (
          has_table_privilege(current_user, c.oid, r.word)
          OR (r.word <> 'DELETE' AND has_any_column_privilege(current_user, c.oid, r.word)))
      """
    ) {
      "The role may change what it must not: \($0). As the owner: REVOKE \($0) FROM samrad_app,"
        + " PUBLIC."
    }
  }

  private static let missing = CatalogCheck(
    "right-is-missing",
    """
    SELECT format('%s ON %s', r.word, \(CatalogSQL.name)) FROM (VALUES ('SELECT'), ('INSERT')) r (word), \(CatalogSQL.houseRelations) AND c.relkind IN ('r', 'p') AND (r.word = 'SELECT' OR n.nspname = 'samrad')
      AND NOT has_table_privilege(current_user, c.oid, r.word)
    """
  ) { "The role lacks a right it needs. As the owner: GRANT \($0) TO samrad_app." }

  private static let schemas = [
    CatalogCheck(
      "role-may-create",
      """
      SELECT format('CREATE ON SCHEMA %I', n.nspname) FROM pg_namespace n
      WHERE has_schema_privilege(current_user, n.oid, 'CREATE') AND n.nspname NOT LIKE 'pg\\_temp%'
      UNION ALL SELECT format('%s ON DATABASE %I', r.word, current_database())
      FROM (VALUES ('CREATE'), ('TEMPORARY')) r (word)
      WHERE has_database_privilege(current_user, current_database(), r.word)
      """
    ) {
      "The role may make objects of its own, which could stand before ours: \($0). As a superuser:"
        + " REVOKE \($0) FROM samrad_app, PUBLIC, or run roles.sql again."
    },
    CatalogCheck(
      "public-holds-a-right",
      """
      SELECT format('%s ON SCHEMA %I', a.privilege_type, n.nspname)
      FROM pg_namespace n, aclexplode(n.nspacl) a
      WHERE n.nspname IN ('samrad', 'catalog') AND a.grantee = 0
      UNION ALL SELECT format('ALL ON %s', \(CatalogSQL.name))
      FROM \(CatalogSQL.houseRelations) AND EXISTS (
        SELECT FROM aclexplode(c.relacl) a WHERE a.grantee = 0)
      """
    ) {
      "Every role of the server holds this right: \($0). As the owner: REVOKE \($0) FROM PUBLIC."
    },
    CatalogCheck(
      "new-objects-are-given-away",
      """
      SELECT format('%s, made by %I', a.privilege_type, pg_get_userbyid(d.defaclrole))
      FROM pg_default_acl d, aclexplode(d.defaclacl) a
      WHERE a.grantee IN (0, current_user::regrole) AND d.defaclobjtype IN ('r', 'n', 'S')
      """
    ) {
      "New tables are opened to everybody or to the role as they are made (\($0)). As a superuser:"
        + " ALTER DEFAULT PRIVILEGES … REVOKE."
    },
  ]
}
