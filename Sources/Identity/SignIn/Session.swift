import Crypto
import Kernel
import UseCases
import Web

/// A signed-in person's way back in, for eight hours at most.
package struct Session: JSONRecord {
  package let token: String
  package let expiresAt: Instant

  static let cookieName = "samrad"
  private static let hours: Int64 = 8

  package static let shape = Shape<Session>(
    "Session",
    [
      Field("token", "Send it as `Authorization: Bearer`.") { $0.token },
      Field("expiresAt", "When it stops working.") { $0.expiresAt },
    ])

  static func start(for person: ID<Person>, in work: borrowing Work) throws -> Session {
    let secret = Secret(prefix: "sks_")
    let expiresAt = work.now.adding(seconds: hours * 3600)
    try work.run(
      "DELETE FROM identity_session WHERE person_id = \(person) AND expires_at < \(work.now)")
    try work.run(
      """
      INSERT INTO identity_session (token_hash, person_id, created_at, expires_at)
      VALUES (\(secret.digest), \(person), \(work.now), \(expiresAt))
      """)
    try work.record("signed-in", person)
    return Session(token: secret.text, expiresAt: expiresAt)
  }

  /// Takes the cookie away.
  static func noCookie(_ page: Page) -> String {
    Cookies.setting(cookieName, "", path: page.cookiePath, seconds: 0, isSecure: page.isSecure)
  }

  @Sendable
  static func cookie(_ session: Session, _ page: Page) -> String {
    Cookies.setting(
      cookieName, session.token, path: page.cookiePath, seconds: Int(hours) * 3600,
      isSecure: page.isSecure)
  }
}
