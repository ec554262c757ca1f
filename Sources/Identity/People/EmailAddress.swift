import Web

/// An e-mail address in lower case: one `@`, something on both sides, a dot in the domain.
///
/// Whether it reaches anybody only a mail can tell.
package struct EmailAddress: Sendable, Hashable {
  package let text: String

  /// Reads an address; nil when it cannot be one.
  package init?(_ raw: String) {
    let text = raw.lowercased()
    let halves = text.split(separator: "@", omittingEmptySubsequences: false)
    let allowed = text.utf8.allSatisfy {
      $0 > 32 && $0 != 127 && !"<>()[],;:\\\"".utf8.contains($0)
    }
    guard allowed, text.utf8.count <= 254, halves.count == 2, !halves[0].isEmpty,
      halves[1].contains("."), !halves[1].hasPrefix("."), !halves[1].hasSuffix(".")
    else { return nil }
    self.text = text
  }
}

extension Input {
  /// An e-mail address.
  package mutating func email(_ name: String, _ about: String = "") -> EmailAddress? {
    let text = text(name, max: 254, about)
    guard !text.isEmpty else { return nil }
    if let address = EmailAddress(text) { return address }
    note(name, .notAnEmailAddress)
    return nil
  }
}
