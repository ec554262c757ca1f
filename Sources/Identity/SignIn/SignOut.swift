import UseCases
import Web

/// Ends the session of whoever asks.
package struct SignOut: UseCase, Readable {
  package static let permission = Permission.readOwnAccount
  package static let isOpenBeforeCodes = true

  package init(_ input: inout Input) {}

  package func perform(in work: borrowing Work) throws -> SignedOut {
    let member = try Account.member(in: work)
    let login: String? = try work.value(
      """
      SELECT l.name FROM identity_session s JOIN identity_login l ON l.issuer = s.issuer
      WHERE s.token_hash = \(work.caller.session ?? "")
      """)
    try work.run("DELETE FROM identity_session WHERE token_hash = \(work.caller.session ?? "")")
    try work.record("signed-out", member.id)
    return SignedOut(login: login)
  }

  static let routes = Route.changing(
    Self.self, .delete, api: "/sessions/current", page: IdentityPaths.signOut,
    form: IdentityPaths.signIn, "Sign out here.",
    then: { $0.login.map { IdentityPaths.leave($0) } ?? IdentityPaths.signIn() },
    cookies: { _, page in Session.noCookie(page) })
}

/// Somebody who has signed out.
package struct SignedOut: JSONRecord {
  /// The login they came in with, where they are still signed in.
  let login: String?

  package static let shape = Shape<SignedOut>(
    "SignedOut",
    [Field("login", "The login they came in with, or null for a password.") { $0.login }])
}
