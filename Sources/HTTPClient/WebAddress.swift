/// An address that may be asked: over https anywhere on the internet, or over http on this very
/// machine, which is for tests.
package struct WebAddress: Hashable, Sendable {
  /// The address as it was written.
  package let text: String
  /// `https`, or `http` on this machine.
  package let scheme: String
  /// The host, as it was written.
  package let host: String

  /// Reads an address without user, fragment, or a letter that one parser takes for another; nil
  /// when it is not one.
  package init?(_ text: String) {
    let parts = text.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
    let visible = text.utf8.allSatisfy { $0 > 32 && $0 < 127 }
    let odd = "\\\"<>^`{|}#".utf8
    guard parts.count == 2, visible, text.utf8.count <= 1000,
      !text.utf8.contains(where: odd.contains)
    else { return nil }
    let authority = parts[1].prefix { $0 != "/" && $0 != "?" }
    guard let host = Self.host(of: authority) else { return nil }
    scheme = String(parts[0])
    self.host = host
    self.text = text
    guard scheme == "https" || scheme == "http" && isOnThisMachine else { return nil }
  }

  /// Whether it names this very machine.
  package var isOnThisMachine: Bool { ["127.0.0.1", "[::1]", "localhost"].contains(host) }

  private static func host(of authority: Substring) -> String? {
    var host = authority
    if let colon = authority.lastIndex(of: ":"), !authority.hasSuffix("]") {
      guard let port = UInt16(authority[authority.index(after: colon)...]), port > 0 else {
        return nil
      }
      host = authority[..<colon]
    }
    if host.hasPrefix("["), host.hasSuffix("]") {
      return host.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
        ? String(host) : nil
    }
    let isName = host.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (97...122).contains(byte) || byte == 45 || byte == 46
    }
    return host.isEmpty || !isName ? nil : String(host)
  }
}
