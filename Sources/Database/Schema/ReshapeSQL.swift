/// Writes what gives a table that has landed more columns, other checks and other foreign keys.
///
/// The table is described anew and whole, its columns in the order in which they came. Its rows, keys,
/// indexes and triggers stay as they are; a row that breaks a new rule stops the step.
struct ReshapeSQL {
  private let new: TableSQL

  init(_ table: Table, _ dialect: Dialect) { new = TableSQL(table: table, dialect: dialect) }

  var statements: [String] { new.dialect == .postgres ? postgres : sqlite }

  private var name: String { new.qualifiedName }

  private var columns: [(name: String, type: Table.ColumnType, definition: String)] {
    new.table.parts.compactMap { part in
      guard case .column(let name, let type, _, _) = part else { return nil }
      return new.definition(part).map { (name, type, $0) }
    }
  }

  /// Every check and foreign key is made anew, so that none of before is left by mistake; rows are held
  /// against a new foreign key by a query, which the policy would refuse.
  private var postgres: [String] {
    columns.map { "ALTER TABLE \(name) ADD COLUMN IF NOT EXISTS \($0.definition)" } + [dropRules]
      + TableSQL.seeingPastPolicies(
        of: tablesWithPolicies, rules.map { "ALTER TABLE \(name) ADD \($0)" })
  }

  private var tablesWithPolicies: [String] {
    guard new.table.home == .kommune else { return [] }
    let others = new.table.parts.compactMap { part in
      if case .references(_, let other, _) = part { "samrad.\(other)" } else { nil as String? }
    }
    return Set(others + [name]).sorted()
  }

  private var rules: [String] {
    columns.compactMap { column in
      let check = new.typeCheck(column.name, column.type)
      return check.isEmpty
        ? nil : "CONSTRAINT \(new.table.name)_\(column.name)_check\(check)"
    }
      + new.table.parts.compactMap { part in
        switch part {
        case .check, .references: new.definition(part)
        default: nil
        }
      }
  }

  /// All but whose a row is: that column is not the table's to describe.
  private var dropRules: String {
    """
    DO $$ DECLARE rule name; BEGIN
      FOR rule IN SELECT conname FROM pg_constraint
        WHERE conrelid = '\(name)'::regclass AND contype IN ('c', 'f')
          AND confrelid <> 'catalog.tenant'::regclass
      LOOP EXECUTE format('ALTER TABLE \(name) DROP CONSTRAINT %I', rule); END LOOP;
    END $$
    """
  }

  /// SQLite can't change a rule, but lets its text be replaced where what is stored stays the same.
  ///
  /// See https://www.sqlite.org/lang_altertable.html#otheralter.
  /// What stands in the file's list of tables must name the columns in the order they are stored in;
  /// a row that lacks the last ones has their defaults, which is all that `ADD COLUMN` does, too.
  /// That list is read anew by us at `RESET`, and by everybody else when anything comes or goes.
  private var sqlite: [String] {
    let place = new.table.home == .catalog ? "catalog." : ""
    let text = new.create.replacing("'", with: "''")
    return [
      "PRAGMA writable_schema = ON",
      "UPDATE \(place)sqlite_master SET sql = '\(text)'"
        + " WHERE type = 'table' AND name = '\(new.table.name)'",
      "PRAGMA writable_schema = RESET",
      "CREATE VIEW \(place)reshaped AS SELECT 1",
      "DROP VIEW \(place)reshaped",
      "CREATE TEMP TABLE every_row (broken INTEGER CHECK (broken = 0))",
      "INSERT INTO every_row SELECT count(*) FROM \(name) WHERE NOT (\(everyCheck))",
      "DROP TABLE every_row",
    ]
  }

  private var everyCheck: String {
    let conditions = new.table.parts.compactMap { part in
      guard case .check(_, let condition) = part else { return nil as String? }
      return "coalesce((\(condition)), true)"
    }
    return (["true"] + conditions).joined(separator: " AND ")
  }
}
