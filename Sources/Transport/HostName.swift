/// The name in a `Host` field, without its port.
enum HostName {
  /// The host in lower case, or nil when the value is no host.
  static func parse(_ value: [UInt8]) -> String? {
    guard value.count <= 255, let first = value.first else { return nil }
    let end = first == UInt8(ascii: "[") ? endOfLiteral(value) : endOfName(value)
    guard let end, isPort(value[end...]) else { return nil }
    return String(decoding: value[..<end], as: UTF8.self).lowercased()
  }

  private static func endOfName(_ value: [UInt8]) -> Int? {
    let name = value.prefix { isNameByte($0) }
    let isName = !name.isEmpty && name.first != UInt8(ascii: ".")
    return isName ? name.endIndex : nil
  }

  private static func endOfLiteral(_ value: [UInt8]) -> Int? {
    guard let close = value.firstIndex(of: UInt8(ascii: "]")), close > 2 else { return nil }
    return value[1..<close].allSatisfy(isLiteralByte) ? close + 1 : nil
  }

  private static func isPort(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let colon = rest.first else { return true }
    guard colon == UInt8(ascii: ":"), rest.count <= 6 else { return false }
    guard let port = Int(String(decoding: rest.dropFirst(), as: UTF8.self)) else { return false }
    return rest.dropFirst().allSatisfy(isDigit) && (1...65535).contains(port)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): true
    default: isDigit(byte)
    }
  }

  private static func isLiteralByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): true
    case UInt8(ascii: ":"), UInt8(ascii: "."): true
    default: isDigit(byte)
    }
  }
}
