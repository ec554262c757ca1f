import Kernel
import OpenID
import UseCases
import Web

/// Sends somebody who has signed out here to sign out at their issuer too.
package struct LeaveIssuer: SlowUseCase, Readable {
  let login: String

  /// What it gives back.
  package typealias Outcome = Farewell
  package static let permission = Permission.signIn
  package static let changes = false

  package init(_ input: inout Input) { login = input.text("login", "The login's name.") }

  package func ask(in work: borrowing Work) throws -> Question {
    Question(
      login: try Login.named(login, in: work).orNotFound(),
      backTo: work.caller.home + IdentityPaths.signIn().path, now: work.now, issuers: .shared)
  }

  /// - Throws: `LoginRefusal.issuerDoesNotAnswer`.
  package func find(_ question: Question) throws -> Farewell {
    try LoginRefusal.telling {
      let issuer = try question.login.described(by: question.issuers, at: question.now)
      return Farewell(
        label: question.login.label,
        address: issuer.farewell(client: question.login.client, backTo: question.backTo))
    }
  }

  package func perform(with farewell: Farewell, in work: borrowing Work) throws -> Farewell {
    farewell
  }

  /// What must be known to send them.
  package struct Question: Sendable {
    let login: Login
    let backTo: String
    let now: Instant
    let issuers: IssuerDirectory
  }
}

/// Where somebody ends their session at the issuer.
package struct Farewell: JSONRecord {
  let label: String
  /// Nil when the issuer has no such place.
  let address: String?

  package static let shape = Shape<Farewell>(
    "Farewell", [Field("label", "Where the browser is sent.") { $0.label }])
}

extension LeaveIssuer {
  static let routes = Route.passing(
    Self.self, .get, page: IdentityPaths.leave, form: IdentityPaths.signIn,
    "Go to an issuer to sign out there too."
  ) { farewell, page in
    guard let address = farewell.address else { return page.redirect(to: IdentityPaths.signIn()) }
    let title = page.say(nb: "Du er logget ut her", nn: "Du er logga ut her")
    var response = page.html(
      200,
      View(
        title,
        """
        <h1>\(title)</h1>
        <p>\(page.say(
          nb: "Du logges nå ut av \(farewell.label) også.",
          nn: "Du blir no logga ut av \(farewell.label) òg."))
        <a href="\(address)">\(page.say(nb: "Gå videre", nn: "Gå vidare"))</a></p>
        """))
    response.headers.set("Refresh", "0; url=\(address)")
    return response
  }
}
