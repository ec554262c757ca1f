import CSodium

/// A random secret of 256 bits, such as the token of a session; shown once and stored as its digest.
package struct Secret: Sendable {
  /// The secret as text that fits in a URL, a header and a cookie.
  package let text: String

  /// A new secret from the system's generator, behind a prefix that tells what it opens.
  package init(prefix: String = "") {
    var bytes = [UInt8](repeating: 0, count: 32)
    randombytes_buf(&bytes, bytes.count)
    text = prefix + Hex.text(bytes)
  }

  /// A secret somebody presented.
  package init(presented text: String) { self.text = text }

  /// What is stored instead of the secret.
  ///
  /// The secret has 256 bits, so a fast hash is enough.
  package var digest: String { SHA256(text).hex }

  /// A second secret that only the holder of this one can know, such as the token of its forms.
  package func derived(for purpose: String) -> String { SHA256("\(purpose):\(text)").hex }

  /// Whether two texts are equal, in a time that does not tell where they differ.
  package static func equal(_ a: String, _ b: String) -> Bool {
    let a = Array(a.utf8)
    let b = Array(b.utf8)
    return a.count == b.count && sodium_memcmp(a, b, a.count) == 0
  }
}
