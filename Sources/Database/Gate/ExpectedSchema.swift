/// What the migrations make, learnt by running them: in memory, on SQLite, whose names are the same.
///
/// So nothing has to be written down a second time, and a step that alters a table counts as much as
/// the one that made it.
struct ExpectedSchema {
  /// Every object of a kommune's own file, and of the catalog's.
  let kommune: [SchemaObject]
  let catalog: [SchemaObject]
  /// The tables whose rows are only ever added.
  let appendOnly: [String]
  /// Unique and foreign keys, without the kommune: `samrad.tenancy_unit (name, type)`.
  let keys: Set<String>
  /// PostgreSQL's functions.
  let functions: [SchemaFunction]

  init(_ migrator: Migrator) throws {
    let memory = try SQLiteFile(":memory:", catalog: ":memory:", catalogIsWritable: true)
    for scope in [Scope.catalog, .kommune(TenantID(0))] {
      try memory.script(MigrationRecords.creation(in: scope))
    }
    for migration in migrator.all { try memory.script(migration.text(for: .sqlite)) }
    kommune = try SchemaObject.all(in: "main", of: memory)
    catalog = try SchemaObject.all(in: "catalog", of: memory)
    appendOnly = kommune.filter { $0.kind == "table" }.map(\.name).filter { [kommune] table in
      kommune.contains { $0.name == "\(table)_refuse_delete" && !$0.sql.contains(" WHEN (") }
    }
    keys = try Self.keys(of: kommune, "main", memory).union(
      Self.keys(of: catalog, "catalog", memory))
    functions = SchemaFunction.all(in: migrator.all)
  }

  private static func keys(
    of objects: [SchemaObject], _ place: String, _ file: SQLiteFile
  ) throws -> Set<String> {
    let schema = place == "main" ? "samrad" : place
    var keys: [String: [String]] = [:]
    for table in objects
    where table.kind == "table" && (schema, table.name) != ("samrad", "migration") {
      let name = "\(schema).\(table.name)"
      _ = try file.execute(uniqueKeys(of: table.name, place)) { row in
        keys["\(name) \(try row.next(String.self))", default: []].append(try row.next())
      }
      _ = try file.execute(foreignKeys(of: table.name, place)) { row in
        let other: String = try row.next()
        keys["\(name) > \(other) \(try row.next(String.self))", default: []].append(try row.next())
      }
    }
    return Set(
      keys.map { key, columns in
        let parts = key.split(separator: " ")
        let target = parts.count == 4 ? " to \(parts[2])" : ""
        return "\(parts[0]) (\(columns.sorted().joined(separator: ", ")))\(target)"
      })
  }

  private static func uniqueKeys(of table: String, _ place: String) -> SQL {
    """
    SELECT l.name, i.name FROM pragma_index_list(\(table), \(place)) l,
      pragma_index_info(l.name, \(place)) i WHERE l."unique" ORDER BY 1, 2
    """
  }

  private static func foreignKeys(of table: String, _ place: String) -> SQL {
    """
    SELECT "table", CAST(id AS text), "from" FROM pragma_foreign_key_list(\(table), \(place))
    """
  }

  /// The tables with their schema, as PostgreSQL names them.
  var tables: Set<String> {
    // There each step is remembered once, in the catalog.
    let names = kommune.filter { $0.kind == "table" && $0.name != "migration" }
    return Set(names.map { "samrad.\($0.name)" })
      .union(catalog.filter { $0.kind == "table" }.map { "catalog.\($0.name)" })
  }

  /// Objects with the schema PostgreSQL has them in.
  var all: [(schema: String, object: SchemaObject)] {
    kommune.filter { $0.table != "migration" }.map { ("samrad", $0) }
      + catalog.map { ("catalog", $0) }
  }
}

/// A table, index or trigger as SQLite remembers it.
struct SchemaObject: Hashable {
  let kind: String
  let name: String
  let table: String
  let sql: String
  /// A table's columns.
  let columns: [String]

  /// What is written in one schema of an open file.
  static func all(in schema: String, of file: SQLiteFile) throws -> [SchemaObject] {
    var objects: [SchemaObject] = []
    _ = try file.execute(query(of: schema)) { objects.append(try SchemaObject(&$0)) }
    return objects
  }

  /// Every object with a text of its own; the indexes that keys bring along have none.
  static func query(of schema: String) -> SQL {
    SQL(
      text: """
        SELECT type, name, tbl_name, sql, coalesce((SELECT group_concat(name, ' ')
          FROM pragma_table_info(m.name, '\(schema)') WHERE m.type = 'table'), '')
        FROM \(schema).sqlite_master m WHERE sql IS NOT NULL ORDER BY type, name
        """)
  }

  init(_ row: inout Row) throws {
    kind = try row.next()
    name = try row.next()
    table = try row.next()
    sql = try row.next()
    columns = try row.next(String.self).split(separator: " ").map(String.init)
  }

  /// The names of the rules a table was given.
  var checks: [String] {
    sql.matches(of: /CONSTRAINT (\w+) CHECK/).map { String($0.output.1) }
  }

  /// When a trigger fires, as `UPDATE` or `UPDATE WHEN`.
  var event: String {
    let change = sql.firstMatch(of: /BEFORE (\w+) ON/).map { String($0.output.1) } ?? ""
    // PostgreSQL asks a rule's condition in its function.
    return name.contains(/_refuse_\d+$/) || !sql.contains(" WHEN (") ? change : "\(change) WHEN"
  }
}

/// A function of PostgreSQL's as a migration writes it.
struct SchemaFunction: Hashable {
  let name: String
  let body: String
  let settings: String

  /// The functions that stand when every step has run.
  static func all(in migrations: [Migration]) -> [SchemaFunction] {
    var functions: [String: SchemaFunction] = [:]
    // Most statements are about something else, and a pattern is slow to begin with.
    let statements = migrations.flatMap { migration in
      migration.text(for: .postgres).split(separator: "\n;;\n").map(String.init)
    }.filter { statement in
      ["CREATE FUNCTION", "CREATE OR REPLACE FUNCTION", "DROP FUNCTION"].contains {
        statement.hasPrefix($0)
      }
    }
    for statement in statements {
      if let made = SchemaFunction(statement) { functions[made.name] = made }
      if let gone = statement.firstMatch(of: /^DROP FUNCTION samrad\.(\w+)/) {
        functions[String(gone.output.1)] = nil
      }
    }
    return functions.values.sorted { $0.name < $1.name }
  }

  init(name: String, body: String, settings: String) {
    self.name = name
    self.body = body
    self.settings = settings
  }

  private init?(_ statement: String) {
    guard let head = statement.firstMatch(of: /^CREATE (?:OR REPLACE )?FUNCTION samrad\.(\w+)\(/)
    else { return nil }
    let parts = statement.split(separator: "$$", omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    name = String(head.output.1)
    body = String(parts[1])
    settings =
      parts[0].firstMatch(of: /SET search_path = (\w+)/).map { "search_path=\($0.output.1)" }
      ?? ""
  }
}
