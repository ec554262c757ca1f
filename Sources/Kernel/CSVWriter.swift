/// Writes a table as people's spreadsheets open it, line by line.
///
/// It begins with a byte-order mark and separates by semicolon: that is what Excel with Norwegian
/// settings needs to show æ, ø and å, and one cell per column, when the file is clicked open.
/// Programs are better served with JSON; those that do read CSV know the mark, as `CSV` does.
package struct CSVWriter {
  /// What is written so far.
  package private(set) var utf8: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// A table with the names of its columns.
  package init(header: [String]) { line(header) }

  /// Adds a line.
  package mutating func line(_ fields: [String]) {
    var isFirst = true
    for field in fields {
      if !isFirst { utf8.append(UInt8(ascii: ";")) }
      isFirst = false
      write(field)
    }
    utf8 += "\r\n".utf8
  }

  private mutating func write(_ field: String) {
    // A spreadsheet would take it for a formula, and run it.
    let text = field.utf8.first.map(startsFormula) == true ? "'" + field : field
    guard text.utf8.contains(where: needsQuotes) else {
      utf8 += text.utf8
      return
    }
    utf8.append(quote)
    for byte in text.utf8 {
      if byte == quote { utf8.append(quote) }
      utf8.append(byte)
    }
    utf8.append(quote)
  }
}

private let quote = UInt8(ascii: "\"")

private func startsFormula(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
  case UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
  default: false
  }
}

/// A comma too, for those who open the file with other settings: no text may begin a cell there.
private func needsQuotes(_ byte: UInt8) -> Bool {
  switch byte {
  case quote, UInt8(ascii: ";"), UInt8(ascii: ","): true
  case UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
  default: false
  }
}
