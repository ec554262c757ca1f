import CCrypto
import CSodium

/// The six figures that an app on a phone shows for half a minute (RFC 6238, SHA-1, 30 seconds).
package enum TimeCode {
  private static let seconds: Int64 = 30

  /// A new secret for app and server to share, of 160 bits.
  package static func newSeed() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 20)
    randombytes_buf(&bytes, bytes.count)
    return bytes
  }

  /// The code of a step.
  package static func code(_ seed: [UInt8], step: Int64) -> String {
    let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * Int64($0))) }
    let digest = MessageCode.sha1(counter, key: seed)
    let start = Int(digest[digest.count - 1] & 15)
    let number = digest[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) } & 0x7fff_ffff
    let figures = String(number % 1_000_000)
    return String(repeating: "0", count: 6 - figures.count) + figures
  }

  /// The step whose code this is, of those just before, at and just after a time; nil when it is none
  /// of theirs.
  ///
  /// Phones' clocks are some seconds off, and people type slowly.
  package static func step(of code: String, _ seed: [UInt8], at seconds: Int64) -> Int64? {
    let now = seconds / Self.seconds
    return [now, now - 1, now + 1].first { Secret.equal(code, self.code(seed, step: $0)) }
  }
}

/// Message authentication codes (HMAC, RFC 2104).
package enum MessageCode {
  /// With SHA-1, which apps for one-time codes know and which is safe in this use.
  static func sha1(_ message: [UInt8], key: [UInt8]) -> [UInt8] { code("SHA1", message, key) }

  /// With SHA-256.
  package static func sha256(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
    code("SHA256", message, key)
  }

  private static func code(_ digest: String, _ message: [UInt8], _ key: [UInt8]) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var count = 0
    let made = EVP_Q_mac(
      nil, "HMAC", nil, digest, nil, key, key.count, message, message.count, &bytes, bytes.count,
      &count)
    precondition(made != nil, "libcrypto has no HMAC")
    return Array(bytes.prefix(count))
  }
}
