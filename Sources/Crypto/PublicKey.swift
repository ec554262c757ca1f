import CCrypto

/// Somebody else's key, with which a signature of theirs is checked.
package struct PublicKey: Hashable, Sendable {
  /// The ways of signing that are believed, by their names in RFC 7518; there is no `none`.
  package enum Algorithm: String, Sendable {
    /// RSA with SHA-256 and the padding of PKCS #1.
    case rs256 = "RS256"
    /// The curve P-256 with SHA-256.
    case es256 = "ES256"
  }

  /// The only way of signing this key is good for.
  package let algorithm: Algorithm
  private let encoded: [UInt8]

  /// An RSA key of 2048 to 8192 bits; nil for a weaker one.
  package init?(modulus: [UInt8], exponent: [UInt8]) {
    let modulus = Array(modulus.drop { $0 == 0 })
    let exponent = Array(exponent.drop { $0 == 0 })
    // 65537 or more: small exponents forgive sloppy padding.
    guard let first = modulus.first, let last = modulus.last, last & 1 == 1,
      let lowest = exponent.last, lowest & 1 == 1, (3...8).contains(exponent.count),
      (2048...8192).contains(modulus.count * 8 - first.leadingZeroBitCount)
    else { return nil }
    algorithm = .rs256
    let rsaEncryption: [UInt8] = [
      0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
    ]
    encoded = DER.sequence(
      rsaEncryption, DER.bits(DER.sequence(DER.number(modulus), DER.number(exponent))))
  }

  /// A point of the curve P-256, 32 bytes each way; nil for anything that is no such point.
  package init?(x: [UInt8], y: [UInt8]) {
    guard x.count == 32, y.count == 32 else { return nil }
    algorithm = .es256
    let onP256: [UInt8] = [
      0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01,
      0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07,
    ]
    encoded = DER.sequence(onP256, DER.bits([4] + x + y))
    guard Self.opened(encoded, { $0 != nil }) else { return nil }
  }

  /// Whether the holder of the other half signed this, as a JSON Web Signature has it.
  package func verifies(_ signature: [UInt8], of content: [UInt8]) -> Bool {
    guard let signature = written(signature) else { return false }
    return Self.opened(encoded) { key in
      guard let key, let context = EVP_MD_CTX_new() else { return false }
      defer { EVP_MD_CTX_free(context) }
      defer { ERR_clear_error() }
      return EVP_DigestVerifyInit(context, nil, EVP_sha256(), nil, key) == 1
        && EVP_DigestVerify(context, signature, signature.count, content, content.count) == 1
    }
  }

  /// A signature as the library reads it: for a curve, two numbers instead of 64 bytes.
  private func written(_ signature: [UInt8]) -> [UInt8]? {
    guard algorithm == .es256 else { return signature }
    guard signature.count == 64 else { return nil }
    return DER.sequence(
      DER.number(Array(signature.prefix(32))), DER.number(Array(signature.suffix(32))))
  }

  private static func opened<Result>(
    _ encoded: [UInt8], _ body: (OpaquePointer?) -> Result
  ) -> Result {
    encoded.withUnsafeBufferPointer { buffer in
      var place = buffer.baseAddress
      let key = d2i_PUBKEY(nil, &place, buffer.count)
      defer { EVP_PKEY_free(key) }
      if key == nil { ERR_clear_error() }
      return body(key)
    }
  }
}
