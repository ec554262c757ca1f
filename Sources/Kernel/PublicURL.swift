/// Where people reach an instance.
package struct PublicURL: Sendable, Hashable {
  /// Without a slash at its end.
  package let text: String

  /// Reads an `http` or `https` address without a path; nil when it is not one.
  package init?(_ text: String) {
    let trimmed = text.hasSuffix("/") ? String(text.dropLast()) : text
    let rest = trimmed.split(separator: "://", maxSplits: 1)
    guard rest.count == 2, ["http", "https"].contains(rest[0]), !rest[1].contains("/") else {
      return nil
    }
    self.text = trimmed
  }

  /// The server on this machine, for the demo and the tests.
  package static func loopback(port: Int) -> PublicURL {
    PublicURL(whole: "http://127.0.0.1:\(port)")
  }

  private init(whole text: String) { self.text = text }

  /// The same server under another host name, such as a kommune's own.
  package func at(host other: String) -> PublicURL {
    let place = text.split(separator: "://", maxSplits: 1)
    let port = place[1].dropFirst(host.count)
    return PublicURL(whole: "\(place[0])://\(other)\(port)")
  }

  /// Whether people come over https.
  package var isSecure: Bool { text.hasPrefix("https://") }

  /// The host, without the port.
  package var host: String {
    let authority = text.split(separator: "://", maxSplits: 1).last ?? ""
    guard !authority.hasPrefix("[") else { return String(authority.prefix { $0 != "]" }) + "]" }
    return String(authority.prefix { $0 != ":" })
  }
}
