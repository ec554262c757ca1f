import Crypto
import Kernel
import UseCases
import Web

/// Ends the session of somebody who signed out at their issuer (OpenID Connect Front-Channel Logout).
///
/// The issuer's page asks for it in a frame, where browsers send no cookie of ours, so the name of
/// the session at the issuer is all there is. Nobody can guess one.
package struct EndIssuerSession: UseCase, Readable {
  let login: String
  let issuer: String
  let session: String

  package static let permission = Permission.signIn

  package init(_ input: inout Input) {
    login = input.text("login", "The login's name.")
    issuer = input.opaque("iss", max: 500, "The issuer.")
    session = input.opaque("sid", max: 255, "The name of the session at the issuer.")
  }

  /// - Throws: `AccessRefusal.thereIsNoSuchRecord`.
  package func perform(in work: borrowing Work) throws -> [OwnLogin] {
    let login = try Login.named(login, in: work).orNotFound()
    guard Secret.equal(login.issuer, issuer) else { throw AccessRefusal.thereIsNoSuchRecord }
    let people: [ID<Person>] = try work.values(
      """
      DELETE FROM identity_session
      WHERE issuer = \(issuer) AND issuer_session = \(SHA256(session).hex) RETURNING person_id
      """)
    guard !people.isEmpty else { throw AccessRefusal.thereIsNoSuchRecord }
    for person in people { try work.record("signed-out", person, ["login": self.login]) }
    return []
  }
}

extension EndIssuerSession {
  /// The only answer that may stand in a frame, and it is empty.
  static let routes = Route.passing(
    Self.self, .get, page: IdentityPaths.ended, form: IdentityPaths.signIn,
    "The issuer says that a session has ended."
  ) { _, _ in
    var response = Response.text(200, "")
    response.headers.set(
      "Content-Security-Policy", "default-src 'none'; frame-ancestors https:; sandbox")
    return response
  }
}
