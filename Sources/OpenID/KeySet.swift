import Crypto

/// The keys an issuer signs with, from its JSON Web Key Set.
package struct KeySet: Sendable {
  private let keys: [(name: String?, key: PublicKey)]

  private static let most = 50

  /// Reads a set; nil when it is none.
  ///
  /// Keys of other kinds are passed over, and so are keys that may not sign, keys that are too weak,
  /// and keys whose private half lies there for all to see.
  package init?(json: [UInt8]) {
    guard let list = Members(json: json)?.objects("keys"), list.count <= Self.most else {
      return nil
    }
    keys = list.compactMap { entry in Self.key(entry).map { (entry.text("kid"), $0) } }
  }

  /// Whether the key a token was signed with is among these, as far as that can be told: one that
  /// names no key shows it by its signature alone.
  func knows(_ token: SignedToken) -> Bool {
    let candidates = candidates(token)
    return token.keyName == nil ? candidates.contains(where: token.isSigned) : !candidates.isEmpty
  }

  /// - Throws: `TokenProblem.keyIsUnknown`, `.signatureIsWrong`.
  func check(_ token: SignedToken) throws(TokenProblem) {
    let candidates = candidates(token)
    guard !candidates.isEmpty else { throw .keyIsUnknown }
    guard candidates.contains(where: token.isSigned) else { throw .signatureIsWrong }
  }

  /// The keys of the token's name; for a token that names none, the only key there is.
  private func candidates(_ token: SignedToken) -> [PublicKey] {
    let fitting = keys.filter { $0.key.algorithm == token.algorithm }
    guard let name = token.keyName else { return fitting.count == 1 ? fitting.map(\.key) : [] }
    return fitting.filter { $0.name.map { Secret.equal($0, name) } ?? false }.map(\.key)
  }

  private static func key(_ entry: Members) -> PublicKey? {
    guard !entry.has("d"), entry.text("use") ?? "sig" == "sig",
      !entry.has("key_ops") || entry.texts("key_ops")?.contains("verify") == true
    else { return nil }
    let key: PublicKey? =
      switch entry.text("kty") {
      case "RSA":
        PublicKey(modulus: entry.bytes("n") ?? [], exponent: entry.bytes("e") ?? [])
      case "EC" where entry.text("crv") == "P-256":
        PublicKey(x: entry.bytes("x") ?? [], y: entry.bytes("y") ?? [])
      default: nil
      }
    guard let key, entry.text("alg") ?? key.algorithm.rawValue == key.algorithm.rawValue else {
      return nil
    }
    return key
  }
}
