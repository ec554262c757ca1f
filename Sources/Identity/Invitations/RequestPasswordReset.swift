import Kernel
import Notices
import UseCases
import Web

/// Sends a link to whoever forgot their password, so that they can choose a new one.
///
/// For an address nobody has, and for somebody who was disabled, it runs the same statements and
/// gives the same answer, so that neither tells who is registered.
package struct RequestPasswordReset: UseCase, Readable {
  let email: EmailAddress?

  package static let permission = Permission.signIn

  package init(_ input: inout Input) {
    email = input.email("email", "The address you are registered with.")
  }

  /// A link works for an hour, or for as long as the unused one whose place it takes: nobody can cut
  /// somebody else's invitation short.
  ///
  /// - Throws: `.lettersAreNotSentHere`, `Throttle.Refusal.tooManyTries`.
  package func perform(in work: borrowing Work) throws -> ResetAnswer {
    guard work.instance.sendsLetters else { throw Refusal.lettersAreNotSentHere }
    let address = email?.text ?? ""
    try Throttle.count([.letters(to: address), .address(work.caller)], in: work)
    let person: ID<Person>? = try work.value(
      """
      SELECT id FROM identity_person
      WHERE email = \(address) AND status = \(PersonStatus.active)
      """)
    let earlier: Instant? = try work.value(
      """
      SELECT expires_at FROM identity_invitation WHERE person_id = \(person) AND used_at IS NULL
      ORDER BY expires_at DESC LIMIT 1
      """)
    let hour = work.now.adding(seconds: 3600)
    let expiresAt = max(hour, earlier ?? hour)
    let secret = try Invitation.newLink(for: person, until: expiresAt, in: work)
    let recipient = person ?? work.newID()
    try work.record("password-reset-requested", recipient)
    let letter = try Letters.post(
      .passwordReset(
        IdentityPaths.invitation(secret.text), until: expiresAt, to: recipient, at: address,
        in: work), in: work)
    try Letters.withdraw(letter, if: person == nil, in: work)
    return ResetAnswer(email: address)
  }

  /// Why it is refused.
  package enum Refusal: Kernel.Refusal {
    case lettersAreNotSentHere

    package var kind: RefusalKind { .conflict }
    package var text: Text {
      Text(
        nb: "Har du glemt passordet? Be kommunen om en ny lenke.",
        nn: "Har du gløymt passordet? Be kommunen om ei ny lenkje.",
        en: "No mail is sent from here. Ask the kommune for a new link.")
    }
  }
}

extension RequestPasswordReset {
  static let routes = Route.changing(
    Self.self, api: "/password-resets", page: IdentityPaths.forgottenPassword,
    form: IdentityPaths.forgottenPassword,
    "Have a link sent to choose a new password; the answer is the same for unknown addresses.",
    done: Text(
      nb: "Er adressen registrert her, kommer det en lenke i e-posten om litt."
        + " Se i søppelposten hvis den ikke kommer.",
      nn: "Er adressa registrert her, kjem det ei lenkje i e-posten om litt."
        + " Sjå i søppelposten om ho ikkje kjem."),
    then: { _ in IdentityPaths.signIn() })
}

/// What whoever asks for a link is told: the same for everybody.
package struct ResetAnswer: JSONRecord {
  let email: String

  package static let shape = Shape<ResetAnswer>(
    "ResetAnswer",
    [Field("email", "Where the link goes, if anybody here has the address.") { $0.email }])
}
