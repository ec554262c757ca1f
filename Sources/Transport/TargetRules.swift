/// What a request's target may be: a path and perhaps a query, in printable ASCII.
enum TargetRules {
  /// Splits the target as sent at the first `?`, decoding nothing.
  static func split(_ target: [UInt8]) throws(RequestRefusal) -> (path: String, query: String) {
    guard target.first == UInt8(ascii: "/") else {
      throw .malformed("The address does not start with “/”.")
    }
    guard target.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "#") }) else {
      throw .malformed("The address holds characters that must be percent-encoded.")
    }
    try checkEscapes(target)
    let mark = target.firstIndex(of: UInt8(ascii: "?")) ?? target.endIndex
    let path = String(decoding: target[..<mark], as: UTF8.self)
    return (path, String(decoding: target[mark...].dropFirst(), as: UTF8.self))
  }

  private static func checkEscapes(_ target: [UInt8]) throws(RequestRefusal) {
    for index in target.indices where target[index] == UInt8(ascii: "%") {
      guard index + 2 < target.count, isHex(target[index + 1]), isHex(target[index + 2]) else {
        throw .malformed("The address holds an incomplete percent-encoding.")
      }
      let isNUL = target[index + 1] == UInt8(ascii: "0") && target[index + 2] == UInt8(ascii: "0")
      if isNUL { throw .malformed("The address holds an encoded NUL.") }
    }
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte & 0xDF)
  }
}
