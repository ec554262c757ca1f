import Crypto
import Kernel

/// Who signed in, as far as we want to know: nothing but who vouches for them and the name they have
/// there.
///
/// The token may tell more, a national identity number above all; it goes no further than its check.
package struct SignedInSubject: Sendable, Hashable {
  package let issuer: String
  /// The name the issuer has for this person, for us alone where the issuer can.
  package let subject: String
  /// The name of their session at the issuer, which it uses when it ends it.
  package let session: String?
}

/// What an identity token must say (OpenID Connect Core § 3.1.3.7).
package struct IdentityTokenRules: Sendable {
  private let issuer: Issuer
  private let client: String
  private let nonce: String
  private let levels: [String]

  /// Seconds that two clocks may differ.
  static let leeway: Int64 = 30
  /// A token is read in the moment it was made.
  private static let oldest: Int64 = 300

  /// The issuer and the client, the question that was asked, and the levels of assurance that will
  /// do; none when any does.
  package init(issuer: Issuer, client: String, nonce: String, levels: [String]) {
    self.issuer = issuer
    self.client = client
    self.nonce = nonce
    self.levels = levels
  }

  /// Who the token speaks of.
  ///
  /// - Throws: `TokenProblem`; `IssuerProblem` when the issuer's keys cannot be had.
  package func subject(
    of text: String, beside accessToken: String?, keys: IssuerDirectory, at now: Instant
  ) throws -> SignedInSubject {
    let token = try SignedToken(text)
    guard token.claims.says(issuer.name, under: "iss") else {
      throw TokenProblem.isFromAnotherIssuer
    }
    try keys.check(token, by: issuer, at: now)
    return try subject(token.claims, beside: accessToken, at: now)
  }

  private func subject(
    _ claims: Members, beside accessToken: String?, at now: Instant
  ) throws(TokenProblem) -> SignedInSubject {
    guard isForUs(claims) else { throw .isForSomebodyElse }
    guard Moment(claims).isNow(now, leeway: Self.leeway, oldest: Self.oldest) else {
      throw .isNotOfThisMoment
    }
    guard claims.says(nonce, under: "nonce"), goesWith(accessToken, claims) else {
      throw .answersAnotherQuestion
    }
    guard levels.isEmpty || levels.contains(where: { claims.says($0, under: "acr") }) else {
      throw .levelIsTooLow
    }
    let session = claims.text("sid")
    guard let subject = claims.text("sub"), Self.isName(subject), session.map(Self.isName) ?? true,
      !claims.says(subject, under: "pid")
    else { throw .namesNobody }
    return SignedInSubject(issuer: issuer.name, subject: subject, session: session)
  }

  /// For us, and for nobody besides.
  private func isForUs(_ claims: Members) -> Bool {
    let audience = claims.text("aud").map { [$0] } ?? claims.texts("aud") ?? []
    return !audience.isEmpty && audience.allSatisfy { Secret.equal($0, client) }
      && (!claims.has("azp") || claims.says(client, under: "azp"))
  }

  private func goesWith(_ accessToken: String?, _ claims: Members) -> Bool {
    guard claims.has("at_hash") else { return true }
    guard let accessToken else { return false }
    return claims.says(
      Base64URL.text(Array(SHA256(accessToken).bytes.prefix(16))), under: "at_hash")
  }

  private static func isName(_ text: String) -> Bool {
    (1...255).contains(text.utf8.count) && text.utf8.allSatisfy { $0 > 32 && $0 < 127 }
  }
}

/// When a token was made, and how long it holds.
struct Moment {
  private let madeAt: Int?
  private let endsAt: Int?
  private let beginsAt: Int?
  private let isReadable: Bool

  init(_ claims: Members) {
    madeAt = claims.number("iat")
    endsAt = claims.number("exp")
    beginsAt = claims.number("nbf")
    isReadable = !claims.has("nbf") || beginsAt != nil
  }

  /// Whether it holds now and is not older than it may be; with the odd second between two clocks.
  func isNow(_ now: Instant, leeway: Int64, oldest: Int64) -> Bool {
    guard isReadable, let madeAt, let endsAt, endsAt > madeAt else { return false }
    let now = Int(now.seconds)
    let leeway = Int(leeway)
    return endsAt > now - leeway && madeAt <= now + leeway && (beginsAt ?? madeAt) <= now + leeway
      && madeAt > now - leeway - Int(oldest)
  }
}
