import Crypto
import Kernel

/// Which organisation a machine speaks for, by an access token of Maskinporten.
package struct MachineToken: Sendable, Hashable {
  /// The organisation that was given the scope.
  package let consumer: OrganisationNumber
  /// The name of the client at Maskinporten.
  package let client: String

  /// Maskinporten's tokens hold for two minutes unless the scope says otherwise; an hour at most.
  private static let oldest: Int64 = 3600

  /// Reads a token and believes it only if the issuer signed it, now, for this scope.
  ///
  /// - Throws: `TokenProblem`; `IssuerProblem` when the issuer's keys cannot be had.
  package init(
    _ text: String, from issuer: Issuer, scope: String, keys: IssuerDirectory, at now: Instant
  ) throws {
    let token = try SignedToken(text)
    let claims = token.claims
    guard claims.says(issuer.name, under: "iss") else { throw TokenProblem.isFromAnotherIssuer }
    try keys.check(token, by: issuer, at: now)
    guard Moment(claims).isNow(now, leeway: IdentityTokenRules.leeway, oldest: Self.oldest) else {
      throw TokenProblem.isNotOfThisMoment
    }
    let scopes = (claims.text("scope") ?? "").split(separator: " ")
    guard scopes.contains(where: { Secret.equal(String($0), scope) }) else {
      throw TokenProblem.isForSomebodyElse
    }
    guard let consumer = Self.organisation(claims.object("consumer")),
      let client = claims.text("client_id"), (1...255).contains(client.utf8.count)
    else { throw TokenProblem.namesNobody }
    self.consumer = consumer
    self.client = client
  }

  /// An organisation as ISO 6523 names it: `0192` is Norway's register of organisations.
  private static func organisation(_ claim: Members?) -> OrganisationNumber? {
    guard let claim, claim.says("iso6523-actorid-upis", under: "authority"),
      let id = claim.text("ID"), id.utf8.starts(with: "0192:".utf8), id.utf8.count == 14
    else { return nil }
    return OrganisationNumber(id.dropFirst(5))
  }
}
