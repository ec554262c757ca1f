import HTTPClient
import Kernel
import OpenID
import TestKit
import Testing

/// Somebody who was sent to an issuer and has come back with a token.
struct Asker {
  static let key: SigningKey? = try? SigningKey()
  static let now = Instant(day(2026, 8, 17), hour: 8)
  static let client = "samrad"
  let issuer: TestIssuer
  let directory: IssuerDirectory
  var levels: [String] = []

  init(_ name: String = "http://127.0.0.1:7001") throws {
    let issuer = TestIssuer(name, key: try #require(Self.key))
    self.issuer = issuer
    directory = issuer.directory
  }

  /// What a good token says, with some of it said otherwise, or not at all.
  func claims(_ changes: [String: String?] = [:]) -> [String: String] {
    let now = Self.now.seconds
    var claims = [
      "iss": "\"\(issuer.name)\"", "aud": "\"\(Self.client)\"", "sub": "\"kari\"",
      "nonce": "\"abc\"", "iat": "\(now)", "exp": "\(now + 120)",
    ]
    for (name, value) in changes { claims[name] = value }
    return claims
  }

  func described(at now: Instant = Self.now) throws -> Issuer {
    let address = try #require(WebAddress(issuer.name))
    return try directory.issuer(address, .openID, at: now)
  }

  func read(
    _ token: String, beside access: String? = nil, at now: Instant = Self.now
  ) throws -> SignedInSubject {
    let rules = IdentityTokenRules(
      issuer: try described(at: now), client: Self.client, nonce: "abc", levels: levels)
    return try rules.subject(of: token, beside: access, keys: directory, at: now)
  }

  func read(_ changes: [String: String?], at now: Instant = Self.now) throws -> SignedInSubject {
    try read(issuer.token(claims(changes)), at: now)
  }
}
