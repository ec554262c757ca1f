import Crypto
import Kernel
import UseCases
import Web

/// A link that lets one person choose a password, once and for seven days.
package struct Invitation: JSONRecord {
  package let person: ID<Person>
  package let email: String
  /// The secret of the link; stored as its digest only.
  package let secret: String
  package let expiresAt: Instant

  package static let shape = Shape<Invitation>(
    "Invitation",
    [
      Field("person", "The invited person's id.") { $0.person },
      Field("email", "The address they sign in with.") { $0.email },
      Field("secret", "The secret of the link, shown this once.") { $0.secret },
      Field("expiresAt", "When the link stops working.") { $0.expiresAt },
    ])

  /// The path of the link below the kommune.
  package var target: Target { IdentityPaths.invitation(secret) }

  static let validDays = 7

  /// Makes a link and puts an end to the earlier ones.
  static func make(
    for person: ID<Person>, email: String, in work: borrowing Work
  ) throws -> Invitation {
    let secret = Secret(prefix: "ski_")
    let expiresAt = work.now.adding(days: validDays)
    try work.run("DELETE FROM identity_invitation WHERE person_id = \(person) AND used_at IS NULL")
    try work.run(
      """
      INSERT INTO identity_invitation (token_hash, person_id, expires_at)
      VALUES (\(secret.digest), \(person), \(expiresAt))
      """)
    try work.record("person-invited", person)
    return Invitation(person: person, email: email, secret: secret.text, expiresAt: expiresAt)
  }
}
