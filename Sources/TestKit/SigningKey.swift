import CCrypto
import Crypto

/// A key of a made-up issuer, which signs whatever a test wants signed.
package final class SigningKey: Sendable {
  /// The kinds of keys there are.
  package enum Kind: Sendable {
    case rsa(bits: Int32)
    case p256
  }

  /// The private half, as a file would have it.
  package let pem: [UInt8]
  /// The public half, as a list of keys has it, without its name.
  package let members: String
  private let kind: Kind

  /// A new key.
  package init(_ kind: Kind = .rsa(bits: 2048)) throws {
    self.kind = kind
    let key = try Self.made(kind)
    defer { EVP_PKEY_free(key) }
    pem = Self.pem(key)
    members =
      switch kind {
      case .rsa:
        "\"kty\":\"RSA\",\"n\":\"\(Self.number("n", of: key))\",\"e\":\"\(Self.number("e", of: key))\""
      case .p256:
        "\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"\(Self.number("qx", of: key, 32))\","
          + "\"y\":\"\(Self.number("qy", of: key, 32))\""
      }
  }

  /// A token of these two JSON texts, signed with SHA-256.
  package func token(_ header: String, _ claims: String) throws -> String {
    let content = "\(Base64URL.text(Array(header.utf8))).\(Base64URL.text(Array(claims.utf8)))"
    return "\(content).\(Base64URL.text(try signature(of: Array(content.utf8))))"
  }

  private func signature(of content: [UInt8]) throws -> [UInt8] {
    let buffer = BIO_new_mem_buf(pem, Int32(pem.count))
    defer { BIO_free(buffer) }
    let key = PEM_read_bio_PrivateKey(buffer, nil, nil, nil)
    let context = EVP_MD_CTX_new()
    defer {
      EVP_MD_CTX_free(context)
      EVP_PKEY_free(key)
    }
    var count = 1024
    var signature = [UInt8](repeating: 0, count: count)
    guard EVP_DigestSignInit(context, nil, EVP_sha256(), nil, key) == 1,
      EVP_DigestSign(context, &signature, &count, content, content.count) == 1
    else { throw TestKitError.cannotSign }
    guard case .p256 = kind else { return Array(signature.prefix(count)) }
    return signature.withUnsafeBufferPointer { bytes in
      var place = bytes.baseAddress
      let pair = d2i_ECDSA_SIG(nil, &place, count)
      defer { ECDSA_SIG_free(pair) }
      return Self.bytes(ECDSA_SIG_get0_r(pair), 32) + Self.bytes(ECDSA_SIG_get0_s(pair), 32)
    }
  }

  private static func made(_ kind: Kind) throws -> OpaquePointer {
    let context: OpaquePointer?
    switch kind {
    case .rsa(let bits):
      context = EVP_PKEY_CTX_new_id(EVP_PKEY_RSA, nil)
      EVP_PKEY_keygen_init(context)
      EVP_PKEY_CTX_set_rsa_keygen_bits(context, bits)
    case .p256:
      context = EVP_PKEY_CTX_new_id(EVP_PKEY_EC, nil)
      EVP_PKEY_keygen_init(context)
      EVP_PKEY_CTX_set_ec_paramgen_curve_nid(context, NID_X9_62_prime256v1)
    }
    defer { EVP_PKEY_CTX_free(context) }
    var key: OpaquePointer?
    guard EVP_PKEY_keygen(context, &key) == 1, let key else { throw TestKitError.cannotSign }
    return key
  }

  private static func pem(_ key: OpaquePointer) -> [UInt8] {
    let buffer = BIO_new(BIO_s_mem())
    defer { BIO_free(buffer) }
    PEM_write_bio_PKCS8PrivateKey(buffer, key, nil, nil, 0, nil, nil)
    var pem = [UInt8](repeating: 0, count: 10_000)
    let count = BIO_read(buffer, &pem, Int32(pem.count))
    return Array(pem.prefix(Int(count)))
  }

  private static func number(_ name: String, of key: OpaquePointer, _ width: Int? = nil) -> String {
    var number: OpaquePointer?
    EVP_PKEY_get_bn_param(key, name, &number)
    defer { BN_free(number) }
    return Base64URL.text(bytes(number, width))
  }

  private static func bytes(_ number: OpaquePointer?, _ width: Int?) -> [UInt8] {
    let width = width ?? Int((BN_num_bits(number) + 7) / 8)
    var bytes = [UInt8](repeating: 0, count: width)
    BN_bn2binpad(number, &bytes, Int32(width))
    return bytes
  }
}
