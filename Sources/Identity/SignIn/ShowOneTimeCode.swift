import HTML
import UseCases
import Web

/// Shows the page on which people enter their one-time code.
package struct ShowOneTimeCode: UseCase, Readable {
  let next: Target?

  package static let permission = Permission.signIn
  package static let changes = false

  package init(_ input: inout Input) { next = input.returning() }
  package func perform(in work: borrowing Work) throws -> SignInPage { SignInPage(next: next) }

  static let routes = Route.reading(
    Self.self, page: IdentityPaths.code, "The page on which to enter a one-time code."
  ) { shown, page in
    let form = page.form(to: page.link(IdentityPaths.code()))
    let title = page.say(nb: "Skriv engangskoden", nn: "Skriv eingongskoden")
    return View(
      title,
      """
      <h1>\(title)</h1>
      <p>\(page.say(
        nb: "Åpne appen på telefonen og skriv koden den viser. En av kodene du skrev ned, virker òg.",
        nn: "Opne appen på telefonen og skriv koden han viser. Ein av kodane du skreiv ned, verkar òg."
      ))</p>
      \(form.html(
        button: page.say(nb: "Logg inn", nn: "Logg inn"),
        form.carried("til", shown.next?.path ?? ""),
        form.code(page.say(nb: "Kode", nn: "Kode"))))
      <p><a href="\(page.link(IdentityPaths.signIn()))">\
      \(page.say(nb: "Begynn på nytt", nn: "Byrj på nytt"))</a></p>
      """)
  }
}
