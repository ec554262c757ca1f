import Crypto
import Database
import Kernel
import UseCases
import Web

/// Sends an invited person to an issuer; the login they come back with becomes theirs.
package struct AcceptInvitationWithLogin: SlowUseCase, Readable {
  let secret: String
  let login: String

  /// What it gives back.
  package typealias Outcome = Departure
  package static let permission = Permission.signIn

  package init(_ input: inout Input) {
    secret = input.opaque("token", "The secret of the link.")
    login = input.text("login", "The login's name.")
  }

  /// - Throws: `AcceptInvitation.Refusal.linkIsUsedOrTooOld`; as `Departure.ask`.
  package func ask(in work: borrowing Work) throws -> Departure.Question {
    try Throttle.count([.address(work.caller)], in: work)
    _ = try person(in: work)
    try Throttle.uncount(.address(work.caller), in: work)
    return try Departure.ask(login, .accept(Secret(presented: secret).digest), in: work)
  }

  /// - Throws: as `Departure.find`.
  package func find(_ question: Departure.Question) throws -> Departure {
    try Departure.find(question, language: "nb")
  }

  package func perform(with departure: Departure, in work: borrowing Work) throws -> Departure {
    try work.record("login-asked-for", try person(in: work), ["login": login])
    return departure
  }

  private func person(in work: borrowing Work) throws -> ID<Person> {
    let person: ID<Person>? = try work.value(
      """
      SELECT i.person_id FROM identity_invitation i JOIN identity_person p ON p.id = i.person_id
      WHERE i.token_hash = \(Secret(presented: secret).digest) AND i.used_at IS NULL
        AND i.expires_at > \(work.now) AND p.status = \(PersonStatus.active)
      """)
    guard let person else { throw AcceptInvitation.Refusal.linkIsUsedOrTooOld }
    return person
  }
}

extension AcceptInvitationWithLogin {
  static let routes = Route.passing(
    Self.self, .post, page: IdentityPaths.invitationWithLogin, form: IdentityPaths.invitation,
    "Accept an invitation with a login of an issuer.", answer: Departure.onwards)
}
