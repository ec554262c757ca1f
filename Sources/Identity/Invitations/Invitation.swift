import Crypto
import Kernel
import Notices
import UseCases
import Web

/// A link that lets one person choose a password, once and for seven days; it goes to them by letter
/// where letters are sent.
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
    let expiresAt = work.now.adding(days: validDays)
    let secret = try newLink(for: person, until: expiresAt, in: work)
    try work.record("person-invited", person)
    let invitation = Invitation(
      person: person, email: email, secret: secret.text, expiresAt: expiresAt)
    try Letters.post(
      .invitation(invitation.target, until: expiresAt, to: person, at: email, in: work), in: work)
    return invitation
  }

  /// Puts a new link in the place of the earlier ones.
  ///
  /// For nobody it runs the same statements and changes nothing.
  static func newLink(
    for person: ID<Person>?, until expiresAt: Instant, in work: borrowing Work
  ) throws -> Secret {
    let secret = Secret(prefix: "ski_")
    try endLinks(of: person, in: work)
    try work.run(
      """
      INSERT INTO identity_invitation (token_hash, person_id, expires_at)
      SELECT CAST(\(secret.digest) AS text), id, CAST(\(expiresAt) AS bigint)
      FROM identity_person WHERE id = \(person)
      """)
    return secret
  }

  /// Puts an end to every link a person has not used.
  ///
  /// Whoever has just taken their account into their own hands wants no other way to it left open,
  /// in an old letter or in somebody else's mailbox.
  static func endLinks(of person: ID<Person>?, in work: borrowing Work) throws {
    try work.run("DELETE FROM identity_invitation WHERE person_id = \(person) AND used_at IS NULL")
  }
}
