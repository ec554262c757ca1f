import HTML

/// A table of records that reads as a list of small cards on a narrow screen.
///
/// The first cell of each row names the record. It needs no sideways scrolling at any width.
package struct PageTable: Sendable {
  let name: String
  let columns: [String]
  let numbers: Set<Int>
  let rows: [[HTML]]

  /// A table with a name for those who do not see it, its columns, and its rows with a cell for each.
  package init(_ name: String, columns: [String], numbers: Set<Int> = [], rows: [[HTML]]) {
    self.name = name
    self.columns = columns
    self.numbers = numbers
    self.rows = rows
  }

  /// The markup.
  package var html: HTML {
    """
    <div class="table"><table class="stack" aria-label="\(name)">
    <thead><tr>\(columns.map { "<th scope=\"col\">\($0)</th>" })</tr></thead>
    <tbody>
    \(rows.map(line))
    </tbody>
    </table></div>
    """
  }

  private func line(_ cells: [HTML]) -> HTML {
    guard let first = cells.first else { return .none }
    let rest = zip(columns, cells).enumerated().dropFirst().map { index, cell -> HTML in
      let style: HTML = numbers.contains(index) ? " class=\"number\"" : ""
      return "<td data-label=\"\(cell.0)\"\(style)>\(cell.1)</td>"
    }
    return "<tr><th scope=\"row\">\(first)</th>\(Array(rest))</tr>\n"
  }
}
