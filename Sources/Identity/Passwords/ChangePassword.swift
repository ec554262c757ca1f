import Crypto
import Database
import Kernel
import Notices
import UseCases
import Web

/// Changes the password of whoever asks, signs them out everywhere else, and ends every link with
/// which a password could be chosen.
package struct ChangePassword: SlowUseCase, Readable {
  let current: String
  let password: String

  /// Who it was changed for.
  package typealias Outcome = Account
  package static let permission = Permission.readOwnAccount

  package init(_ input: inout Input) {
    current = input.opaque("current", max: NewPassword.longest, "The password you have now.")
    password = NewPassword.read(&input)
  }

  /// Counts the try: a session that somebody left open is no way to guess the password.
  ///
  /// - Throws: `.youHaveNoPassword`; `InvalidInput`; `Throttle.Refusal.tooManyTries`.
  package func ask(in work: borrowing Work) throws -> String {
    let member = try Account.member(in: work)
    try Throttle.count([OwnPassword.tries(of: member)], in: work)
    let person = try work.row(
      "SELECT password_hash, email FROM identity_person WHERE id = \(member.id)",
      as: { (hash: $0 as String?, email: $1 as String) })
    guard let person, let hash = person.hash else { throw Refusal.youHaveNoPassword }
    try NewPassword.refuse(password, ofPerson: member.name, person.email, in: work)
    return hash
  }

  /// - Throws: `SignIn.Refusal.tooManySignInAtOnce`.
  package func find(_ hash: String) throws -> Finding {
    guard let isRight = PasswordHash.verify(current, against: hash) else {
      throw SignIn.Refusal.tooManySignInAtOnce
    }
    guard isRight else { return Finding(old: hash, new: nil) }
    guard let new = PasswordHash.make(password) else { throw SignIn.Refusal.tooManySignInAtOnce }
    return Finding(old: hash, new: new)
  }

  /// - Throws: `.currentPasswordIsWrong`, also when it was changed in the meantime.
  package func perform(with finding: Finding, in work: borrowing Work) throws -> Account {
    let member = try Account.member(in: work)
    let address: String? = try finding.new.flatMap { hash in
      try work.value(
        """
        UPDATE identity_person SET password_hash = \(hash)
        WHERE id = \(member.id) AND password_hash = \(finding.old) RETURNING email
        """)
    }
    guard let address else {
      try work.record("password-change-refused", member.id)
      throw Refusal.currentPasswordIsWrong
    }
    try Throttle.forget(OwnPassword.tries(of: member), in: work)
    try work.run(
      """
      DELETE FROM identity_session
      WHERE person_id = \(member.id) AND token_hash <> \(work.caller.session ?? "")
      """)
    try work.run(
      """
      DELETE FROM identity_device
      WHERE person_id = \(member.id) AND mark_hash <> \(work.caller.device ?? "")
      """)
    try Invitation.endLinks(of: member.id, in: work)
    try work.record("password-changed", member.id)
    try Letters.post(.passwordWasChosen(to: member.id, at: address, in: work), in: work)
    return Account(id: work.actor.id, name: member.name, roles: [])
  }

  /// What hashing gave: the new password's hash, nil when the current one is wrong.
  package struct Finding: Sendable {
    let old: String
    let new: String?
  }

  /// Why it is refused; the refused try stays in the event log.
  package enum Refusal: Kernel.Refusal, KeepsItsTrace {
    case currentPasswordIsWrong
    case youHaveNoPassword

    package var kind: RefusalKind { self == .youHaveNoPassword ? .conflict : .invalid }
    package var text: Text {
      switch self {
      case .currentPasswordIsWrong:
        Text(
          nb: "Passordet du har nå, er feil. Prøv igjen.",
          nn: "Passordet du har no, er feil. Prøv igjen.",
          en: "The current password is wrong. Try again.")
      case .youHaveNoPassword:
        Text(
          nb: "Du har ikke noe passord her. Be kommunen om en lenke for å velge et.",
          nn: "Du har ikkje noko passord her. Be kommunen om ei lenkje for å velje eit.",
          en: "You have no password here. Ask the kommune for a link to choose one.")
      }
    }
  }
}

extension ChangePassword {
  static let routes = Route.changing(
    Self.self, .put, api: "/account/password", page: IdentityPaths.password,
    form: IdentityPaths.password, "Change your password.",
    done: Text(
      nb: "Passordet er byttet. Du er logget ut alle andre steder.",
      nn: "Passordet er bytt. Du er logga ut alle andre stader."),
    then: { _ in IdentityPaths.account() })
}
