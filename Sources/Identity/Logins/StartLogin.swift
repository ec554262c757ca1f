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
  /// Nothing is asked of a form here: whoever is led to the issuer from elsewhere signs in as
  /// themselves or not at all.
  static let routes = Route.passing(
    Self.self, .get, page: IdentityPaths.login, form: IdentityPaths.signIn,
    "Go to an issuer to sign in there."
  ) { departure, page in
    var response = Response(303, headers: ["Location": departure.address])
    response.headers.add("Set-Cookie", departure.cookie(page))
    return response
  }
}

extension Input {
  /// The language the issuer's pages are asked for.
  mutating func languageOfLogin() -> String {
    let language = optionalText("sprak", "The language of the issuer's pages.")
    return language == "nn" || language == "en" ? language ?? "nb" : "nb"
  }
}
