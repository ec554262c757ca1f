/// SQL written as plain text in which interpolated values are bound, never pasted.
///
/// ```swift
/// let sql: SQL = "SELECT name FROM councils_council WHERE id = \(id)"
/// // text: SELECT name FROM councils_council WHERE id = $1
/// ```
/// There is no way to turn a run-time string into SQL text: literals come from the source code,
/// values become `$1`, `$2` …, and other `SQL` is spliced with its own values.
package struct SQL: Sendable, ExpressibleByStringInterpolation {
  private(set) var text: String
  private(set) var values: [BoundValue]

  /// SQL without values.
  package init(stringLiteral value: StaticString) {
    text = value.description
    values = []
  }

  /// SQL with values.
  package init(stringInterpolation: StringInterpolation) {
    text = stringInterpolation.text
    values = stringInterpolation.values
  }

  /// Text made from the schema's own names; never leaves this target.
  init(text: String) {
    self.text = text
    values = []
  }

  /// Collects text and values while a literal is read.
  package struct StringInterpolation: StringInterpolationProtocol {
    var text = ""
    var values: [BoundValue] = []

    /// Starts a literal of about that size.
    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 3)
      values.reserveCapacity(interpolationCount)
    }

    /// Text of the source code.
    package mutating func appendLiteral(_ literal: StaticString) {
      literal.withUTF8Buffer { text += String(decoding: $0, as: UTF8.self) }
    }

    /// A value, bound as the next parameter.
    package mutating func appendInterpolation(_ value: some Storable) {
      values.append(value.bound)
      text += "$\(values.count)"
    }

    /// A value that may be missing, bound as the next parameter.
    package mutating func appendInterpolation(_ value: (some Storable)?) {
      values.append(value?.bound ?? .null)
      text += "$\(values.count)"
    }

    /// SQL written elsewhere, with its values.
    package mutating func appendInterpolation(_ sql: SQL) {
      text += sql.renumbered(after: values.count)
      values += sql.values
    }

    /// A list for `IN`: `(\(list: ids))`.
    ///
    /// An empty list becomes `NULL`, which matches nothing.
    package mutating func appendInterpolation(list: some Sequence<some Storable>) {
      var separator = ""
      for value in list {
        text += separator
        appendInterpolation(value)
        separator = ", "
      }
      if separator.isEmpty { text += "NULL" }
    }
  }

  /// The text with every parameter number moved up, to stand behind others.
  private func renumbered(after count: Int) -> String {
    guard count > 0, !values.isEmpty else { return text }
    var result = ""
    var pieces = text.split(separator: "$", omittingEmptySubsequences: false)[...]
    result += pieces.removeFirst()
    for piece in pieces {
      let digits = piece.prefix { $0.isNumber }
      let number = Int(digits).map { "\($0 + count)" } ?? ""
      result += "$" + number + piece.dropFirst(digits.count)
    }
    return result
  }
}
