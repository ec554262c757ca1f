/// The few lines of DER that a public key and a signature are written in.
enum DER {
  /// A number, from its bytes with the highest first.
  static func number(_ bytes: [UInt8]) -> [UInt8] {
    var digits = Array(bytes.drop { $0 == 0 })
    // A first bit that is set would make it negative.
    if digits.first.map({ $0 > 127 }) ?? true { digits.insert(0, at: 0) }
    return tagged(0x02, digits)
  }

  static func sequence(_ parts: [UInt8]...) -> [UInt8] { tagged(0x30, parts.flatMap { $0 }) }

  /// Whole bytes as a string of bits.
  static func bits(_ bytes: [UInt8]) -> [UInt8] { tagged(0x03, [0] + bytes) }

  private static func tagged(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    let count = content.count
    switch count {
    case ..<128: return [tag, UInt8(count)] + content
    case ..<256: return [tag, 0x81, UInt8(count)] + content
    default:
      return [tag, 0x82, UInt8(truncatingIfNeeded: count >> 8), UInt8(truncatingIfNeeded: count)]
        + content
    }
  }
}
