@testable import Database

/// How PostgreSQL would run a statement.
struct QueryPlan {
  let statement: String
  let lines: [Substring]

  /// Asks for the plan that holds for whatever values the statement is given.
  init(of statement: String, in transaction: borrowing Transaction) throws {
    self.statement = statement
    let count = statement.matches(of: /\$(\d+)/).compactMap { Int($0.output.1) }.max() ?? 0
    let values = Array(repeating: "NULL", count: count).joined(separator: ", ")
    try transaction.engine.script("PREPARE seen AS \(statement)")
    let lines: [String] = try transaction.values(
      SQL(text: "EXPLAIN (COSTS OFF) EXECUTE seen" + (count > 0 ? " (\(values))" : "")))
    try transaction.engine.script("DEALLOCATE seen")
    self.lines = lines.map { $0[...] }
  }

  init(text: String) {
    statement = ""
    lines = text.split(separator: "\n")
  }

  /// What makes the statement slower the more a kommune has.
  ///
  /// That is a table read from end to end to find some of its rows: without an index, or by one of
  /// which only the kommune's part is used while a filter or a join throws rows away.
  func complaints(_ tables: [RenderedTable]) -> [String] {
    lines.indices.compactMap { index -> String? in
      guard let scan = lines[index].firstMatch(of: /(?:\w+ )*Scan (?:using \w+ )?on (\w+)/),
        let table = tables.first(where: { $0.shortName == scan.output.1 })
      else { return nil }
      if scan.output.0.contains("Seq Scan") { return "\(scan.output.0): no index fits" }
      guard table.grows else { return nil }
      let details = details(of: index)
      if details.contains(where: { $0.contains(#/^(Index|Recheck) Cond: .* AND /#) }) { return nil }
      guard let filter = details.first(where: { $0.hasPrefix("Filter: ") }) ?? joinFilter(of: index)
      else { return nil }
      // A key fits, and is taken once the table is large; in a small one any index looks as good.
      guard !table.tellingColumns.contains(where: { filter.contains("(\($0) = $") }) else {
        return nil
      }
      return "\(scan.output.0) reads the whole kommune: \(filter)"
    }
  }

  /// The lines that say more about the step at `index`.
  private func details(of index: Int) -> [Substring] {
    lines[(index + 1)...].prefix { !$0.contains("->") }
      .map { $0.trimmingPrefix(while: \.isWhitespace) }
  }

  /// What a nested loop compares with every row of the step at `index`.
  private func joinFilter(of index: Int) -> Substring? {
    func depth(_ line: Substring) -> Int { line.prefix { $0 == " " }.count }
    let steps = lines[..<index].indices.filter { lines[$0].contains("->") || $0 == 0 }
    let join = steps.last { depth(lines[$0]) < depth(lines[index]) }
    let details = join.map(details) ?? []
    return details.first { $0.hasPrefix("Join Filter: ") && $0.contains(" = ") }
  }
}

extension QueryPlan: CustomStringConvertible {
  var description: String { "\(statement)\n\(lines.joined(separator: "\n"))" }
}
