/// A table as data, from which each engine's own `CREATE TABLE` is written.
///
/// Columns may not be NULL unless they say so. On PostgreSQL every kommune's table gets the column
/// `tenant_id` first in every key, forced row-level security with the one canonical policy, and the
/// rights of the application's role; on SQLite a kommune is a file, and the same keys go without.
/// So no table can be made that forgets to be isolated.
package struct Table: Sendable {
  /// Where a table lives.
  package enum Home: String, Sendable {
    /// In each kommune's data.
    case kommune = "samrad"
    /// In the instance's catalog, which the application only reads.
    case catalog
  }

  let name: String
  let home: Home
  let parts: [Part]

  /// A table of every kommune, or of the catalog.
  package init(_ name: String, in home: Home = .kommune, _ parts: Part...) {
    self.name = name
    self.home = home
    self.parts = parts
  }

  /// One line of a table's description.
  ///
  /// Conditions are SQL that both engines read.
  package enum Part: Sendable {
    case column(_ name: String, _ type: ColumnType, optional: Bool = false, default: String? = nil)
    case primaryKey(_ columns: [String])
    case unique(_ columns: [String], where: String? = nil)
    /// A foreign key. The named columns must be a key of the other table.
    case references([String], _ table: String, [String])
    /// A rule with a name that says what it demands.
    case check(_ rule: String, _ condition: String)
    case index(_ columns: [String], where: String? = nil)
    /// Rows are only ever added: no update, no delete.
    case appendOnly
    /// A row for which the condition on `OLD` holds may not change any more.
    case frozen(when: String)
    /// A new row, or a change of one, for which the condition on `NEW` (and on `OLD`, for a change)
    /// holds is refused.
    ///
    /// For what no key and no check can say, since it may look into other tables.
    case refuses(_ change: Change, when: String)
  }

  /// What a rule watches.
  package enum Change: String, Sendable {
    case insert = "INSERT"
    case update = "UPDATE"
    /// Its condition is on `OLD`.
    case delete = "DELETE"
  }

  /// The types of columns, the same idea on both engines.
  package enum ColumnType: String, Sendable {
    case id, text, integer, flag, instant, day, bytes
  }
}

extension Table.Part {
  /// A foreign key to a table's `id`, from the column of that name.
  package static func references(_ column: String, _ table: String) -> Self {
    .references([column], table, ["id"])
  }
}
