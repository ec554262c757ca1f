import Crypto

/// A key that makes the second sending of the same form harmless.
enum OneTimeKey {
  static func new() -> String { String(Secret().text.prefix(32)) }
}
