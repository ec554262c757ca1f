/// A table of comma- or semicolon-separated text with a header line, as spreadsheets write it.
package struct CSV: Sendable {
  /// The names of the columns.
  package let header: [String]
  /// The rows with the number of the line each starts on, the header being line 1.
  package let rows: [(line: Int, fields: [String])]

  /// What keeps a file from being read at all.
  package enum Fault: Error, Sendable, Hashable {
    case notUTF8(lines: [Int])
    case empty
    case quoteIsNotClosed(line: Int)
  }

  /// Reads a file; a byte-order mark is passed over, and the separator is the one the header uses.
  ///
  /// - Throws: `Fault` when it is not UTF-8, empty, or a quote is never closed.
  package init(_ bytes: [UInt8]) throws(Fault) {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let unreadable = bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated()
      .filter { String(validating: $0.element, as: UTF8.self) == nil }
    guard unreadable.isEmpty else { throw .notUTF8(lines: unreadable.map { $0.offset + 1 }) }
    let firstLine = bytes.prefix { $0 != 10 }
    let isSemicolon = firstLine.contains(UInt8(ascii: ";"))
    var reader = Reader(bytes: bytes, separator: UInt8(ascii: isSemicolon ? ";" : ","))
    var records = try reader.records()
    records.removeAll { $0.fields.allSatisfy(\.isEmpty) }
    guard !records.isEmpty else { throw .empty }
    header = records.removeFirst().fields
    rows = records
  }

  private struct Reader {
    let bytes: [UInt8]
    let separator: UInt8
    var position = 0
    var line = 1

    mutating func records() throws(Fault) -> [(line: Int, fields: [String])] {
      var records: [(line: Int, fields: [String])] = []
      while position < bytes.count {
        let start = line
        records.append((start, try record()))
      }
      return records
    }

    private mutating func record() throws(Fault) -> [String] {
      var fields: [String] = []
      while true {
        fields.append(try field())
        guard position < bytes.count, bytes[position] == separator else { break }
        position += 1
      }
      if position < bytes.count { position += 1 }
      line += 1
      return fields
    }

    private mutating func field() throws(Fault) -> String {
      var text: [UInt8] = []
      let start = line
      if position < bytes.count, bytes[position] == quote {
        position += 1
        while true {
          guard position < bytes.count else { throw .quoteIsNotClosed(line: start) }
          let byte = bytes[position]
          position += 1
          if byte == quote {
            guard position < bytes.count, bytes[position] == quote else { break }
            position += 1
          }
          if byte == 10 { line += 1 }
          text.append(byte)
        }
      }
      while position < bytes.count, bytes[position] != separator, bytes[position] != 10 {
        text.append(bytes[position])
        position += 1
      }
      return trimmed(String(decoding: text, as: UTF8.self))
    }

    private func trimmed(_ text: String) -> String {
      var slice = text[...]
      while slice.first?.isWhitespace == true { slice.removeFirst() }
      while slice.last?.isWhitespace == true { slice.removeLast() }
      return String(slice)
    }
  }
}

private let quote = UInt8(ascii: "\"")
