import Kernel
import UseCases
import Web

/// Sends a signed-in person to an issuer; the login they come back with becomes theirs too.
///
/// Whoever has a password is asked for it: a login is a way in that outlasts the session.
package struct LinkLogin: SlowUseCase, Readable {
  let login: String
  let password: String?

  /// What it gives back.
  package typealias Outcome = Departure
  package static let permission = Permission.readOwnAccount

  package init(_ input: inout Input) {
    login = input.text("login", "The login's name.")
    password = input.optionalOpaque(
      "password", max: NewPassword.longest, "The password, for whoever has one.")
  }

  /// - Throws: as `Departure.ask`; `InvalidInput` without the password; `Throttle.Refusal.tooManyTries`.
  package func ask(in work: borrowing Work) throws -> Question {
    let member = try Account.member(in: work)
    return Question(
      departure: try Departure.ask(login, .link(member.id), in: work),
      password: try OwnPassword.ask(password, in: work))
  }

  /// - Throws: as `Departure.find`; `SignIn.Refusal.tooManySignInAtOnce`.
  package func find(_ question: Question) throws -> Finding {
    Finding(
      password: try OwnPassword.find(question.password),
      departure: try Departure.find(question.departure, language: "nb"))
  }

  /// - Throws: `ChangePassword.Refusal.currentPasswordIsWrong`.
  package func perform(with finding: Finding, in work: borrowing Work) throws -> Departure {
    let member = try Account.member(in: work)
    try OwnPassword.require(finding.password, in: work)
    try work.record("login-asked-for", member.id, ["login": login])
    return finding.departure
  }

  /// Where to, and whether they know their password.
  package struct Question: Sendable {
    let departure: Departure.Question
    let password: OwnPassword.Question?
  }

  /// The way there, and whether the password was right.
  package struct Finding: Sendable {
    let password: OwnPassword.Finding
    let departure: Departure
  }
}

extension LinkLogin {
  static let routes = Route.passing(
    Self.self, .post, page: IdentityPaths.ownLogin, form: IdentityPaths.ownLogins,
    "Have a login of an issuer besides one's own.", answer: Departure.onwards)
}
