import Kernel
import UseCases
import Web

/// Sends somebody who wants to sign in to the issuer they chose.
package struct StartLogin: SlowUseCase, Readable {
  let login: String
  let next: Target?
  let language: String

  /// What it gives back.
  package typealias Outcome = Departure
  package static let permission = Permission.signIn
  package static let changes = false

  package init(_ input: inout Input) {
    login = input.text("login", "The login's name.")
    next = input.returning()
    language = input.languageOfLogin()
  }

  /// - Throws: as `Departure.ask`.
  package func ask(in work: borrowing Work) throws -> Departure.Question {
    try Departure.ask(login, .signIn(next: next?.path ?? ""), in: work)
  }

  /// - Throws: as `Departure.find`.
  package func find(_ question: Departure.Question) throws -> Departure {
    try Departure.find(question, language: language)
  }

  package func perform(with departure: Departure, in work: borrowing Work) throws -> Departure {
    departure
  }
}

extension StartLogin {
  /// It takes a form of this browser's own: where one is signed in at the issuer already, a link from
  /// elsewhere would end in a session that nobody asked for (ASVS 7.6.2).
  static let routes = Route.passing(
    Self.self, .post, page: IdentityPaths.login, form: IdentityPaths.signIn,
    "Go to an issuer to sign in there.", answer: Departure.onwards)
}

extension Input {
  /// The language the issuer's pages are asked for.
  mutating func languageOfLogin() -> String {
    let language = optionalText("sprak", "The language of the issuer's pages.")
    return language == "nn" || language == "en" ? language ?? "nb" : "nb"
  }
}
