import HTML
import UseCases
import Web

/// Shows the page for people who forgot their password.
package struct ShowForgottenPassword: UseCase, Readable {
  package static let permission = Permission.signIn
  package static let changes = false

  package init(_ input: inout Input) {}

  package func perform(in work: borrowing Work) throws -> ForgottenPasswordPage {
    ForgottenPasswordPage(sendsLetters: work.instance.sendsLetters)
  }

  static let routes = Route.reading(
    Self.self, page: IdentityPaths.forgottenPassword, "The page for a forgotten password."
  ) { shown, page in
    let title = page.say(nb: "Glemt passordet?", nn: "Gløymt passordet?")
    guard shown.sendsLetters else {
      let text = page.say(RequestPasswordReset.Refusal.lettersAreNotSentHere.text)
      return View(title, "<h1>\(title)</h1>\n<p>\(text)</p>")
    }
    let form = page.form(to: page.link(IdentityPaths.forgottenPassword()))
    let hint = page.say(
      nb: "Adressen du er registrert med. Du får en lenke som virker i en time.",
      nn: "Adressa du er registrert med. Du får ei lenkje som verkar i ein time.")
    return View(
      title,
      """
      <h1>\(title)</h1>
      \(form.html(
        button: page.say(nb: "Send meg en lenke", nn: "Send meg ei lenkje"),
        form.text(
          "email", page.say(nb: "E-post", nn: "E-post"), hint: hint, type: "email",
          autocomplete: "username")))
      """)
  }
}

/// What the page for a forgotten password depends on.
package struct ForgottenPasswordPage: JSONRecord {
  let sendsLetters: Bool

  package static let shape = Shape<ForgottenPasswordPage>(
    "ForgottenPasswordPage",
    [Field("sendsLetters", "Whether the host sends letters.") { $0.sendsLetters }])
}
