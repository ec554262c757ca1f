import HTML
import UseCases
import Web

/// Shows the page on which people sign in.
package struct ShowSignIn: UseCase, Readable {
  let next: Target?

  package static let permission = Permission.signIn
  package static let changes = false

  package init(_ input: inout Input) { next = input.returning() }

  package func perform(in work: borrowing Work) throws -> SignInPage {
    SignInPage(
      next: next, logins: try Login.all(in: work), sendsLetters: work.instance.sendsLetters)
  }

  static let routes = Route.reading(
    Self.self, page: IdentityPaths.signIn, "The page on which to sign in."
  ) { shown, page in
    let form = page.form(to: page.link(IdentityPaths.signIn()))
    let title = page.say(nb: "Logg inn", nn: "Logg inn")
    return View(
      title,
      """
      <h1>\(title)</h1>
      \(shown.ways(page))
      \(form.html(
        button: title,
        form.carried("til", shown.next?.path ?? ""),
        form.text(
          "email", page.say(nb: "E-post", nn: "E-post"), type: "email", autocomplete: "username"),
        form.password("password", page.say(nb: "Passord", nn: "Passord"), isNew: false)))
      <p>\(shown.wayBackIn(page))</p>
      """)
  }
}

/// What the page on which people sign in carries along.
package struct SignInPage: JSONRecord {
  let next: Target?
  var logins: [Login] = []
  var sendsLetters = false

  /// What to do when the password is forgotten.
  fileprivate func wayBackIn(_ page: Page) -> HTML {
    guard sendsLetters else {
      return "\(page.say(RequestPasswordReset.Refusal.lettersAreNotSentHere.text))"
    }
    let link = page.link(IdentityPaths.forgottenPassword())
    return "<a href=\"\(link)\">\(page.say(nb: "Glemt passordet?", nn: "Gløymt passordet?"))</a>"
  }

  package static let shape = Shape<SignInPage>(
    "SignInPage", [Field("til", "The page to come back to.") { $0.next?.path }])

  /// The issuers' own ways in, before the password that only some have.
  func ways(_ page: Page) -> HTML {
    guard !logins.isEmpty else { return .none }
    let forms: [HTML] = logins.map { login in
      let form = page.form(to: page.link(IdentityPaths.login(login.name)))
      let text = page.say(nb: "Logg inn med \(login.label)", nn: "Logg inn med \(login.label)")
      return form.html(button: text, form.carried("til", next?.path ?? ""))
    }
    return """
      \(forms)
      <h2>\(page.say(nb: "Med passord", nn: "Med passord"))</h2>
      """
  }
}
