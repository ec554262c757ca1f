/// Ways around the policies that need no right of the role's own.
enum BypassChecks {
  static let all = [
    CatalogCheck(
      "view-sees-past-the-policy",
      """
      SELECT \(CatalogSQL.name) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE \(CatalogSQL.isNotOfTheSystem) AND (c.relkind = 'm' OR (c.relkind = 'v' AND NOT EXISTS (
          SELECT FROM pg_options_to_table(c.reloptions) o
          WHERE o.option_name = 'security_invoker' AND o.option_value::boolean)))
        AND (n.nspname IN ('samrad', 'catalog') OR EXISTS (SELECT FROM pg_depend d
          JOIN pg_rewrite w ON w.oid = d.objid AND w.ev_class = c.oid
          JOIN pg_class t ON t.oid = d.refobjid
          WHERE d.classid = 'pg_rewrite'::regclass AND d.refclassid = 'pg_class'::regclass
            AND t.relnamespace = 'samrad'::regnamespace))
      """
    ) {
      "The view \($0) shows every kommune with its owner's eyes. As the owner: DROP it, or for a"
        + " plain view ALTER VIEW \($0) SET (security_invoker = true)."
    },
    CatalogCheck(
      "function-is-said-to-be-leakproof",
      """
      SELECT \(CatalogSQL.function) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE \(CatalogSQL.isNotOfTheSystem) AND p.proleakproof
      """
    ) {
      "The function \($0) may see rows before the policy does, because it is said to be leakproof."
        + " As a superuser: ALTER FUNCTION \($0) NOT LEAKPROOF."
    },
    CatalogCheck(
      "rule-rewrites-a-table",
      """
      SELECT format('%I on %s', w.rulename, \(CatalogSQL.name))
      FROM pg_rewrite w, \(CatalogSQL.houseRelations) AND c.oid = w.ev_class
        AND c.relkind IN ('r', 'p')
      """
    ) {
      "The rule \($0) turns a statement into another, with its owner's rights. As the owner: DROP"
        + " RULE \($0)."
    },
    CatalogCheck(
      "table-inherits",
      """
      SELECT format('%s from %s', h.inhrelid::regclass, h.inhparent::regclass) FROM pg_inherits h
      WHERE EXISTS (SELECT FROM \(CatalogSQL.houseRelations)
        AND c.relkind IN ('r', 'p') AND c.oid IN (h.inhrelid, h.inhparent))
      """
    ) {
      "A table inherits from another (\($0)), and whoever asks the one is not held to the policy of"
        + " the other. As the owner: ALTER TABLE … NO INHERIT, or DETACH PARTITION."
    },
    CatalogCheck(
      "trigger-is-off",
      """
      SELECT format('%I on %s', t.tgname, \(CatalogSQL.name))
      FROM pg_trigger t, \(CatalogSQL.houseRelations) AND c.oid = t.tgrelid
        AND t.tgenabled NOT IN ('O', 'A')
      """
    ) {
      "The trigger \($0) is switched off. As the owner: ALTER TABLE … ENABLE TRIGGER (ALL, as a"
        + " superuser, when it guards a foreign key)."
    },
    CatalogCheck(
      "object-is-of-an-unknown-kind",
      """
      SELECT \(CatalogSQL.name) FROM \(CatalogSQL.houseRelations)
        AND c.relkind NOT IN ('r', 'i', 't', 'v', 'm')
      UNION ALL SELECT format('the operator %I.%s', n.nspname, o.oprname)
      FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
      WHERE n.nspname IN ('samrad', 'catalog')
      UNION ALL SELECT format('the type %I.%I', n.nspname, t.typname)
      FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE n.nspname IN ('samrad', 'catalog') AND t.typtype <> 'c' AND t.typcategory <> 'A'
      """
    ) {
      "No migration makes \($0): a sequence counts for all kommuner, a foreign table or a partition"
        + " has no policy of ours, an operator or type stands before PostgreSQL's. As the owner:"
        + " drop it."
    },
    CatalogCheck(
      "large-objects-belong-to-nobody",
      "SELECT count(*)::text FROM pg_largeobject_metadata HAVING count(*) > 0"
    ) {
      "The database holds \($0) large objects, which no policy watches. As a superuser: look at"
        + " them with \\lo_list, and \\lo_unlink them."
    },
  ]

  /// Asks the catalog's own tables, which must be there and readable.
  static let erased = CatalogCheck(
    "erased-kommune-is-here-again",
    """
    SELECT t.tenant_id::text FROM catalog.tenant t JOIN catalog.erased_tenant e
    ON e.tenant_id = t.tenant_id
    """
  ) {
    "The kommune number \($0) was erased, and is in the list again; its records could be removed."
      + " After restoring a backup: samrad tenant erase it once more."
  }
}
