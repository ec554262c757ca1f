/// The server that takes our letters, and how we show it who we are.
package struct SMTPServer: Sendable, CustomStringConvertible {
  /// `smtp` or `smtps`.
  let scheme: String
  /// Its name, or its address in square brackets.
  let host: String
  let port: Int
  let user: String?
  let password: String?
  /// A file with the certificates of those whose word we take; nil for the system's own.
  let authorities: String?

  /// Reads `smtp://[user:password@]host[:port]`, or `smtps://…`; nil when it is not one.
  ///
  /// User and password are percent-encoded where they have a `:`, `/`, `@` or `%`.
  package init?(url: String, authorities: String? = nil) {
    let halves = url.split(separator: "://", maxSplits: 1).map(String.init)
    guard halves.count == 2, let usual = Self.usualPort[halves[0]] else { return nil }
    scheme = halves[0]
    self.authorities = authorities
    let rest = halves[1].hasSuffix("/") ? halves[1].dropLast() : halves[1][...]
    let parts = rest.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count <= 2, let place = parts.last,
      let (host, port) = Self.place(place, usual: usual)
    else { return nil }
    (self.host, self.port) = (host, port)
    guard parts.count == 2 else {
      (user, password) = (nil, nil)
      return
    }
    let words = parts[0].split(separator: ":", omittingEmptySubsequences: false)
    guard words.count == 2, let user = Self.decoded(words[0]), !user.isEmpty,
      let password = Self.decoded(words[1])
    else { return nil }
    (self.user, self.password) = (user, password)
  }

  /// Where it is, without what opens it.
  package var description: String { "\(scheme)://\(host):\(port)" }

  /// Whether what is said stays on this machine, so that TLS would hide it from nobody.
  var isOnThisMachine: Bool { ["localhost", "127.0.0.1", "[::1]"].contains(host) }

  /// A password never goes in clear, not even on this machine.
  var needsTLS: Bool { !isOnThisMachine || user != nil }

  private static let usualPort = ["smtp": 587, "smtps": 465]

  private static func place(_ text: Substring, usual: Int) -> (String, Int)? {
    let isNumeric = text.hasPrefix("[")
    let end = isNumeric ? text.firstIndex(of: "]").map { text.index(after: $0) } : nil
    let host = isNumeric ? text[..<(end ?? text.endIndex)] : text.prefix { $0 != ":" }
    let rest = text[host.endIndex...]
    let allowed = host.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || "-.[]:".utf8.contains(byte)
    }
    guard allowed, host.contains(where: { $0.isLetter || $0.isNumber }), !isNumeric || end != nil
    else { return nil }
    guard !rest.isEmpty else { return (host.lowercased(), usual) }
    guard rest.hasPrefix(":"), let port = Int(rest.dropFirst()), (1...65_535).contains(port) else {
      return nil
    }
    return (host.lowercased(), port)
  }

  /// Percent-decoded text; nil when it is none, or would end a line.
  private static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      guard digits.count == 2, digits.allSatisfy(\.isHexDigit),
        let value = UInt8(digits, radix: 16)
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    guard bytes.allSatisfy({ $0 >= 32 && $0 != 127 }) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }
}
