/// Writes a table for one engine.
///
/// Statements are separated by lines that hold `;;` alone.
struct TableSQL {
  let table: Table
  let dialect: Dialect
  /// The number of the step that adds to the table; nil when it makes the table.
  var alteration: String?

  private var isTenantTable: Bool { dialect == .postgres && table.home == .kommune }
  var qualifiedName: String {
    dialect == .sqlite && table.home == .kommune
      ? table.name : "\(table.home.rawValue).\(table.name)"
  }

  var text: String { statements.joined(separator: separator) }
  private var separator: String { dialect == .postgres ? "\n;;\n" : ";\n" }

  private var statements: [String] {
    guard alteration == nil else { return newColumns + indexes + guards }
    return [create] + indexes + guards + (dialect == .postgres ? isolation : [])
  }

  private var newColumns: [String] {
    table.parts.compactMap { part in
      guard case .column = part, let column = definition(part) else { return nil }
      return "ALTER TABLE \(qualifiedName) ADD COLUMN \(column)"
    }
  }

  /// What the names of the table's indexes and rules start with.
  private var stem: String { alteration.map { "\(table.name)_\($0)" } ?? table.name }

  var create: String {
    var lines = isTenantTable ? [tenantColumn] : []
    lines += table.parts.compactMap(definition)
    let options = dialect == .sqlite ? " STRICT, WITHOUT ROWID" : ""
    return "CREATE TABLE \(qualifiedName) (\n  \(lines.joined(separator: ",\n  "))\n)\(options)"
  }

  private var tenantColumn: String {
    "tenant_id integer NOT NULL DEFAULT samrad.current_tenant()"
      + " REFERENCES catalog.tenant (tenant_id)"
  }

  func definition(_ part: Table.Part) -> String? {
    switch part {
    case .column(let name, let type, let optional, let initial):
      let missing = optional ? "" : " NOT NULL"
      let start = initial.map { " DEFAULT \($0)" } ?? ""
      return "\(name) \(typeName(type))\(missing)\(start)\(typeCheck(name, type))"
    case .primaryKey(let columns): return "PRIMARY KEY (\(key(columns)))"
    case .unique(let columns, where: nil): return "UNIQUE (\(key(columns)))"
    case .references(let columns, let other, let target):
      let place = isTenantTable ? "samrad." : ""
      return "FOREIGN KEY (\(key(columns))) REFERENCES \(place)\(other) (\(key(target)))"
    case .check(let rule, let condition): return "CONSTRAINT \(rule) CHECK (\(condition))"
    case .unique, .index, .appendOnly, .frozen, .refuses: return nil
    }
  }

  private func typeName(_ type: Table.ColumnType) -> String {
    switch (dialect, type) {
    case (.postgres, .id): "uuid"
    case (.postgres, .integer), (.postgres, .instant): "bigint"
    case (.postgres, .flag): "boolean"
    case (.postgres, .bytes): "bytea"
    case (.sqlite, .bytes): "BLOB"
    case (.sqlite, .integer), (.sqlite, .instant), (.sqlite, .flag): "INTEGER"
    case (.postgres, .text), (.postgres, .day): "text"
    case (.sqlite, .id), (.sqlite, .text), (.sqlite, .day): "TEXT"
    }
  }

  func typeCheck(_ name: String, _ type: Table.ColumnType) -> String {
    switch (dialect, type) {
    case (.sqlite, .flag): " CHECK (\(name) IN (0, 1))"
    case (.sqlite, .id): " CHECK (length(\(name)) = 36)"
    case (_, .day): " CHECK (length(\(name)) = 10)"
    default: ""
    }
  }

  private func key(_ columns: [String]) -> String {
    (isTenantTable ? ["tenant_id"] + columns : columns).joined(separator: ", ")
  }

  private var indexes: [String] {
    table.parts.enumerated().compactMap { position, part in
      switch part {
      case .unique(let columns, where: .some(let condition)):
        index("UNIQUE INDEX", columns, condition, position)
      case .index(let columns, let condition): index("INDEX", columns, condition, position)
      default: nil
      }
    }
  }

  private func index(
    _ kind: String, _ columns: [String], _ condition: String?, _ position: Int
  ) -> String {
    let name = "\(stem)_\(position)"
    let place = dialect == .sqlite && table.home == .catalog ? "catalog." : ""
    let target = dialect == .sqlite ? table.name : qualifiedName
    return "CREATE \(kind) \(place)\(name) ON \(target) (\(key(columns)))"
      + (condition.map { " WHERE \($0)" } ?? "")
  }

