import Kernel

/// What a value becomes when it is bound to a statement.
package enum BoundValue: Sendable, Hashable {
  case null
  case integer(Int64)
  case text(String)
  case flag(Bool)
  case bytes([UInt8])

  var holdsNUL: Bool { if case .text(let text) = self { text.utf8.contains(0) } else { false } }
}

/// One column of one row, as the engine gives it.
///
/// PostgreSQL sends text for everything; SQLite has integers, text and bytes. Reading accepts both.
package enum Cell {
  case null
  case integer(Int64)
  case text(UnsafeBufferPointer<UInt8>)
  case bytes(UnsafeBufferPointer<UInt8>)
  /// A fraction, or a column that the query does not have: no type reads it.
  case unreadable
}

/// A type that can be bound to a statement and read back from a row.
package protocol Storable: Sendable {
  /// Reads a column; nil when it holds something else.
  init?(_ cell: Cell)
  /// The value as a parameter.
  var bound: BoundValue { get }
}

extension Int64: Storable {
  package init?(_ cell: Cell) {
    switch cell {
    case .null, .bytes, .unreadable: return nil
    case .integer(let value): self = value
    case .text(let utf8):
      guard let value = decimal(utf8) else { return nil }
      self = value
    }
  }
  package var bound: BoundValue { .integer(self) }
}

extension Int: Storable {
  package init?(_ cell: Cell) {
    guard let value = Int64(cell) else { return nil }
    self.init(value)
  }
  package var bound: BoundValue { .integer(Int64(self)) }
}

extension Bool: Storable {
  package init?(_ cell: Cell) {
    switch cell {
    case .integer(0): self = false
    case .integer(1): self = true
    case .text(let utf8) where utf8.elementsEqual("f".utf8): self = false
    case .text(let utf8) where utf8.elementsEqual("t".utf8): self = true
    default: return nil
    }
  }
  package var bound: BoundValue { .flag(self) }
}

extension String: Storable {
  package init?(_ cell: Cell) {
    guard case .text(let utf8) = cell else { return nil }
    self.init(decoding: utf8, as: UTF8.self)
  }
  package var bound: BoundValue { .text(self) }
}

/// Bytes, which PostgreSQL sends as `\x` and hexadecimal digits.
extension Array: Storable where Element == UInt8 {
  package init?(_ cell: Cell) {
    switch cell {
    case .bytes(let bytes): self.init(bytes)
    case .text(let utf8):
      guard let bytes = hexadecimal(utf8) else { return nil }
      self = bytes
    case .null, .integer, .unreadable: return nil
    }
  }
  package var bound: BoundValue { .bytes(self) }
}

extension Optional: Storable where Wrapped: Storable {
  package init?(_ cell: Cell) {
    if case .null = cell {
      self = Wrapped?.none
      return
    }
    guard let value = Wrapped(cell) else { return nil }
    self = .some(value)
  }
  package var bound: BoundValue { self?.bound ?? .null }
}

extension ID: Storable {
  package init?(_ cell: Cell) {
    guard case .text(let utf8) = cell else { return nil }
    self.init(utf8: utf8.span)
  }
  package var bound: BoundValue { .text(description) }
}

extension Instant: Storable {
  package init?(_ cell: Cell) {
    guard let value = Int64(cell) else { return nil }
    self.init(microseconds: value)
  }
  package var bound: BoundValue { .integer(microseconds) }
}

extension Day: Storable {
  package init?(_ cell: Cell) {
    guard let text = String(cell) else { return nil }
    self.init(text)
  }
  package var bound: BoundValue { .text(description) }
}

/// Enums with text for raw values are stored as that text: `enum Status: String, Storable`.
extension Storable where Self: RawRepresentable, RawValue == String {
  package init?(_ cell: Cell) {
    guard let text = String(cell) else { return nil }
    self.init(rawValue: text)
  }
  package var bound: BoundValue { .text(rawValue) }
}

extension Language: Storable {}

/// A signed decimal number, or nil when it is not one or does not fit.
private func decimal(_ utf8: UnsafeBufferPointer<UInt8>) -> Int64? {
  var value: Int64 = 0
  var digits = utf8[...]
  let negative = digits.first == UInt8(ascii: "-")
  if negative { digits = digits.dropFirst() }
  guard !digits.isEmpty else { return nil }
  for digit in digits {
    guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
    let step = Int64(digit - UInt8(ascii: "0"))
    let (tens, isTooLarge) = value.multipliedReportingOverflow(by: 10)
    let (sum, isStillTooLarge) =
      negative ? tens.subtractingReportingOverflow(step) : tens.addingReportingOverflow(step)
    guard !isTooLarge, !isStillTooLarge else { return nil }
    value = sum
  }
  return value
}

/// The bytes that stand behind `\x`, or nil when they are not written so.
private func hexadecimal(_ utf8: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
  guard utf8.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "x")]), utf8.count % 2 == 0 else {
    return nil
  }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(utf8.count / 2 - 1)
  for index in stride(from: 2, to: utf8.count, by: 2) {
    guard let high = nibble(utf8[index]), let low = nibble(utf8[index + 1]) else { return nil }
    bytes.append(high << 4 | low)
  }
  return bytes
}

private func nibble(_ digit: UInt8) -> UInt8? {
  switch digit {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
  default: nil
  }
}
