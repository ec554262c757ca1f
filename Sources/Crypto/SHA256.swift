import CSodium

/// A SHA-256 digest: of events in their chain, of migrations, of tokens before they are stored.
package struct SHA256: Hashable, Sendable {
  /// The 32 bytes.
  package let bytes: [UInt8]

  /// The digest of some bytes.
  package init(_ input: [UInt8]) {
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256(&digest, input, UInt64(input.count))
    bytes = digest
  }

  /// The digest of bytes that come in pieces.
  package init(_ pieces: [ArraySlice<UInt8>]) {
    var state = crypto_hash_sha256_state()
    crypto_hash_sha256_init(&state)
    for piece in pieces {
      piece.withUnsafeBufferPointer { bytes in
        _ = crypto_hash_sha256_update(&state, bytes.baseAddress, UInt64(bytes.count))
      }
    }
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256_final(&state, &digest)
    bytes = digest
  }

  /// The digest of a text's UTF-8.
  package init(_ text: String) { self.init(Array(text.utf8)) }

  /// The digest in lower-case hexadecimal, 64 characters.
  package var hex: String { Hex.text(bytes) }
}
