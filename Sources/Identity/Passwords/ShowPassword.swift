import HTML
import UseCases
import Web

/// Shows the page on which people change their password.
package struct ShowPassword: UseCase, Readable {
  package static let permission = Permission.readOwnAccount
  package static let changes = false

  package init(_ input: inout Input) {}

  package func perform(in work: borrowing Work) throws -> [String] {
    _ = try Account.member(in: work)
    return []
  }

  static let routes = Route.reading(
    Self.self, page: IdentityPaths.password, "The page on which to change a password."
  ) { _, page in
    let form = page.form(to: page.link(IdentityPaths.password()))
    let title = page.say(nb: "Bytt passord", nn: "Byt passord")
    return View(
      title, crumbs: [page.accountCrumb],
      """
      <h1>\(title)</h1>
      \(form.html(
        button: title,
        form.password(
          "current", page.say(nb: "Passordet du har nå", nn: "Passordet du har no"), isNew: false),
        form.password(
          "password", page.say(nb: "Nytt passord", nn: "Nytt passord"),
          hint: NewPassword.hint(page), isNew: true)))
      """)
  }
}
