import CSodium

/// The key of the instance, with which it seals what it must read again: the secret it shows an
/// issuer of logins, the seed of somebody's one-time codes.
///
/// It comes from a file outside the database, so that a copy of the database opens nothing. What
/// only has to be recognised is stored as a digest instead (`Secret`).
package struct InstanceKey: Sendable {
  /// How long a key is.
  package static let length = Int(crypto_aead_xchacha20poly1305_ietf_KEYBYTES)

  private let bytes: [UInt8]

  /// A key of 32 bytes; nil when there are more or fewer.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.length else { return nil }
    self.bytes = bytes
  }

  /// The bytes of a new key.
  static func random() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: length)
    randombytes_buf(&bytes, length)
    return bytes
  }

  /// What something was sealed for; it opens for exactly the same again.
  ///
  /// So what is copied to another kommune, another purpose or another record stays shut there.
  package struct Label: Sendable {
    private let parts: [String]

    /// A label from what it is for, the kommune's number and the record it belongs to.
    package init(_ purpose: StaticString, kommune: some BinaryInteger, record: String) {
      parts = ["samrad", "\(purpose)", "\(kommune)", record]
    }

    /// The length before each part keeps two labels from reading the same.
    fileprivate var bytes: [UInt8] {
      Array(parts.map { "\($0.utf8.count):\($0)" }.joined().utf8)
    }
  }

  /// A text that only this key and this label open, different each time.
  package func seal(_ content: [UInt8], _ label: Label) -> String {
    var nonce = [UInt8](
      repeating: 0, count: Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES))
    randombytes_buf(&nonce, nonce.count)
    var sealed = [UInt8](
      repeating: 0, count: content.count + Int(crypto_aead_xchacha20poly1305_ietf_ABYTES))
    var count: UInt64 = 0
    let label = label.bytes
    crypto_aead_xchacha20poly1305_ietf_encrypt(
      &sealed, &count, content, UInt64(content.count), label, UInt64(label.count), nil, nonce,
      bytes)
    return Self.prefix + Base64URL.text(nonce + sealed.prefix(Int(count)))
  }

  /// What was sealed; nil when the key or the label is another, or a bit of it has changed.
  package func open(_ sealed: String, _ label: Label) -> [UInt8]? {
    let nonceLength = Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
    let added = Int(crypto_aead_xchacha20poly1305_ietf_ABYTES)
    guard sealed.hasPrefix(Self.prefix),
      let all = Base64URL.bytes(sealed.dropFirst(Self.prefix.count)),
      all.count >= nonceLength + added
    else { return nil }
    let content = Array(all.dropFirst(nonceLength))
    let label = label.bytes
    var opened = [UInt8](repeating: 0, count: max(1, content.count - added))
    var count: UInt64 = 0
    let failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
      &opened, &count, nil, content, UInt64(content.count), label, UInt64(label.count),
      Array(all.prefix(nonceLength)), bytes)
    return failed == 0 ? Array(opened.prefix(Int(count))) : nil
  }

  /// Tells what it is and how it was made, for the day there is a second way.
  private static let prefix = "sealed1."
}
