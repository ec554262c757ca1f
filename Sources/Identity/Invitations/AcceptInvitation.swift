import Crypto
import Kernel
import Notices
import UseCases
import Web

/// Lets an invited person choose their password, and signs them in.
package struct AcceptInvitation: SlowUseCase, Readable {
  let secret: String
  let password: String

  /// The way back in.
  package typealias Outcome = Session
  package static let permission = Permission.signIn

  package init(_ input: inout Input) {
    secret = input.opaque("token", "The secret of the link.")
    password = NewPassword.read(&input)
  }

  /// A link that is used or too old costs nobody the time of hashing a password.
  ///
  /// - Throws: `.linkIsUsedOrTooOld`; `InvalidInput`.
  package func ask(in work: borrowing Work) throws {
    let person = try work.row(
      """
      SELECT p.name, p.email FROM identity_invitation i JOIN identity_person p ON p.id = i.person_id
      WHERE i.token_hash = \(Secret(presented: secret).digest) AND i.used_at IS NULL
        AND i.expires_at > \(work.now) AND p.status = \(PersonStatus.active)
      """, as: { (name: $0 as String, email: $1 as String) })
    guard let person else { throw Refusal.linkIsUsedOrTooOld }
    try NewPassword.refuse(password, ofPerson: person.name, person.email, in: work)
  }

  /// - Throws: `.passwordCannotBeStored`.
  package func find(_ question: Void) throws -> String {
    guard let hash = PasswordHash.make(password) else { throw Refusal.passwordCannotBeStored }
    return hash
  }

  /// The invitation is used up in the same step that reads it, so two clicks cannot both win.
  ///
  /// - Throws: `.linkIsUsedOrTooOld`.
  package func perform(with hash: String, in work: borrowing Work) throws -> Session {
    let person: ID<Person>? = try work.value(
      """
      UPDATE identity_invitation SET used_at = \(work.now)
      WHERE token_hash = \(Secret(presented: secret).digest) AND used_at IS NULL
        AND expires_at > \(work.now) AND person_id IN
          (SELECT id FROM identity_person WHERE status = \(PersonStatus.active))
      RETURNING person_id
      """)
    guard let person else { throw Refusal.linkIsUsedOrTooOld }
    try Invitation.endLinks(of: person, in: work)
    try work.run("DELETE FROM identity_session WHERE person_id = \(person)")
    try work.run("DELETE FROM identity_device WHERE person_id = \(person)")
    let address: String = try work.value(
      "UPDATE identity_person SET password_hash = \(hash) WHERE id = \(person) RETURNING email"
    ).orNotFound()
    try work.record("password-chosen", person)
    try Letters.post(.passwordWasChosen(to: person, at: address, in: work), in: work)
    return try Session.begin(for: person, in: work)
  }

  /// Why it is refused.
  package enum Refusal: Kernel.Refusal {
    case linkIsUsedOrTooOld
    case passwordCannotBeStored

    package var kind: RefusalKind {
      switch self {
      case .linkIsUsedOrTooOld: .conflict
      case .passwordCannotBeStored: .tooMany
      }
    }

    package var text: Text {
      switch self {
      case .linkIsUsedOrTooOld:
        Text(
          nb: "Lenken er brukt eller for gammel. Be kommunen om en ny.",
          nn: "Lenkja er brukt eller for gammal. Be kommunen om ei ny.",
          en: "The link is used or too old. Ask the kommune for a new one.")
      case .passwordCannotBeStored:
        Text(
          nb: "Vi fikk ikke lagret passordet nå. Prøv igjen om litt.",
          nn: "Vi fekk ikkje lagra passordet no. Prøv igjen om litt.",
          en: "The password could not be stored now. Try again in a moment.")
      }
    }
  }
}

extension AcceptInvitation {
  static let routes = Route.changing(
    Self.self, api: "/invitations/{token}", page: IdentityPaths.invitation,
    form: IdentityPaths.invitation, "Choose a password with an invitation, and sign in.",
    done: Text(nb: "Du er logget inn.", nn: "Du er logga inn."),
    then: Session.target, cookies: Session.cookies)
}
