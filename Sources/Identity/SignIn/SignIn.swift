import Crypto
import Database
import Kernel
import UseCases
import Web

/// Signs a person in with e-mail and password.
package struct SignIn: SlowUseCase, Readable {
  let email: String
  let password: String
  let next: Target?

  /// The way back in.
  package typealias Outcome = Session
  package static let permission = Permission.signIn

  package init(_ input: inout Input) {
    email = input.opaque("email", max: 254, "The address you are registered with.").lowercased()
    password = input.opaque("password", max: NewPassword.longest, "Your password.")
    next = input.returning()
  }

  init(email: String, password: String, next: Target?) {
    self.email = email
    self.password = password
    self.next = next
  }

  /// Counts the try before the password is looked at.
  ///
  /// - Throws: `Throttle.Refusal.tooManyTries`.
  package func ask(in work: borrowing Work) throws -> Account? {
    let account: Account? = try work.row(
      """
      SELECT id, password_hash FROM identity_person
      WHERE email = \(email) AND status = \(PersonStatus.active)
      """, as: Account.init)
    try Throttle.count([try tries(of: account?.id, in: work), .address(work.caller)], in: work)
    return account
  }

  /// Takes as long for an address nobody has, so that the time does not tell who is registered.
  ///
  /// - Throws: `.tooManySignInAtOnce`.
  package func find(_ account: Account?) throws -> Finding {
    let hash = account?.hash ?? PasswordHash.ofNobody
    guard let isRight = PasswordHash.verify(password, against: hash) else {
      throw Refusal.tooManySignInAtOnce
    }
    return Finding(account: account, isRight: isRight && account?.hash != nil)
  }

  /// - Throws: `.emailOrPasswordIsWrong`, also when the password was changed or the person disabled
  ///   in the meantime.
  package func perform(with finding: Finding, in work: borrowing Work) throws -> Session {
    guard let account = finding.account else { throw Refusal.emailOrPasswordIsWrong }
    let isStillSo: Int? = try work.value(
      """
      SELECT 1 FROM identity_person WHERE id = \(account.id) AND status = \(PersonStatus.active)
        AND password_hash = \(account.hash)
      """)
    guard finding.isRight, isStillSo != nil else {
      try work.record("sign-in-refused", account.id)
      throw Refusal.emailOrPasswordIsWrong
    }
    try Throttle.forget(try tries(of: account.id, in: work), in: work)
    try Throttle.uncount(.address(work.caller), in: work)
    var session = try Session.begin(for: account.id, in: work)
    session.next = next
    return session
  }

  private func tries(of person: ID<Person>?, in work: borrowing Work) throws -> Throttle.Key {
    let isKnown = try Session.isKnownDevice(of: person, in: work)
    return .account(email, device: isKnown ? work.caller.device : nil)
  }

  /// Whose password it would be.
  package struct Account: Sendable {
    let id: ID<Person>
    let hash: String?
  }

  /// Whether it is theirs.
  package struct Finding: Sendable {
    let account: Account?
    let isRight: Bool
  }

  /// Why it is refused; the refused try stays in the event log.
  package enum Refusal: Kernel.Refusal, KeepsItsTrace {
    case emailOrPasswordIsWrong
    case tooManySignInAtOnce

    package var kind: RefusalKind {
      switch self {
      case .emailOrPasswordIsWrong: .notSignedIn
      case .tooManySignInAtOnce: .unavailable
      }
    }
    package var retryAfter: Int? { self == .tooManySignInAtOnce ? 2 : nil }
    package var text: Text {
      switch self {
      case .emailOrPasswordIsWrong:
        Text(
          nb: "E-postadressen eller passordet er feil."
            + " Prøv igjen, eller be kommunen om en ny lenke.",
          nn: "E-postadressa eller passordet er feil."
            + " Prøv igjen, eller be kommunen om ei ny lenkje.",
          en: "The e-mail address or the password is wrong."
            + " Try again, or ask the kommune for a link."
        )
      case .tooManySignInAtOnce:
        Text(
          nb: "Mange logger inn akkurat nå. Vent litt og prøv igjen.",
          nn: "Mange loggar inn akkurat no. Vent litt og prøv igjen.",
          en: "Many people are signing in just now. Wait a moment, then try again.")
      }
    }
  }
}

extension SignIn {
  static let routes = Route.changing(
    Self.self, api: "/sessions", page: IdentityPaths.signIn, form: IdentityPaths.signIn,
    "Sign in with e-mail and password; gives a token for eight hours.",
    then: Session.target, cookies: Session.cookies)
}

extension Input {
  /// The page to come back to after signing in; what could lead elsewhere is left out.
  mutating func returning() -> Target? {
    optionalOpaque("til", max: 500, "The page to come back to.").flatMap(Target.init(returning:))
  }
}
