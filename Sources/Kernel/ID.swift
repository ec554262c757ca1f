/// The id of one kind of record, a UUIDv7: `ID<Meeting>` and `ID<Council>` never mix.
///
/// Its first 48 bits are the time it was made, so ids sort in the order records came to be.
package struct ID<Record>: Hashable, Sendable {
  /// The upper and lower 64 bits.
  package let high: UInt64
  package let low: UInt64

  /// An id from its two halves.
  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Reads the 36 characters of a UUID, in any case; nil when they are not one.
  package init?(_ text: some StringProtocol) { self.init(utf8: Array(text.utf8).span) }

  /// Reads the 36 characters of a UUID from UTF-8; nil when they are not one.
  package init?(utf8: Span<UInt8>) {
    guard let halves = parseUUID(utf8) else { return nil }
    self.init(high: halves.high, low: halves.low)
  }

  /// The same id seen as that of another kind of record, for logs and events.
  package func erased() -> ID<Never> { ID<Never>(high: high, low: low) }
}

extension ID: CustomStringConvertible, LosslessStringConvertible {
  /// The UUID in lower case, 36 characters.
  package var description: String {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(36)
    write(to: &utf8)
    return String(decoding: utf8, as: UTF8.self)
  }

  /// Appends the 36 characters to a text in UTF-8, which saves lists from making strings.
  package func write(to utf8: inout [UInt8]) {
    for digit in 0..<32 {
      if digit == 8 || digit == 12 || digit == 16 || digit == 20 { utf8.append(UInt8(ascii: "-")) }
      let half = digit < 16 ? high : low
      let shift = UInt64(60 - digit % 16 * 4)
      utf8.append(hexDigit(UInt8(truncatingIfNeeded: half >> shift) & 15))
    }
  }
}

extension ID: Comparable {
  package static func < (a: Self, b: Self) -> Bool { (a.high, a.low) < (b.high, b.low) }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}

private func parseUUID(_ bytes: Span<UInt8>) -> (high: UInt64, low: UInt64)? {
  guard bytes.count == 36 else { return nil }
  var high: UInt64 = 0
  var low: UInt64 = 0
  var digits = 0
  for position in 0..<36 {
    let byte = bytes[position]
    if position == 8 || position == 13 || position == 18 || position == 23 {
      guard byte == UInt8(ascii: "-") else { return nil }
      continue
    }
    guard let value = hexValue(byte) else { return nil }
    if digits < 16 { high = high << 4 | UInt64(value) } else { low = low << 4 | UInt64(value) }
    digits += 1
  }
  return (high, low)
}

/// The value of one hexadecimal digit, or nil.
package func hexValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
