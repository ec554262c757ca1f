import HTML
import Identity
import Kernel
import UseCases
import Web

/// Shows a member what they have been through and what is left (R005, R053).
package struct ReadOwnOnboarding: UseCase, Readable {
  package static let permission = Permission.readOwnAccount
  package static let changes = false

  package init(_ input: inout Input) {}

  package func perform(in work: borrowing Work) throws -> OwnOnboarding {
    let member = try Account.member(in: work)
    return try OwnOnboarding.of(member, in: work)
  }

  static let routes = Route.reading(
    Self.self, api: "/account/onboarding", page: CouncilsPaths.onboarding,
    "What you have been through as a member, and what is left.", view: view)

  @Sendable
  private static func view(_ own: OwnOnboarding, _ page: Page) -> View {
    let title = page.say(nb: "Kom i gang", nn: "Kom i gang")
    let none = page.say(nb: "Ingen er ført ennå.", nn: "Inga er ført enno.")
    let lines: [HTML] = own.trainings.map { training in
      "<li>\(page.say(training.kind.text)), \(page.say(training.heldOn))</li>"
    }
    let welcome = page.say(nb: "Les om oppgaven", nn: "Les om oppgåva")
    return View(
      title,
      """
      <h1>\(title)</h1>
      <p><a href="\(page.link(CouncilsPaths.welcome()))">\(welcome)</a></p>
      <h2>\(page.say(nb: "Opplæringen din", nn: "Opplæringa di"))</h2>
      \(lines.isEmpty ? "<p>\(none)</p>" : "<ul>\(lines)</ul>")
      \(declaration(own, page))
      \(demand(own, page))
      """)
  }

  private static func declaration(_ own: OwnOnboarding, _ page: Page) -> HTML {
    guard let text = own.confidentiality else { return .none }
    let form = page.form(to: page.link(CouncilsPaths.declaration()))
    let signed = own.signedOn.map { day in
      page.say(
        nb: "Du skrev under \(page.say(day)).", nn: "Du skreiv under \(page.say(day)).")
    }
    return """
      <h2>\(page.say(nb: "Taushetserklæring", nn: "Teieplikterklæring"))</h2>
      \(Paragraphs.html(text.body))
      \(signed.map { "<p class=\"meta\">\($0)</p>" as HTML }
        ?? form.html(
          button: page.say(nb: "Jeg lover dette", nn: "Eg lovar dette"),
          form.hidden("textVersion", "\(text.version)")))
      """
  }

  private static func demand(_ own: OwnOnboarding, _ page: Page) -> HTML {
    guard !page.actor.tenantWideRoles.isDisjoint(with: DemandConfidentiality.permission.roles)
    else { return .none }
    let form = page.form(to: page.link(CouncilsPaths.confidentiality()))
    return """
      <h2>\(page.say(nb: "Be om taushetserklæring", nn: "Be om teieplikterklæring"))</h2>
      <p>\(page.say(
        nb: "Når du lagrer en ny tekst, må alle medlemmer skrive under på den.",
        nn: "Når du lagrar ein ny tekst, må alle medlemmer skrive under på han."))</p>
      \(form.html(
        button: page.say(nb: "Lagre teksten", nn: "Lagre teksten"),
        form.version(own.confidentiality?.version ?? 0),
        form.lines(
          "body", page.say(nb: "Tekst", nn: "Tekst"), value: own.confidentiality?.body ?? ""),
        form.text(
          "decidedBy", page.say(nb: "Bestemt av", nn: "Bestemt av"),
          value: own.confidentiality?.decidedBy ?? "")))
      """
  }
}

/// What somebody has been through as a member of councils.
package struct OwnOnboarding: JSONRecord {
  let trainings: [Training]
  /// The text on confidentiality; nil where the kommune demands none.
  let confidentiality: Confidentiality?
  /// The day they signed it.
  let signedOn: Day?

  package static let shape = Shape<OwnOnboarding>(
    "OwnOnboarding",
    [
      Field("trainings", "What you were trained in, the newest first.") { $0.trainings },
      Field("confidentiality", "The text on confidentiality, or null.") { $0.confidentiality },
      Field("signedOn", "The day you signed it, or null.") { $0.signedOn },
    ])

  static func of(_ member: Member, in work: borrowing Work) throws -> OwnOnboarding {
    let text = try Confidentiality.current(in: work)
    let signedAt: Instant? = try work.value(
      """
      SELECT signed_at FROM councils_declaration
      WHERE person_id = \(member.id) AND version = \(text?.version ?? 0)
      """)
    return OwnOnboarding(
      trainings: try Training.all(of: [member.id], in: work), confidentiality: text,
      signedOn: signedAt.map { OsloTime($0).day })
  }
}
