import Crypto

/// One step of a module's schema: named, applied once in its own transaction, never changed after
/// it has landed.
///
/// There is no way back; a mistake is mended by the next step.
package struct Migration: Sendable {
  /// The module, such as `meetings`.
  package let module: String
  /// What the step does, such as `0001-meetings`.
  package let name: String
  let home: Table.Home
  private let steps: [Step]

  /// A step that makes tables.
  package init(_ module: String, _ name: String, _ tables: Table...) {
    self.init(module, name, in: tables.first?.home ?? .kommune, steps: tables.map(Step.table))
  }

  /// A step that makes tables, and changes tables that have landed.
  ///
  /// Those to reshape are described whole and anew, for columns and rules they did not have; those to
  /// alter by what is added to them; rules to restate by what they refuse from now on. Rows are copied
  /// before old tables are dropped.
  package init(
    _ module: String, _ name: String, _ tables: [Table] = [], reshaping: [Table] = [],
    restating: [Restating] = [], altering: [Table] = [], copying: [Copying] = [],
    dropping: [String] = []
  ) {
    let number = String(name.prefix { $0.isNumber })
    self.init(
      module, name, in: tables.first?.home ?? reshaping.first?.home ?? .kommune,
      steps: tables.map(Step.table) + reshaping.map(Step.reshaping)
        + restating.map(Step.restating)
        + altering.map { .alteration($0, number) } + copying.map(Step.copying)
        + dropping.map(Step.dropping))
  }

  /// A step that both engines read as it stands, or that only one of them needs.
  init(_ module: String, _ name: String, in home: Table.Home, steps: [Step]) {
    self.module = module
    self.name = name
    self.home = home
    self.steps = steps
  }

  enum Step: Sendable {
    case table(Table)
    /// Columns that may be empty or have a default, indexes and rules for a table that exists; the
    /// step's number keeps their names apart from those the table was made with.
    case alteration(Table, String)
    /// Columns and rules of a table that exists.
    case reshaping(Table)
    /// A rule of a table that exists.
    case restating(Restating)
    case copying(Copying)
    /// A table of every kommune that is wanted no more.
    case dropping(String)
    case only(Dialect, String)
  }

  func text(for dialect: Dialect) -> String {
    let separator = dialect == .postgres ? "\n;;\n" : ";\n"
    return steps.compactMap { step in
      switch step {
      case .table(let table): TableSQL(table: table, dialect: dialect).text
      case .alteration(let table, let number):
        TableSQL(table: table, dialect: dialect, alteration: number).text
      case .reshaping(let table):
        ReshapeSQL(table, dialect).statements.joined(separator: separator)
      case .restating(let rule): rule.statements(for: dialect).joined(separator: separator)
      case .copying(let copy): copy.statements(for: dialect).joined(separator: separator)
      case .dropping(let table):
        dialect == .postgres ? "DROP TABLE samrad.\(table)" : "DROP TABLE \(table)"
      case .only(dialect, let text): text
      case .only: nil
      }
    }.joined(separator: separator)
  }

  /// Module and name, as people read it: `meetings/0001-meetings`.
  package var label: String { "\(module)/\(name)" }

  /// A digest of what the step does on both engines; a landed step whose digest changes is refused.
  package var checksum: String {
    SHA256(Dialect.allCases.map { "\($0.rawValue):\(text(for: $0))" }.joined(separator: "\n")).hex
  }
}
