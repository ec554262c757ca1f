/// Whether PostgreSQL has exactly the tables, columns, triggers, rules and functions the migrations
/// make.
struct SchemaChecks {
  let schema: ExpectedSchema

  init(_ schema: ExpectedSchema) { self.schema = schema }

  func findings(in transaction: borrowing Transaction) throws -> [Finding] {
    let tables = try self.tables(transaction)
    // What belongs to a missing table is missing too, and needs no sentence of its own.
    let gone = schema.tables.subtracting(try names(transaction, Self.tableNames))
    func isThere(_ name: String) -> Bool {
      !gone.contains { name.hasPrefix("\($0).") || name.hasPrefix("\($0) ") }
    }
    return try tables
      + (columns(transaction) + triggers(transaction) + parts(transaction)).filter {
        isThere($0.object)
      } + functions(transaction)
  }

  private func tables(_ transaction: borrowing Transaction) throws -> [Finding] {
    compare("table", schema.tables, try names(transaction, Self.tableNames))
  }

  private func columns(_ transaction: borrowing Transaction) throws -> [Finding] {
    let known = schema.all.flatMap { schema, object in
      // Whether the kommune's own column is there is asked elsewhere.
      object.columns.map { "\(schema).\(object.name).\($0)" }
    }
    let found = try names(
      transaction,
      """
      SELECT \(CatalogSQL.name) || '.' || a.attname
      FROM pg_attribute a, \(CatalogSQL.houseRelations) AND c.oid = a.attrelid AND c.relkind = 'r'
        AND a.attnum > 0 AND NOT a.attisdropped
        AND NOT (n.nspname = 'samrad' AND a.attname = 'tenant_id')
      """)
    let strangers = found.filter { name in schema.tables.contains { name.hasPrefix("\($0).") } }
    return compare("column", Set(known), strangers)
  }

  private func triggers(_ transaction: borrowing Transaction) throws -> [Finding] {
    let known = schema.all.filter { $0.object.kind == "trigger" }.map { schema, object in
      let function = object.name.contains(/_refuse_\d+$/) ? object.name : "refuse_change"
      return "\(schema).\(object.table).\(object.name) BEFORE \(object.event) samrad.\(function)"
    }
    let found = try names(
      transaction,
      """
      SELECT format('%s.%s BEFORE %s%s %s.%s', \(CatalogSQL.name), t.tgname,
        CASE t.tgtype WHEN 7 THEN 'INSERT' WHEN 11 THEN 'DELETE' WHEN 19 THEN 'UPDATE'
          ELSE t.tgtype::text END,
        CASE WHEN t.tgqual IS NULL THEN '' ELSE ' WHEN' END, s.nspname, p.proname)
      FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
        JOIN pg_namespace s ON s.oid = p.pronamespace, \(CatalogSQL.houseRelations)
        AND c.oid = t.tgrelid AND NOT t.tgisinternal
      """)
    return compare("trigger", Set(known), found)
  }

  /// Named rules, indexes and keys; more of them do no harm.
  private func parts(_ transaction: borrowing Transaction) throws -> [Finding] {
    let rules = schema.all.flatMap { schema, object in
      object.checks.map { "\(schema).\(object.name).\($0)" }
    }
    let indexes = schema.all.filter { $0.object.kind == "index" }.map { schema, object in
      "\(schema).\(object.table).\(object.name)"
    }
    return missing("rule", Set(rules), try names(transaction, Self.rules))
      + missing("index", Set(indexes), try names(transaction, Self.indexes))
      + missing("key", schema.keys, try names(transaction, Self.keys))
  }

  private func missing(_ kind: String, _ known: Set<String>, _ found: Set<String>) -> [Finding] {
    known.subtracting(found).sorted().map { finding(kind, "is-missing", $0) }
  }

  private func functions(_ transaction: borrowing Transaction) throws -> [Finding] {
    let found = try transaction.rows(
      """
      SELECT format('%I.%I', n.nspname, p.proname), p.prosrc,
        coalesce(array_to_string(p.proconfig, ' '), '')
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname IN ('samrad', 'catalog') OR p.proname = 'current_tenant' ORDER BY 1
      """,
      as: { name, body, settings in SchemaFunction(name: name, body: body, settings: settings) })
    let known = schema.functions.map {
      SchemaFunction(name: "samrad.\($0.name)", body: $0.body, settings: $0.settings)
    }
    return compare("function", Set(known.map(\.name)), Set(found.map(\.name)))
      + found.filter { one in known.contains { $0.name == one.name } && !known.contains(one) }
      .map { finding("function", "is-changed", $0.name) }
  }

  private func names(_ transaction: borrowing Transaction, _ query: SQL) throws -> Set<String> {
    Set(try transaction.values(query))
  }

  private func compare(_ kind: String, _ known: Set<String>, _ found: Set<String>) -> [Finding] {
    missing(kind, known, found)
      + found.subtracting(known).sorted().map { finding(kind, "is-unknown", $0) }
  }

  private func finding(_ kind: String, _ fault: String, _ object: String) -> Finding {
    let text =
      switch fault {
      case "is-missing":
        "The \(kind) \(object) is missing, which a migration made. Restore it from a backup."
      case "is-changed":
        "The \(kind) \(object) is not as a migration made it. Put it back, or restore a backup."
      default:
        "No migration made the \(kind) \(object). As the owner: drop it, or keep it in a database of"
          + " its own."
      }
    return Finding(code: "\(kind)-\(fault)", object: object, text: text)
  }

  private static let rules: SQL = """
    SELECT format('%s.%s', \(CatalogSQL.name), k.conname)
    FROM pg_constraint k, \(CatalogSQL.houseRelations) AND c.oid = k.conrelid AND k.contype = 'c'
    """

  private static let indexes: SQL = """
    SELECT format('%s.%s', \(CatalogSQL.name), x.relname)
    FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid, \(CatalogSQL.houseRelations)
      AND c.oid = i.indrelid
    """

  private static let keys: SQL = """
    SELECT format('%s (%s)', \(CatalogSQL.name), (SELECT string_agg(a.attname, ', ' ORDER BY a.attname)
      FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
      AND NOT (n.nspname = 'samrad' AND a.attname = 'tenant_id')))
    FROM pg_index i, \(CatalogSQL.houseRelations) AND c.oid = i.indrelid AND i.indisunique
    UNION ALL SELECT format('%s (%s) to %s', \(CatalogSQL.name),
      (SELECT string_agg(a.attname, ', ' ORDER BY a.attname)
      FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = ANY (k.conkey)
      AND NOT (n.nspname = 'samrad' AND a.attname = 'tenant_id')), o.relname)
    FROM pg_constraint k JOIN pg_class o ON o.oid = k.confrelid, \(CatalogSQL.houseRelations)
      AND c.oid = k.conrelid AND k.contype = 'f'
    """

  private static let tableNames: SQL =
    "SELECT \(CatalogSQL.name) FROM \(CatalogSQL.houseRelations) AND c.relkind IN ('r', 'p', 'f')"
}
