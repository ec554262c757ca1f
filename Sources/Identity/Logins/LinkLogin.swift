import Kernel
import UseCases
import Web

/// Sends a signed-in person to an issuer; the login they come back with becomes theirs too.
package struct LinkLogin: SlowUseCase, Readable {
  let login: String

  /// What it gives back.
  package typealias Outcome = Departure
  package static let permission = Permission.readOwnAccount

  package init(_ input: inout Input) { login = input.text("login", "The login's name.") }

  /// - Throws: as `Departure.ask`.
  package func ask(in work: borrowing Work) throws -> Departure.Question {
    let member = try Account.member(in: work)
    return try Departure.ask(login, .link(member.id), in: work)
  }

  /// - Throws: as `Departure.find`.
  package func find(_ question: Departure.Question) throws -> Departure {
    try Departure.find(question, language: "nb")
  }

  package func perform(with departure: Departure, in work: borrowing Work) throws -> Departure {
    let member = try Account.member(in: work)
    try work.record("login-asked-for", member.id, ["login": login])
    return departure
  }
}

extension LinkLogin {
  static let routes = Route.passing(
    Self.self, .post, page: IdentityPaths.ownLogin, form: IdentityPaths.ownLogins,
    "Have a login of an issuer besides one's own.", answer: Departure.onwards)
}
