import Crypto

/// A JSON Web Token as it came: taken apart, and not yet believed.
struct SignedToken: Sendable {
  let algorithm: PublicKey.Algorithm
  /// The name of the key it says it was signed with.
  let keyName: String?
  let claims: Members
  private let content: [UInt8]
  private let signature: [UInt8]

  private static let longest = 16_384

  /// Takes a token apart.
  ///
  /// The header says which key of the issuer's own list to use and nothing more: keys and
  /// addresses of keys that come along with a token (`jwk`, `jku`, `x5u`, `x5c`) are not looked at,
  /// and an extension that must be understood (`crit`) is not.
  ///
  /// - Throws: `TokenProblem.isNotAToken`, `.isSignedInAnotherWay`.
  init(_ text: String) throws(TokenProblem) {
    let parts =
      text.utf8.count > Self.longest
      ? [] : text.split(separator: ".", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 3, let header = Base64URL.bytes(parts[0]).flatMap(Members.init(json:)),
      let claims = Base64URL.bytes(parts[1]).flatMap(Members.init(json:)),
      let signature = Base64URL.bytes(parts[2])
    else { throw .isNotAToken }
    let kind = header.text("typ")?.lowercased()
    guard let name = header.text("alg"), let algorithm = PublicKey.Algorithm(rawValue: name),
      !header.has("crit"), !header.has("typ") || ["jwt", "at+jwt"].contains(kind)
    else { throw .isSignedInAnotherWay }
    self.algorithm = algorithm
    keyName = header.text("kid")
    self.claims = claims
    self.signature = signature
    content = Array(text.utf8.prefix(parts[0].utf8.count + 1 + parts[1].utf8.count))
  }

  func isSigned(by key: PublicKey) -> Bool {
    key.algorithm == algorithm && key.verifies(signature, of: content)
  }
}

/// Why a token is not believed.
package enum TokenProblem: Error, Hashable, Sendable {
  case isNotAToken
  case isSignedInAnotherWay
  case keyIsUnknown
  case signatureIsWrong
  case isFromAnotherIssuer
  case isForSomebodyElse
  case isNotOfThisMoment
  case answersAnotherQuestion
  case levelIsTooLow
  case namesNobody
}
