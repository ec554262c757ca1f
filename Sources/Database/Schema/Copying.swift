/// Rows that a step copies from one table of every kommune to another.
package struct Copying: Sendable {
  private let from: String
  private let to: String
  private let condition: String?
  private let columns: [(name: String, value: String)]

  /// For each column of the new table the SQL that reads it from the old one; columns that are left
  /// out have their defaults.
  ///
  /// Of the old rows, those are copied that meet the condition.
  package init(
    _ from: String, to: String, where condition: String? = nil,
    _ columns: KeyValuePairs<String, String>
  ) {
    self.from = from
    self.to = to
    self.condition = condition
    self.columns = columns.map { ($0.key, $0.value) }
  }

  /// On PostgreSQL every row goes with its kommune.
  func statements(for dialect: Dialect) -> [String] {
    let names = columns.map(\.name).joined(separator: ", ")
    let values = columns.map(\.value).joined(separator: ", ")
    let rows = condition.map { " WHERE \($0)" } ?? ""
    guard dialect == .postgres else {
      return ["INSERT INTO \(to) (\(names)) SELECT \(values) FROM \(from)\(rows)"]
    }
    return TableSQL.seeingPastPolicies(
      of: ["samrad.\(from)", "samrad.\(to)"],
      [
        "INSERT INTO samrad.\(to) (tenant_id, \(names))"
          + " SELECT tenant_id, \(values) FROM samrad.\(from)\(rows)"
      ])
  }
}
