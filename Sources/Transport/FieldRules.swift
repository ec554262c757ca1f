/// What bytes header fields may hold (RFC 9110 § 5), for those that come in and those that go out.
enum FieldRules {
  private static let tokenBytes: [Bool] = {
    var allowed = [Bool](repeating: false, count: 256)
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    for byte in (letters + "!#$%&'*+-.^_`|~").utf8 { allowed[Int(byte)] = true }
    return allowed
  }()

  /// Whether the bytes are a token: a method or a field name.
  static func isToken(_ bytes: some Collection<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.allSatisfy { tokenBytes[Int($0)] }
  }

  /// Whether a received value holds no control character but tab.
  static func isReceivedValue(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
  }

  /// Whether a value is fit to send: as above, not empty, and plain ASCII.
  ///
  /// The library would cut a value at NUL and pass eight-bit bytes on as they are.
  static func isSendableValue(_ bytes: some Collection<UInt8>) -> Bool {
    !bytes.isEmpty && isReceivedValue(bytes) && bytes.allSatisfy { $0 < 0x80 }
  }
}
