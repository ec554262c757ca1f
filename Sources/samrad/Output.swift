import Glibc
import Web

/// Results go to standard output; progress and problems to standard error.
enum Output {
  /// A result.
  static func result(_ text: String) { write(text, 1) }

  /// A line of progress.
  static func line(_ text: String) { write(text, 2) }

  /// A problem, in one sentence.
  static func problem(_ text: String) { write("samrad: \(text)", 2) }

  /// A result as one line of JSON.
  static func json(_ value: some JSONValue) {
    var json = JSONWriter()
    value.write(to: &json)
    result(String(decoding: json.utf8, as: UTF8.self))
  }

  /// A table with aligned columns.
  static func table(_ header: [String], _ rows: [[String]]) {
    let all = [header] + rows
    let widths = header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    for row in all {
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      var line = cells.joined(separator: "  ")[...]
      while line.last == " " { line.removeLast() }
      result(String(line))
    }
  }

  /// A secret is shown once: what could not be told must not look like success.
  private static func lost(_ descriptor: Int32) {
    // Whoever reads through `head` has had what they wanted.
    guard descriptor == 1, errno != EPIPE else { return }
    problem("The work is done, but its result cannot be written to standard output.")
    exit(1)
  }

  private static func write(_ text: String, _ descriptor: Int32) {
    var rest = Array("\(text)\n".utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return lost(descriptor) }
      rest = rest.dropFirst(count)
    }
  }
}
