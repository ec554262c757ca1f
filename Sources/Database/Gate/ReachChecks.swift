/// What the role that serves can reach that sees past the policies or out of the database.
enum ReachChecks {
  static let all =
    functions + [
      CatalogCheck(
        "other-tables-are-reachable",
        """
        SELECT \(CatalogSQL.name) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname NOT IN ('samrad', 'catalog')
          AND \(CatalogSQL.isNotOfTheSystem) AND has_schema_privilege(current_user, n.oid, 'USAGE')
          AND (has_table_privilege(current_user, c.oid, 'SELECT, INSERT, UPDATE, DELETE')
            OR has_any_column_privilege(current_user, c.oid, 'SELECT, INSERT, UPDATE'))
        """
      ) {
        "The role reaches a table that is none of Samråd's: \($0). REVOKE ALL ON \($0) FROM"
          + " samrad_app, PUBLIC, or keep it in a database of its own."
      },
      CatalogCheck(
        "system-table-is-opened",
        """
        SELECT \(CatalogSQL.name) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_init_privs i ON i.objoid = c.oid AND i.classoid = 'pg_class'::regclass
          AND i.objsubid = 0
        WHERE n.nspname = 'pg_catalog' AND has_table_privilege(current_user, c.oid, 'SELECT')
          AND NOT EXISTS (SELECT FROM aclexplode(i.initprivs) a WHERE a.grantee = 0)
        """
      ) {
        "The role may read \($0), which PostgreSQL keeps from ordinary roles. As a superuser:"
          + " REVOKE ALL ON \($0) FROM samrad_app, PUBLIC."
      },
      CatalogCheck(
        "other-servers-are-reachable",
        """
        SELECT s.srvname FROM pg_foreign_server s
        WHERE has_server_privilege(current_user, s.oid, 'USAGE')
        UNION ALL SELECT w.fdwname FROM pg_foreign_data_wrapper w
        WHERE has_foreign_data_wrapper_privilege(current_user, w.oid, 'USAGE')
        """
      ) {
        "The role can reach outside the database through \($0). As a superuser: REVOKE USAGE ON"
          + " FOREIGN … \($0) FROM samrad_app, PUBLIC."
      },
    ]

  private static let functions = [
    CatalogCheck(
      "kommune-can-be-changed-in-a-query",
      """
      SELECT \(CatalogSQL.function) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE p.proname = 'set_config' AND has_function_privilege(current_user, p.oid, 'EXECUTE')
      """
    ) {
      "The role may call \($0), and with it one injected expression becomes another kommune. As a"
        + " superuser: run roles.sql again, also after an upgrade of the server."
    },
    CatalogCheck(
      "system-function-is-opened",
      """
      SELECT \(CatalogSQL.function) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      JOIN pg_init_privs i ON i.objoid = p.oid AND i.classoid = 'pg_proc'::regclass
      WHERE n.nspname = 'pg_catalog' AND has_function_privilege(current_user, p.oid, 'EXECUTE')
        AND NOT EXISTS (SELECT FROM aclexplode(i.initprivs) a WHERE a.grantee = 0)
      """
    ) {
      "The role may call \($0), which PostgreSQL keeps from ordinary roles. As a superuser:"
        + " REVOKE EXECUTE ON FUNCTION \($0) FROM samrad_app, PUBLIC."
    },
    CatalogCheck(
      "function-runs-as-its-owner",
      """
      SELECT \(CatalogSQL.function) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE p.prosecdef AND has_function_privilege(current_user, p.oid, 'EXECUTE')
      """
    ) {
      "The function \($0) runs with its owner's rights, whoever calls it. REVOKE EXECUTE ON"
        + " FUNCTION \($0) FROM samrad_app, PUBLIC, or ALTER FUNCTION \($0) SECURITY INVOKER."
    },
    CatalogCheck(
      "function-may-do-anything",
      """
      SELECT \(CatalogSQL.function) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      JOIN pg_language l ON l.oid = p.prolang
      WHERE \(CatalogSQL.isNotOfTheSystem) AND NOT l.lanpltrusted
        AND has_schema_privilege(current_user, n.oid, 'USAGE')
        AND has_function_privilege(current_user, p.oid, 'EXECUTE')
      """
    ) {
      "The function \($0) is written in a language without limits, and the role may call it. REVOKE"
        + " EXECUTE ON FUNCTION \($0) FROM samrad_app, PUBLIC, or drop its extension."
    },
  ]
}
