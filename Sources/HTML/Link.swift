/// Where a link goes: always a path of this instance, so a page cannot send people elsewhere.
package struct Link: Sendable, Hashable {
  /// The path, percent-encoded, starting with `/`.
  package let text: String

  /// A link to a path that the program itself wrote.
  package init(path: String) { text = staysHere(path) ? path : "/" }
}

/// Browsers take a backslash for a slash and pass over tabs and line ends, so neither is let through,
/// nor anything else that should have been percent-encoded.
private func staysHere(_ path: String) -> Bool {
  let bytes = Array(path.utf8)
  return bytes.first == UInt8(ascii: "/") && bytes.dropFirst().first != UInt8(ascii: "/")
    && bytes.allSatisfy { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "\\") }
}
