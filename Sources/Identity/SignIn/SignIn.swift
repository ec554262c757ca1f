import Crypto
import Kernel
import UseCases
import Web

/// Signs a person in with e-mail and password.
package struct SignIn: UseCase, Readable {
  let email: String
  let password: String

  package static let permission = Permission.signIn

  package init(_ input: inout Input) {
    email = input.opaque("email", max: 254, "The address you are registered with.").lowercased()
    password = input.opaque("password", max: NewPassword.longest, "Your password.")
  }

  /// Takes as long for an address nobody has, so that the time does not tell who is registered.
  ///
  /// - Throws: `.emailOrPasswordIsWrong`.
  package func perform(in work: borrowing Work) throws -> Session {
    let found: Account? = try work.row(
      """
      SELECT id, password_hash FROM identity_person
      WHERE email = \(email) AND status = \(PersonStatus.active)
      """, as: Account.init)
    let hash = found?.hash ?? PasswordHash.ofNobody
    guard PasswordHash.verify(password, against: hash), let found else {
      throw Refusal.emailOrPasswordIsWrong
    }
    return try Session.start(for: found.id, in: work)
  }

  private struct Account {
    let id: ID<Person>
    let hash: String?
  }

  /// Why it is refused.
  package enum Refusal: Kernel.Refusal {
    case emailOrPasswordIsWrong

    package var kind: RefusalKind { .notSignedIn }
    package var text: Text {
      Text(
        nb: "E-postadressen eller passordet er feil. Prøv igjen, eller be kommunen om en ny lenke.",
        nn: "E-postadressa eller passordet er feil. Prøv igjen, eller be kommunen om ei ny lenkje.",
        en: "The e-mail address or the password is wrong. Try again, or ask the kommune for a link."
      )
    }
  }
}

extension SignIn {
  static let routes = Route.changing(
    Self.self, api: "/sessions", page: IdentityPaths.signIn, form: IdentityPaths.signIn,
    "Sign in with e-mail and password; gives a token for eight hours.",
    then: { _ in IdentityPaths.account() }, cookie: Session.cookie)
}
