/// A rule of a table that has landed, said anew: from now on it refuses something else.
///
/// It keeps its name, which holds the place it had in the table's description.
package struct Restating: Sendable {
  private let table: String
  private let rule: String
  private let change: Table.Change
  private let condition: String

  /// The rule of a kommune's table that watches a change, with what it refuses now.
  package init(
    _ rule: String, of table: String, _ change: Table.Change, when condition: String
  ) {
    self.table = table
    self.rule = rule
    self.change = change
    self.condition = condition
  }

  func statements(for dialect: Dialect) -> [String] {
    TableSQL(table: Table(table), dialect: dialect)
      .refusal(of: change, when: condition, named: rule, isRestated: true)
  }
}
