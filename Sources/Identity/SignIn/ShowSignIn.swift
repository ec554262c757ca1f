import HTML
import UseCases
import Web

/// Shows the page on which people sign in.
package struct ShowSignIn: UseCase, Readable {
  package static let permission = Permission.signIn
  package static let changes = false

  package init(_ input: inout Input) {}
  package func perform(in work: borrowing Work) throws -> [String] { [] }

  static let routes = Route.reading(
    Self.self, page: IdentityPaths.signIn, "The page on which to sign in."
  ) { _, page in
    let form = page.form(to: page.link(IdentityPaths.signIn()))
    let title = page.say(nb: "Logg inn", nn: "Logg inn")
    return View(
      title,
      """
      <h1>\(title)</h1>
      \(form.html(
        button: title,
        form.text(
          "email", page.say(nb: "E-post", nn: "E-post"), type: "email", autocomplete: "username"),
        form.password("password", page.say(nb: "Passord", nn: "Passord"), isNew: false)))
      """)
  }
}
