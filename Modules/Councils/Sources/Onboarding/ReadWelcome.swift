import HTML
import Kernel
import UseCases
import Web

/// Shows what a kommune bids new members welcome with (R053).
package struct ReadWelcome: UseCase, Readable {
  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) {}

  package func perform(in work: borrowing Work) throws -> Welcome { try Welcome.current(in: work) }

  static let routes = Route.reading(
    Self.self, api: "/welcome", page: CouncilsPaths.welcome,
    "What the kommune bids new members welcome with.", view: view)

  @Sendable
  private static func view(_ welcome: Welcome, _ page: Page) -> View {
    let title = page.say(nb: "Ny i et råd", nn: "Ny i eit råd")
    let start = page.say(nb: "Kom i gang", nn: "Kom i gang")
    let link: HTML =
      page.actor.member == nil
      ? .none : "<p><a href=\"\(page.link(CouncilsPaths.onboarding()))\">\(start)</a></p>"
    return View(
      title,
      """
      <h1>\(title)</h1>
      \(Paragraphs.html(welcome.body))
      \(link)
      \(change(welcome, page))
      """)
  }

  private static func change(_ welcome: Welcome, _ page: Page) -> HTML {
    guard !page.actor.tenantWideRoles.isDisjoint(with: ChangeWelcome.permission.roles) else {
      return .none
    }
    let form = page.form(to: page.link(CouncilsPaths.welcome()))
    return """
      <h2>\(page.say(nb: "Endre teksten", nn: "Endre teksten"))</h2>
      \(form.html(
        button: page.say(nb: "Lagre teksten", nn: "Lagre teksten"), form.version(welcome.version),
        form.lines(
          "body", page.say(nb: "Velkomsttekst", nn: "Velkomsttekst"), value: welcome.body,
          hint: page.say(
            nb: "La en linje stå tom mellom avsnitt.", nn: "La ei linje stå tom mellom avsnitt."))))
      """
  }
}

/// Text in which an empty line parts paragraphs.
enum Paragraphs {
  static func html(_ text: String) -> HTML {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let parts = lines.split { $0.allSatisfy(\.isWhitespace) }.map { $0.joined(separator: " ") }
    return "\(parts.map { "<p>\($0)</p>" as HTML })"
  }
}
