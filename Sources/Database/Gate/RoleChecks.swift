/// Whether the role that serves is an ordinary one that owns nothing.
enum RoleChecks {
  /// With one of these, asking for single rights says nothing more.
  static let aboveTheRules: Set<String> = ["role-is-privileged", "role-owns-something"]

  static let all = [
    CatalogCheck(
      "role-is-privileged",
      """
      SELECT format('%I: %s', r.rolname, string_agg(a.word, ' ' ORDER BY a.word))
      FROM pg_roles r, LATERAL (VALUES ('SUPERUSER', r.rolsuper), ('BYPASSRLS', r.rolbypassrls),
        ('CREATEROLE', r.rolcreaterole), ('CREATEDB', r.rolcreatedb),
        ('REPLICATION', r.rolreplication)) a (word, is_held)
      WHERE r.rolname = current_user AND a.is_held GROUP BY r.rolname
      """
    ) {
      "The role has more power than serving takes (\($0)). Connect as samrad_app, and run"
        + " roles.sql again if it is that one."
    },
    CatalogCheck(
      "role-owns-something",
      """
      SELECT format('%I: %s', current_user, CASE WHEN d.dbid = 0 THEN 'a database'
        ELSE pg_describe_object(d.classid, d.objid, d.objsubid) END)
      FROM pg_shdepend d WHERE d.deptype = 'o' AND d.refclassid = 'pg_authid'::regclass
        AND d.refobjid = current_user::regrole AND d.dbid IN (0,
          (SELECT oid FROM pg_database WHERE datname = current_database()))
      ORDER BY d.objid LIMIT 1
      """
    ) {
      "The role owns something (\($0)), and an owner can switch row-level security off. Connect as"
        + " samrad_app, which owns nothing; if it is that one: REASSIGN OWNED BY samrad_app TO"
        + " samrad_owner."
    },
    CatalogCheck(
      "role-is-a-member",
      """
      SELECT format('%I of %I', current_user, pg_get_userbyid(m.roleid)) FROM pg_auth_members m
      WHERE m.member = current_user::regrole
      """
    ) {
      "The role is a member of another (\($0)), and can act as it. Run roles.sql again, which ends"
        + " every membership."
    },
    CatalogCheck(
      "role-is-borrowed",
      """
      SELECT format('%I as %I', session_user, current_user) WHERE session_user <> current_user
      """
    ) {
      "The server signs in as one role and acts as another (\($0)): RESET ROLE would lead back."
        + " Sign in as samrad_app."
    },
    CatalogCheck(
      "role-may-set-parameters",
      """
      SELECT p.parname FROM pg_parameter_acl p
      WHERE has_parameter_privilege(current_user, p.parname, 'SET, ALTER SYSTEM')
        AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
      """
    ) {
      "The role may change the setting \($0), which is for superusers. As a superuser:"
        + " REVOKE SET ON PARAMETER \($0) FROM samrad_app, PUBLIC."
    },
    CatalogCheck(
      "owner-is-not-ordinary",
      """
      SELECT DISTINCT format('%I: %I', n.nspname, pg_get_userbyid(o.oid))
      FROM pg_namespace n JOIN pg_roles o ON o.oid = n.nspowner OR o.oid IN (
        SELECT c.relowner FROM pg_class c WHERE c.relnamespace = n.oid
        UNION SELECT p.proowner FROM pg_proc p WHERE p.pronamespace = n.oid)
      WHERE n.nspname IN ('samrad', 'catalog')
        AND (o.rolsuper OR o.rolbypassrls OR o.oid <> n.nspowner)
      """
    ) {
      "Something in a schema of Samråd belongs to a role it should not (\($0)), whom row-level"
        + " security may not bind. As a superuser: give it to samrad_owner."
    },
  ]
}
