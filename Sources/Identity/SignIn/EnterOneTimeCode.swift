import Database
import Kernel
import UseCases
import Web

/// Lets a person all the way in, whose password was right, with a one-time code.
package struct EnterOneTimeCode: UseCase, Readable {
  let code: String
  let next: Target?

  package static let permission = Permission.signIn

  package init(_ input: inout Input) {
    code = input.opaque("code", max: 40, "A code from the app, or a recovery code.")
    next = input.returning()
  }

  /// The token that waited for the code is used up, and another one takes its place.
  ///
  /// - Throws: `.passwordComesFirst`; `OneTimeCodes.Refusal.codeIsWrong`;
  ///   `Throttle.Refusal.tooManyTries`.
  package func perform(in work: borrowing Work) throws -> Session {
    let person: ID<Person>? = try work.value(
      """
      SELECT s.person_id FROM identity_session s JOIN identity_person p ON p.id = s.person_id
      WHERE s.token_hash = \(work.caller.session ?? "") AND s.awaits_code
        AND s.expires_at > \(work.now) AND p.status = \(PersonStatus.active)
      """)
    guard let person, let codes = try OneTimeCodes.of(person, in: work) else {
      throw Refusal.passwordComesFirst
    }
    try codes.use(code, in: work)
    var session = try Session.start(for: person, in: work)
    session.next = next
    return session
  }

  /// Why it is refused.
  package enum Refusal: Kernel.Refusal {
    case passwordComesFirst

    package var kind: RefusalKind { .notSignedIn }
    package var text: Text {
      Text(
        nb: "Det er for lenge siden du skrev passordet. Logg inn på nytt.",
        nn: "Det er for lenge sidan du skreiv passordet. Logg inn på nytt.",
        en: "Sign in with the password first, and send its token along; it waits ten minutes.")
    }
  }

  static let routes = Route.changing(
    Self.self, api: "/sessions/code", page: IdentityPaths.code, form: IdentityPaths.code,
    "Finish signing in with a one-time code.", then: Session.target, cookies: Session.cookies)
}
