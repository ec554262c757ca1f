@testable import Database

/// A table as the text of a migration makes it on one engine.
struct RenderedTable {
  /// With its schema, where it has one: `samrad.meetings_minutes`.
  let name: String
  /// What stands between the parentheses of `CREATE TABLE`, line by line.
  private(set) var definitions: [Substring]
  /// The indexes, policies, rights and triggers that come after it.
  private(set) var others: [String] = []

  /// Every table of every step, in order.
  static func all(_ migrations: [Migration], on dialect: Dialect) -> [RenderedTable] {
    let separator = dialect == .postgres ? "\n;;\n" : ";\n"
    let statements = migrations.flatMap { migration in
      migration.text(for: dialect).split(separator: separator).map(String.init)
    }
    var tables: [RenderedTable] = []
    for statement in statements {
      if statement.hasPrefix("CREATE TABLE ") {
        tables.append(RenderedTable(statement))
      } else if statement.hasPrefix("DROP TABLE ") {
        tables.removeAll { statement == "DROP TABLE \($0.name)" }
      } else if let shape = newShape(in: statement) {
        if let old = tables.firstIndex(where: { $0.name == shape.name }) {
          tables[old].definitions = shape.definitions
        } else {
          tables.append(shape)
        }
      } else if let named = tables.firstIndex(where: { $0.isAbout(statement) }) {
        tables[named].add(statement)
      } else if !tables.isEmpty {
        tables[tables.count - 1].add(statement)
      }
    }
    return tables
  }

  /// The table that SQLite is told to take for the one of that name.
  private static func newShape(in statement: String) -> RenderedTable? {
    let start = "UPDATE sqlite_master SET sql = '"
    guard statement.hasPrefix(start) else { return nil }
    let text = statement.dropFirst(start.count).split(separator: "' WHERE type = 'table'")
    return text.first.map { RenderedTable(String($0).replacing("''", with: "'")) }
  }

  private init(_ create: String) {
    name = String(create.dropFirst("CREATE TABLE ".count).prefix { $0 != " " })
    definitions = create.split(separator: "\n").dropFirst().dropLast().map { line in
      line.trimmingPrefix(while: \.isWhitespace)
    }
  }

  /// Whether a statement names this table, as those that come after its making do.
  private func isAbout(_ statement: String) -> Bool {
    statement.hasPrefix("ALTER TABLE \(name) ") || statement.contains(" ON \(name) ")
  }

  /// A column that was added later stands beside the first ones.
  private mutating func add(_ statement: String) {
    let start = "ALTER TABLE \(name) ADD COLUMN "
    if statement.hasPrefix(start) {
      let column = statement.dropFirst(start.count).trimmingPrefix("IF NOT EXISTS ")
      guard !columns.contains(where: { column.hasPrefix("\($0.name) ") }) else { return }
      definitions.append(column)
    } else {
      others.append(statement)
    }
  }

  /// The name without its schema, as plans show it.
  var shortName: Substring { name.split(separator: ".").last ?? "" }

  /// Whether it gets more rows as time goes by.
  ///
  /// What has neither an id nor a time is the kommune's
  /// words and rules: a handful of rows, of which it hardly matters how they are found.
  var grows: Bool { columns.contains { $0.type == "uuid" || $0.name.hasSuffix("_at") } }

  /// Whether every kommune has rows in it.
  var isOfKommune: Bool { !name.hasPrefix("catalog.") }

  /// The columns, each with the first word of its type.
  var columns: [(name: Substring, type: Substring)] {
    let rules: Set<Substring> = ["PRIMARY", "UNIQUE", "FOREIGN", "CONSTRAINT"]
    return definitions.compactMap { line in
      let words = line.split(separator: " ")
      guard words.count > 1, !rules.contains(words[0]) else { return nil }
      return (words[0], words[1].prefix { $0.isLetter })
    }
  }

  /// The columns that tell one row of a kommune by themselves, such as `id`.
  var tellingColumns: [Substring] {
    definitions.compactMap { line in
      line.firstMatch(of: /^(?:PRIMARY KEY|UNIQUE) \(tenant_id, (\w+)\)/)?.output.1
    }
  }

  /// The column lists of every key and index, both ends of foreign keys.
  var keys: [Substring] {
    let definitions = definitions.filter { $0.contains(/^(PRIMARY|UNIQUE|FOREIGN)/) }
    let indexes = others.filter { $0.contains(/^CREATE (UNIQUE )?INDEX/) }.map { $0[...] }
    return definitions.flatMap { $0.matches(of: /\(([^)]*)\)/).map(\.output.1) }
      + indexes.compactMap { $0.firstMatch(of: /\(([^)]*)\)/)?.output.1 }
  }
}
