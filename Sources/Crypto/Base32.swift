/// Bytes as base32 without padding (RFC 4648 § 6): letters and figures that are hard to confuse.
package enum Base32 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")

  /// Five bits a letter; bits left over are filled with zeros.
  package static func text(_ bytes: some Sequence<UInt8>) -> String {
    var text = ""
    var bits = 0
    var held: UInt32 = 0
    for byte in bytes {
      held = held << 8 | UInt32(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(letters[Int(held >> UInt32(bits)) & 31])
      }
      held &= 1 << UInt32(bits) - 1
    }
    if bits > 0 { text.append(letters[Int(held << UInt32(5 - bits)) & 31]) }
    return text
  }
}
