import Kernel

/// Writes JSON as bytes, front to back, without a tree in between.
package struct JSONWriter {
  /// What is written so far.
  package private(set) var utf8: [UInt8] = []

  /// An empty writer.
  package init() { utf8.reserveCapacity(1024) }

  /// JSON of the source code: brackets, commas, literals.
  package mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { utf8.append(contentsOf: $0) }
  }

  /// Bytes that already are JSON.
  package mutating func raw(_ bytes: [UInt8]) { utf8 += bytes }

  /// Values in brackets.
  @inlinable package mutating func list<Element>(
    _ elements: [Element], _ write: (Element, inout JSONWriter) -> Void
  ) {
    raw("[")
    var isFirst = true
    for element in elements {
      if !isFirst { raw(",") }
      isFirst = false
      write(element, &self)
    }
    raw("]")
  }

  /// A number.
  package mutating func number(_ number: Int) { utf8 += "\(number)".utf8 }

  /// A text in quotes, escaped.
  package mutating func text(_ text: String) {
    utf8.append(UInt8(ascii: "\""))
    defer { utf8.append(UInt8(ascii: "\"")) }
    guard text.utf8.contains(where: needsEscape) else {
      utf8 += text.utf8
      return
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): utf8 += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\\"): utf8 += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): utf8 += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case 0..<32: utf8 += "\\u00\(byte < 16 ? "0" : "1")\(hexDigits[Int(byte & 15)])".utf8
      default: utf8.append(byte)
      }
    }
  }

  /// An id in quotes.
  package mutating func id<Record>(_ id: ID<Record>) {
    utf8.append(UInt8(ascii: "\""))
    id.write(to: &utf8)
    utf8.append(UInt8(ascii: "\""))
  }
}

private func needsEscape(_ byte: UInt8) -> Bool {
  byte < 32 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
}

private let hexDigits = Array("0123456789abcdef")

/// A value that JSON can hold, and how the API's description describes it.
package protocol JSONValue: Sendable {
  /// The kind of value.
  static var schema: JSONSchema { get }
  /// Writes the value.
  func write(to json: inout JSONWriter)
  /// Writes a list of values.
  static func write(list: [Self], to json: inout JSONWriter)
}

extension JSONValue {
  @inlinable package static func write(list: [Self], to json: inout JSONWriter) {
    json.list(list) { value, json in value.write(to: &json) }
  }
}

/// What the API's description says of a value.
package indirect enum JSONSchema: Sendable, Hashable {
  case text(format: String? = nil)
  case number, flag
  /// No JSON at all, but the bytes of a file.
  case file
  case choice([String])
  case list(JSONSchema)
  case optional(JSONSchema)
  /// A named record with its fields.
  case record(String, [FieldSchema])
}

/// One field of a record in the API's description.
package struct FieldSchema: Sendable, Hashable {
  package let name: String
  package let about: String
  package let schema: JSONSchema
}

extension String: JSONValue {
  package static var schema: JSONSchema { .text() }
  package func write(to json: inout JSONWriter) { json.text(self) }
}

extension Int: JSONValue {
  package static var schema: JSONSchema { .number }
  package func write(to json: inout JSONWriter) { json.number(self) }
}

extension Bool: JSONValue {
  package static var schema: JSONSchema { .flag }
  package func write(to json: inout JSONWriter) { json.raw(self ? "true" : "false") }
}

extension ID: JSONValue {
  package static var schema: JSONSchema { .text(format: "uuid") }
  package func write(to json: inout JSONWriter) { json.id(self) }
}

extension Instant: JSONValue {
  package static var schema: JSONSchema { .text(format: "date-time") }
  package func write(to json: inout JSONWriter) { json.text(description) }
}

extension Day: JSONValue {
  package static var schema: JSONSchema { .text(format: "date") }
  package func write(to json: inout JSONWriter) { json.text(description) }
}

extension Optional: JSONValue where Wrapped: JSONValue {
  package static var schema: JSONSchema { .optional(Wrapped.schema) }
  package func write(to json: inout JSONWriter) {
    if let self { self.write(to: &json) } else { json.raw("null") }
  }
}

extension Array: JSONValue where Element: JSONValue {
  package static var schema: JSONSchema { .list(Element.schema) }
  package func write(to json: inout JSONWriter) { Element.write(list: self, to: &json) }
}

/// Enums with text for raw values are written as that text.
extension JSONValue where Self: RawRepresentable & CaseIterable, RawValue == String {
  package static var schema: JSONSchema { .choice(allCases.map(\.rawValue)) }
  package func write(to json: inout JSONWriter) { json.text(rawValue) }
}
