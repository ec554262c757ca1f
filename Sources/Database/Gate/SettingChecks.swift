/// Whether a setting changes the rules behind the program's back.
enum SettingChecks {
  static let all = [
    CatalogCheck(
      "kommune-is-set-from-outside",
      "SELECT current_setting('app.tenant', true) WHERE current_setting('app.tenant', true) <> ''"
    ) {
      "Every connection starts in the kommune \($0), also those that name none. As a superuser:"
        + " ALTER ROLE … RESET app.tenant, and the same for the database and postgresql.conf."
    },
    CatalogCheck(
      "setting-weakens-isolation",
      """
      SELECT format('%s = %s', s.name, current_setting(s.name)) FROM (VALUES ('row_security', 'on'),
        ('session_replication_role', 'origin'), ('transform_null_equals', 'off')) s (name, value)
      WHERE current_setting(s.name) <> s.value
      """
    ) {
      "The setting \($0) switches off what the schema guards. Take it out of postgresql.conf and of"
        + " the role's and the database's settings."
    },
    CatalogCheck(
      "library-is-loaded-into-sessions",
      """
      SELECT c.setting FROM pg_db_role_setting s, unnest(s.setconfig) c (setting)
      WHERE s.setrole IN (0, current_user::regrole) AND s.setdatabase IN (0,
          (SELECT oid FROM pg_database WHERE datname = current_database()))
        AND c.setting ~ '^(session|local)_preload_libraries=.'
      """
    ) {
      "Foreign code is loaded into every connection (\($0)). As a superuser: ALTER ROLE or"
        + " ALTER DATABASE … RESET it."
    },
  ]
}
