import Crypto
import HTTPClient
import Kernel
import OpenID
import UseCases
import Web

/// Somebody on their way to an issuer: where to, and what their browser keeps until they are back.
package struct Departure: JSONRecord {
  let label: String
  let address: String
  let attempt: String

  package static let shape = Shape<Departure>(
    "Departure", [Field("label", "Where the browser is sent.") { $0.label }])

  /// What must be known to send them.
  package struct Question: Sendable {
    let login: Login
    let attempt: String
    let answerTo: String
    let now: Instant
    let issuers: IssuerDirectory
  }

  /// The first step of every way out.
  ///
  /// - Throws: `AccessRefusal.thereIsNoSuchRecord`; `LoginRefusal.instanceHasNoKey`.
  static func ask(
    _ name: String, _ purpose: LoginAttempt.Purpose, in work: borrowing Work
  ) throws -> Question {
    let login = try Login.named(name, in: work).orNotFound()
    guard let key = work.instance.key else { throw LoginRefusal.instanceHasNoKey }
    let attempt = LoginAttempt(
      login: name, purpose: purpose,
      endsAt: work.now.adding(seconds: Int64(LoginAttempt.seconds)))
    return Question(
      login: login, attempt: attempt.sealed(with: key, of: try work.tenant),
      answerTo: work.caller.home + IdentityPaths.answer(name).path, now: work.now,
      issuers: .shared)
  }

  /// The slow part: the issuer says where it takes people.
  ///
  /// - Throws: `LoginRefusal.issuerDoesNotAnswer`.
  static func find(_ question: Question, language: String) throws -> Departure {
    let login = question.login
    let issuer = try LoginRefusal.telling {
      try login.described(by: question.issuers, at: question.now)
    }
    let address = LoginQuestion(seed: question.attempt).address(
      at: issuer, client: login.client, scopes: login.scopes, level: login.level,
      language: language, answerTo: question.answerTo)
    guard let address else { throw LoginRefusal.issuerDoesNotAnswer }
    return Departure(label: login.label, address: address, attempt: question.attempt)
  }

  /// A page that leads on at once.
  ///
  /// A form may not lead out of the house, nor what it leads to: the pages' own policy says so, and
  /// browsers hold it however far the way goes on. So a form leads to this page, and the page on.
  @Sendable
  static func onwards(_ departure: Departure, _ page: Page) -> Response {
    let title = page.say(
      nb: "Videre til \(departure.label)", nn: "Vidare til \(departure.label)")
    var response = page.html(
      200,
      View(
        title,
        """
        <h1>\(title)</h1>
        <p><a class="button" href="\(departure.address)">\(page.say(nb: "Gå videre", nn: "Gå vidare"))</a></p>
        """))
    response.headers.set("Refresh", "0; url=\(departure.address)")
    response.headers.add("Set-Cookie", departure.cookie(page))
    return response
  }

  private func cookie(_ page: Page) -> String {
    page.cookies.setting(LoginAttempt.cookieName, attempt, seconds: LoginAttempt.seconds)
  }
}

extension Login {
  /// What the issuer says of itself.
  ///
  /// - Throws: `IssuerProblem`.
  func described(by issuers: IssuerDirectory, at now: Instant) throws -> Issuer {
    guard let address = WebAddress(issuer) else { throw IssuerProblem.isNotWhoItShouldBe }
    return try issuers.issuer(address, .openID, at: now)
  }
}
