import Web

/// Plain text: UTF-8 that one can read, and that no browser could take for a page.
enum PlainText {
  /// The whole text is looked through for identity numbers, so there is an end to it.
  static let most = 1024 * 1024

  static func text(of bytes: ArraySlice<UInt8>) throws(FileRefusal) -> String {
    guard let text = String(validating: bytes, as: UTF8.self), isReadable(text) else {
      throw .kindOfFileIsNotTaken
    }
    guard bytes.count <= most else { throw .textIsTooLong }
    return text
  }

  private static func isReadable(_ text: String) -> Bool {
    let body = text.unicodeScalars.drop { $0 == "\u{FEFF}" || $0.properties.isWhitespace }
    guard let first = body.first, first != "<" else { return false }
    return text.unicodeScalars.allSatisfy { $0 == "\r" || TextRules.isPrintable($0) }
  }
}
