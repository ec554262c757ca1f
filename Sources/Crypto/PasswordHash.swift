import CSodium

/// A password as it is stored: Argon2id in its own text form, with salt and parameters inside.
package enum PasswordHash {
  /// Two passes over 19 MiB, what OWASP ASVS 5.0 appendix C asks at least.
  private static let passes: UInt64 = 2
  private static let memory = 19 * 1024 * 1024

  /// Hashes a password; takes some 25 ms on purpose.
  ///
  /// Nil when the machine is out of memory.
  package static func make(_ password: String) -> String? {
    var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
    let bytes = password.utf8.map { CChar(bitPattern: $0) }
    let failed = crypto_pwhash_str_alg(
      &text, bytes, UInt64(bytes.count), passes, memory, crypto_pwhash_ALG_ARGON2ID13)
    guard failed == 0 else { return nil }
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Whether a password is the one that was hashed.
  package static func verify(_ password: String, against hash: String) -> Bool {
    let bytes = password.utf8.map { CChar(bitPattern: $0) }
    return crypto_pwhash_str_verify(hash, bytes, UInt64(bytes.count)) == 0
  }

  /// A hash that no password opens, checked when the account is unknown so that both take as long.
  package static let ofNobody =
    "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
}
