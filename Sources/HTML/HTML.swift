/// Markup in which every value is escaped: only text of the source code is trusted.
///
/// ```swift
/// let row: HTML = "<td>\(meeting.place)</td>"   // the place is escaped
/// let list: HTML = "<ul>\(items.map { "<li>\($0.title)</li>" })</ul>"
/// ```
/// A run-time string cannot become markup; there is no way around it.
package struct HTML: Sendable, ExpressibleByStringInterpolation {
  /// The markup as UTF-8.
  package private(set) var utf8: [UInt8]

  /// No markup.
  package static let none: HTML = ""

  /// Markup of the source code.
  package init(stringLiteral value: StaticString) { utf8 = Array(value.description.utf8) }

  /// Markup with values.
  package init(stringInterpolation: StringInterpolation) { utf8 = stringInterpolation.utf8 }

  /// Pieces one after the other.
  package init(_ pieces: [HTML]) { utf8 = pieces.flatMap(\.utf8) }

  /// Collects markup while a literal is read.
  package struct StringInterpolation: StringInterpolationProtocol {
    var utf8: [UInt8] = []

    /// Starts a literal of about that size.
    package init(literalCapacity: Int, interpolationCount: Int) {
      utf8.reserveCapacity(literalCapacity + interpolationCount * 24)
    }

    /// Markup of the source code.
    package mutating func appendLiteral(_ literal: StaticString) {
      utf8 += literal.description.utf8
    }

    /// Text, escaped; safe between tags and inside quoted attributes.
    package mutating func appendInterpolation(_ text: some StringProtocol) {
      for byte in text.utf8 { escape(byte) }
    }

    /// A number.
    package mutating func appendInterpolation(_ number: Int) { utf8 += "\(number)".utf8 }

    /// Markup made elsewhere.
    package mutating func appendInterpolation(_ html: HTML) { utf8 += html.utf8 }

    /// Markup made elsewhere, if there is any.
    package mutating func appendInterpolation(_ html: HTML?) { utf8 += html?.utf8 ?? [] }

    /// Markup for each of some records.
    package mutating func appendInterpolation(_ pieces: [HTML]) {
      for piece in pieces { utf8 += piece.utf8 }
    }

    /// The target of a link inside this instance.
    package mutating func appendInterpolation(_ link: Link) { appendInterpolation(link.text) }

    private mutating func escape(_ byte: UInt8) {
      switch byte {
      case UInt8(ascii: "&"): utf8 += "&amp;".utf8
      case UInt8(ascii: "<"): utf8 += "&lt;".utf8
      case UInt8(ascii: ">"): utf8 += "&gt;".utf8
      case UInt8(ascii: "\""): utf8 += "&quot;".utf8
      case UInt8(ascii: "'"): utf8 += "&#39;".utf8
      default: utf8.append(byte)
      }
    }
  }
}

extension HTML: CustomStringConvertible {
  package var description: String { String(decoding: utf8, as: UTF8.self) }
}
