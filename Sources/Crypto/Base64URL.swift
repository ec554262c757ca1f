import CSodium

/// Bytes as base64 with the alphabet of URLs and without padding (RFC 4648 § 5).
package enum Base64URL {
  private static let variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING

  /// Some bytes as text.
  package static func text(_ bytes: [UInt8]) -> String { text(bytes, variant) }

  /// Some bytes as base64 of the common kind, with padding, which HTTP's own headers want.
  package static func padded(_ bytes: [UInt8]) -> String {
    text(bytes, sodium_base64_VARIANT_ORIGINAL)
  }

  private static func text(_ bytes: [UInt8], _ variant: Int32) -> String {
    var text = [CChar](repeating: 0, count: sodium_base64_encoded_len(bytes.count, variant))
    sodium_bin2base64(&text, text.count, bytes, bytes.count, variant)
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The bytes of a text.
  ///
  /// Nil for anything that `text` would not have written: padding, white space, other letters, or
  /// bits left over, so that two texts never mean the same bytes.
  package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    let letters = text.utf8.map { CChar(bitPattern: $0) }
    var bytes = [UInt8](repeating: 0, count: letters.count)
    var count = 0
    let failed = sodium_base642bin(
      &bytes, bytes.count, letters, letters.count, nil, &count, nil, variant)
    return failed == 0 ? Array(bytes.prefix(count)) : nil
  }
}
