import Crypto

/// Text in a field of a message's head: as it stands where it is harmless, otherwise in encoded words
/// (RFC 2047).
enum HeaderText {
  /// A name before an address.
  static func phrase(_ name: String, after used: Int) -> String {
    name.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: " ") } && isShort(name, used)
      ? name : words(name, used)
  }

  /// The text of a subject.
  static func encoded(_ text: String, after used: Int) -> String {
    let isPlain = text.utf8.allSatisfy { (32...126).contains($0) } && !text.contains("=?")
    return isPlain && isShort(text, used) ? text : words(text, used)
  }

  private static func isShort(_ text: String, _ used: Int) -> Bool {
    !text.isEmpty && text.first != " " && text.last != " " && used + text.utf8.count <= longest
  }

  /// One word a line, none of which cuts a character in two.
  private static func words(_ text: String, _ used: Int) -> String {
    var words: [String] = []
    var part: [UInt8] = []
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if part.count + bytes.count > bytesInAWord {
        words.append(word(part))
        part = []
      }
      part += bytes
    }
    return (words + [word(part)]).joined(separator: "\r\n ")
  }

  private static func word(_ bytes: [UInt8]) -> String { "=?utf-8?B?\(Base64URL.padded(bytes))?=" }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }

  private static let longest = 76
  /// 40 in base64: within the 75 a word may have, and the 76 of a line behind a field's name.
  private static let bytesInAWord = 30
}
