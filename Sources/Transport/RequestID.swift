/// Names for requests: 16 random hexadecimal digits.
///
/// Always our own: a name chosen by the client could forge or split entries of the log.
enum RequestID {
  static func next() -> String {
    var bits = UInt64.random(in: .min ... .max)
    return String(unsafeUninitializedCapacity: 16) { digits in
      for position in 0..<16 {
        let nibble = UInt8(bits & 0xF)
        digits[position] = nibble < 10 ? 0x30 + nibble : 0x57 + nibble
        bits >>= 4
      }
      return 16
    }
  }
}
