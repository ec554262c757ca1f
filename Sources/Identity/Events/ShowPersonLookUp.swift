import HTML
import UseCases
import Web

/// Shows the page on which an auditor finds a person of the event log.
package struct ShowPersonLookUp: UseCase, Readable {
  package static let permission = Permission.readEventLog
  package static let changes = false

  package init(_ input: inout Input) {}

  package func perform(in work: borrowing Work) throws -> [FoundPerson] {
    try work.require(Self.permission)
    return []
  }

  static let routes = Route.reading(
    Self.self, page: IdentityPaths.personInEvents, "The page on which to find a person of the log."
  ) { _, page in page.personLookUp(.none) }
}

extension Page {
  /// The page with the form, and what came of it.
  func personLookUp(_ found: HTML) -> View {
    let title = say(nb: "Finn en person", nn: "Finn ein person")
    let form = form(to: link(IdentityPaths.personInEvents()))
    let events = Crumb(say(nb: "Hendelser", nn: "Hendingar"), link(IdentityPaths.events()))
    return View(
      title, crumbs: [events],
      """
      <h1>\(title)</h1>
      \(found)
      \(form.html(
        button: title,
        form.text("email", say(nb: "E-postadresse", nn: "E-postadresse"), type: "email")))
      """)
  }
}