  /// Triggers that refuse to change what may not change any more, and what a rule forbids.
  private var guards: [String] {
    table.parts.enumerated().flatMap { position, part -> [String] in
      switch part {
      case .appendOnly: triggers(when: nil)
      case .frozen(let condition): triggers(when: condition)
      case .refuses(let change, let condition): refusal(of: change, when: condition, position)
      default: []
      }
    }
  }

  private func triggers(when condition: String?) -> [String] {
    let whenOld = condition.map { " WHEN (\($0))" } ?? ""
    return ["UPDATE", "DELETE"].map { change in
      let name = "\(table.name)_refuse_\(change.lowercased())"
      let head = "CREATE TRIGGER \(name) BEFORE \(change) ON"
      return switch dialect {
      case .postgres:
        "\(head) \(qualifiedName) FOR EACH ROW\(whenOld) EXECUTE FUNCTION samrad.refuse_change()"
      case .sqlite:
        "\(head) \(table.name)\(whenOld)"
          + " BEGIN SELECT RAISE(ABORT, 'this record may not change'); END"
      }
    }
  }

  /// A trigger that looks at the new row.
  ///
  /// PostgreSQL's WHEN may not ask other tables, so there the condition stands in a function, which
  /// sees no more than the one kommune, as everybody does.
  private func refusal(
    of change: Table.Change, when condition: String, _ position: Int
  ) -> [String] {
    refusal(of: change, when: condition, named: "\(stem)_refuse_\(position)")
  }

  /// The same rule under a name of its own; one that is restated takes the place of what stands.
  func refusal(
    of change: Table.Change, when condition: String, named name: String, isRestated: Bool = false
  ) -> [String] {
    let head = "CREATE TRIGGER \(name) BEFORE \(change.rawValue) ON"
    let message = "a rule of \(table.name) refuses this"
    return switch dialect {
    case .postgres:
      [
        """
        CREATE \(isRestated ? "OR REPLACE " : "")FUNCTION samrad.\(name)() RETURNS trigger LANGUAGE plpgsql
        SET search_path = \(table.home.rawValue)
        AS $$ BEGIN
        \(change == .delete ? Self.unlessErased : "")\
          IF (\(condition)) THEN
            RAISE EXCEPTION '\(message)' USING ERRCODE = '\(frozenState)';
          END IF;
          RETURN \(change == .delete ? "OLD" : "NEW");
        END $$
        """
      ]
        + (isRestated
          ? [] : ["\(head) \(qualifiedName) FOR EACH ROW EXECUTE FUNCTION samrad.\(name)()"])
    case .sqlite:
      (isRestated ? ["DROP TRIGGER \(name)"] : []) + [
        "\(head) \(table.name) WHEN (\(condition))"
          + " BEGIN SELECT RAISE(ABORT, '\(message)'); END"
      ]
    }
  }

  /// The records of a kommune that leaves go with it, whatever their rules.
  private static let unlessErased = """
      IF EXISTS (SELECT FROM catalog.erased_tenant e WHERE e.tenant_id = OLD.tenant_id) THEN
        RETURN OLD;
      END IF;

    """

  /// Statements of a PostgreSQL step that see every kommune's rows.
  ///
  /// No kommune is set while a step runs, so the owner sees past the policies until it is done, and
  /// nobody sees the owner do so.
  static func seeingPastPolicies(of tables: [String], _ statements: [String]) -> [String] {
    func policies(_ force: String) -> [String] {
      tables.map { "ALTER TABLE \($0) \(force) ROW LEVEL SECURITY" }
    }
    return policies("NO FORCE") + statements + policies("FORCE")
  }

  private var isolation: [String] {
    let name = qualifiedName
    guard table.home == .kommune else { return ["GRANT SELECT ON \(name) TO samrad_app"] }
    let isAppendOnly = table.parts.contains { if case .appendOnly = $0 { true } else { false } }
    let rights = isAppendOnly ? "SELECT, INSERT" : "SELECT, INSERT, UPDATE, DELETE"
    return [
      "ALTER TABLE \(name) ENABLE ROW LEVEL SECURITY",
      "ALTER TABLE \(name) FORCE ROW LEVEL SECURITY",
      "CREATE POLICY kommune ON \(name) USING (tenant_id = samrad.current_tenant())",
      "GRANT \(rights) ON \(name) TO samrad_app",
    ]
  }
}
