import CCrypto

/// Our own RSA key, with which we show an issuer who we are.
package struct PrivateKey: Sendable {
  private let pem: [UInt8]

  /// A key in PEM, without a password; nil when it is none, or shorter than 2048 bits.
  package init?(pem: [UInt8]) {
    self.pem = pem
    let isStrong = opened { key in
      key.map { EVP_PKEY_get_base_id($0) == EVP_PKEY_RSA && EVP_PKEY_get_bits($0) >= 2048 } ?? false
    }
    guard isStrong else { return nil }
  }

  /// A signature with RSA and SHA-256 (`RS256`); nil when the machine is out of memory.
  package func signature(of content: [UInt8]) -> [UInt8]? {
    opened { key in
      guard let key, let context = EVP_MD_CTX_new() else { return nil }
      defer { EVP_MD_CTX_free(context) }
      var count = Int(EVP_PKEY_get_size(key))
      var signature = [UInt8](repeating: 0, count: count)
      guard EVP_DigestSignInit(context, nil, EVP_sha256(), nil, key) == 1,
        EVP_DigestSign(context, &signature, &count, content, content.count) == 1
      else { return nil }
      return Array(signature.prefix(count))
    }
  }

  private func opened<Result>(_ body: (OpaquePointer?) -> Result) -> Result {
    guard let buffer = BIO_new_mem_buf(pem, Int32(clamping: pem.count)) else { return body(nil) }
    defer { BIO_free(buffer) }
    // Without a way to ask for a password, so that no key makes a server wait at a terminal.
    let key = PEM_read_bio_PrivateKey(buffer, nil, { _, _, _, _ in 0 }, nil)
    defer { EVP_PKEY_free(key) }
    if key == nil { ERR_clear_error() }
    return body(key)
  }
}
