/// What a document says of itself in XMP: the texts between its tags and the values in them.
enum XMPText {
  static func texts(of bytes: [UInt8]) -> [String] {
    var texts: [String] = []
    var text = ""
    var quote: Character?
    var isTag = false
    func flush() {
      if !text.isEmpty { texts.append(resolved(text)) }
      text = ""
    }
    for character in PDFToken.decoded(bytes) {
      switch character {
      case "<" where quote == nil:
        flush()
        isTag = true
      case ">" where quote == nil:
        isTag = false
        text = ""
      case "\"", "'":
        guard isTag else {
          text.append(character)
          continue
        }
        if quote == nil {
          quote = character
          text = ""
        } else if quote == character {
          quote = nil
          flush()
        }
      default: text.append(character)
      }
    }
    flush()
    return texts
  }

  /// The text with `&#49;` read as `1`; other references hold no digits.
  private static func resolved(_ text: String) -> String {
    guard text.contains("&#") else { return text }
    var pieces = text.split(separator: "&#", omittingEmptySubsequences: false)[...]
    var result = String(pieces.removeFirst())
    for piece in pieces {
      let number = piece.prefix { $0 != ";" }
      let code = number.hasPrefix("x") ? UInt32(number.dropFirst(), radix: 16) : UInt32(number)
      guard let code, let scalar = Unicode.Scalar(code) else {
        result += "&#" + piece
        continue
      }
      result.unicodeScalars.append(scalar)
      result += piece.dropFirst(number.count + 1)
    }
    return result
  }
}
