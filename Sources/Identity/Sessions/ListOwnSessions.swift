import HTML
import UseCases
import Web

/// Shows whoever is signed in where else they are.
package struct ListOwnSessions: UseCase, Readable {
  package static let permission = Permission.readOwnAccount
  package static let changes = false

  package init(_ input: inout Input) {}

  package func perform(in work: borrowing Work) throws -> [OwnSession] {
    try OwnSession.all(of: Account.member(in: work).id, in: work)
  }

  static let routes = Route.reading(
    Self.self, api: "/account/sessions", page: IdentityPaths.ownSessions,
    "The sessions one has open, the newest first."
  ) { sessions, page in
    let title = page.say(nb: "Her er du logget inn", nn: "Her er du logga inn")
    let link = page.link(IdentityPaths.password())
    return View(
      title, crumbs: [page.accountCrumb],
      """
      <h1>\(title)</h1>
      <p class="lead">\(page.say(
        nb: "Er det noe her som ikke er deg? Avslutt det, og bytt passord.",
        nn: "Er det noko her som ikkje er deg? Avslutt det, og byt passord."))</p>
      \(table(sessions, title, page))
      <p><a href="\(link)">\(page.say(nb: "Bytt passord", nn: "Byt passord"))</a></p>
      """)
  }

  private static func table(_ sessions: [OwnSession], _ title: String, _ page: Page) -> HTML {
    PageTable(
      title,
      columns: [
        page.say(nb: "Logget inn", nn: "Logga inn"), page.say(nb: "Sist brukt", nn: "Sist brukt"),
        page.say(nb: "Med", nn: "Med"), page.say(nb: "Avslutt", nn: "Avslutt"),
      ],
      rows: sessions.map { session in
        [
          "\(page.say(session.startedAt))", "\(page.say(session.lastUsedAt))",
          "\(way(session, page))", end(session, page),
        ]
      }
    ).html
  }

  private static func way(_ session: OwnSession, _ page: Page) -> String {
    guard !session.awaitsCode else {
      return page.say(
        nb: "passord, og mangler engangskoden", nn: "passord, og manglar eingongskoden")
    }
    return session.login ?? page.say(nb: "passord", nn: "passord")
  }

  private static func end(_ session: OwnSession, _ page: Page) -> HTML {
    guard !session.isCurrent else {
      return "\(page.say(nb: "Denne bruker du nå", nn: "Denne bruker du no"))"
    }
    return page.form(to: page.link(IdentityPaths.endOwnSession(session.id))).html(
      button: page.say(nb: "Avslutt", nn: "Avslutt"), style: .quiet)
  }
}
