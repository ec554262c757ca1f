import Crypto
import HTML
import Kernel
import UseCases
import Web

/// Shows the page on which an invited person chooses a password.
package struct ShowInvitation: UseCase, Readable {
  let secret: String

  package static let permission = Permission.signIn
  package static let changes = false

  package init(_ input: inout Input) { secret = input.opaque("token", "The secret of the link.") }

  /// - Throws: `AcceptInvitation.Refusal.linkIsUsedOrTooOld`.
  package func perform(in work: borrowing Work) throws -> Invited {
    let name: String? = try work.value(
      """
      SELECT p.name FROM identity_invitation i JOIN identity_person p ON p.id = i.person_id
      WHERE i.token_hash = \(Secret(presented: secret).digest) AND i.used_at IS NULL
        AND i.expires_at > \(work.now) AND p.status = \(PersonStatus.active)
      """)
    guard let name else { throw AcceptInvitation.Refusal.linkIsUsedOrTooOld }
    return Invited(name: name, secret: secret, logins: try Login.all(in: work))
  }

  /// Who is invited.
  package struct Invited: JSONRecord {
    let name: String
    let secret: String
    let logins: [Login]

    package static let shape = Shape<Invited>(
      "Invited", [Field("name", "The invited person's name.") { $0.name }])

    /// The issuers whose login can become theirs, instead of a password.
    fileprivate func ways(_ page: Page) -> HTML {
      guard !logins.isEmpty else { return .none }
      let forms = logins.map { login in
        let path = IdentityPaths.invitationWithLogin(secret, login.name)
        return page.form(to: page.link(path)).html(
          button: page.say(nb: "Bruk \(login.label)", nn: "Bruk \(login.label)"))
      }
      let lead = page.say(
        nb: "Du kan logge inn slik, og trenger da ikke noe passord her:",
        nn: "Du kan logge inn slik, og treng då ikkje noko passord her:")
      return """
        <p>\(lead)</p>
        \(forms)
        <h2>\(page.say(nb: "Eller velg et passord", nn: "Eller vel eit passord"))</h2>
        """
    }
  }

  static let routes = Route.reading(
    Self.self, page: IdentityPaths.invitation, "The page on which to choose a password."
  ) { invited, page in
    let form = page.form(to: page.link(IdentityPaths.invitation(invited.secret)))
    let title = page.say(nb: "Velg passord", nn: "Vel passord")
    return View(
      title,
      """
      <h1>\(title)</h1>
      <p>\(page.say(nb: "Velkommen", nn: "Velkommen")), \(invited.name).</p>
      \(invited.ways(page))
      \(form.html(
        button: page.say(nb: "Lagre og logg inn", nn: "Lagre og logg inn"),
        form.password("password", page.say(nb: "Passord", nn: "Passord"), hint: NewPassword.hint(page), isNew: true)))
      """)
  }
}
