/// An address that mail can be sent to: ASCII, and nothing in it that ends a line or a field.
package struct MailAddress: Sendable, Hashable {
  package let text: String

  /// Reads an address; nil when it is none, or needs what not every mail server knows.
  package init?(_ text: String) {
    let halves = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard text.utf8.count <= 254, halves.count == 2, (1...64).contains(halves[0].count),
      halves[0].allSatisfy({ Self.isPlain($0) || "!#$%&'*+-/=?^_`{|}~.".utf8.contains($0) }),
      halves[0].first != UInt8(ascii: "-"), Self.isHost(halves[1])
    else { return nil }
    self.text = text
  }

  private static func isHost(_ host: Substring.UTF8View) -> Bool {
    let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return labels.allSatisfy { label in
      (1...63).contains(label.count)
        && label.allSatisfy { Self.isPlain($0) || $0 == UInt8(ascii: "-") }
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
  }
}
