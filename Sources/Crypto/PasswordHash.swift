import CSodium
import Synchronization

/// A password as it is stored: Argon2id in its own text form, with salt and parameters inside.
package enum PasswordHash {
  /// Two passes over 19 MiB, what OWASP ASVS 5.0 appendix C asks at least.
  private static let passes: UInt64 = 2
  private static let memory = 19 * 1024 * 1024

  /// Hashes a password; takes some 25 ms on purpose.
  ///
  /// Nil when the machine is out of memory, or too many passwords are being hashed.
  package static func make(_ password: String) -> String? {
    HashingSlots.shared.run { made(password) } ?? nil
  }

  private static func made(_ password: String) -> String? {
    var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
    let bytes = password.utf8.map { CChar(bitPattern: $0) }
    let failed = crypto_pwhash_str_alg(
      &text, bytes, UInt64(bytes.count), passes, memory, crypto_pwhash_ALG_ARGON2ID13)
    guard failed == 0 else { return nil }
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Whether a password is the one that was hashed; nil when too many passwords are being hashed.
  package static func verify(_ password: String, against hash: String) -> Bool? {
    HashingSlots.shared.run { isRight(password, hash) }
  }

  private static func isRight(_ password: String, _ hash: String) -> Bool {
    let bytes = password.utf8.map { CChar(bitPattern: $0) }
    return crypto_pwhash_str_verify(hash, bytes, UInt64(bytes.count)) == 0
  }

  /// A hash that no password opens, checked when the account is unknown so that both take as long.
  package static let ofNobody =
    "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
}

/// Two hashes at a time and four in line, so that no rush to sign in takes the memory or every
/// worker of the server.
private final class HashingSlots: Sendable {
  static let shared = HashingSlots()

  private static let most = 6
  private let count = Mutex(0)
  private let one = Mutex(())
  private let other = Mutex(())

  func run<Result: Sendable>(_ body: () -> Result) -> Result? {
    let place = count.withLock { count -> Int? in
      guard count < Self.most else { return nil }
      count += 1
      return count
    }
    guard let place else { return nil }
    defer { count.withLock { $0 -= 1 } }
    return place.isMultiple(of: 2) ? one.withLock { _ in body() } : other.withLock { _ in body() }
  }
}
