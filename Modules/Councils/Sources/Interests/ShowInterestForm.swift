import HTML
import Kernel
import Tenancy
import UseCases
import Web

/// Shows what a council looks for, and the form «Vil du være med?» (R064).
package struct ShowInterestForm: UseCase, Readable {
  let council: ID<Council>

  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) { council = input.id("council", "The council.") }

  /// - Throws: `AccessRefusal.thereIsNoSuchRecord`.
  package func perform(in work: borrowing Work) throws -> OpenCouncil {
    let council = try Council.find(council, in: work)
    return OpenCouncil(
      council: council,
      groups: try OpenPlaces.groups(of: council, under: council.rules(in: work), in: work))
  }

  static let routes = Route.reading(
    Self.self, api: "/councils/{council}/open-places", page: CouncilsPaths.interestForm,
    "What a council looks for.", view: OpenCouncil.view)
}

/// A council with the groups it looks for somebody to.
package struct OpenCouncil: JSONRecord {
  let council: Council
  package let groups: [SeatGroup]

  package static let shape = Shape<OpenCouncil>(
    "OpenCouncil",
    [
      Field("council", "The council's id.") { $0.council.id },
      Field("groups", "The groups it looks for somebody to.") { $0.groups },
    ])

  @Sendable
  fileprivate static func view(_ open: OpenCouncil, _ page: Page) -> View {
    let title = page.say(nb: "Vil du være med?", nn: "Vil du vere med?")
    let lead = page.say(
      nb: "\(open.council.name) søker folk. Skriv deg opp, så tar vi kontakt før valget.",
      nn: "\(open.council.name) søkjer folk. Skriv deg opp, så tek vi kontakt før valet.")
    let nobody = page.say(
      nb: "\(open.council.name) har ingen ledige plasser nå.",
      nn: "\(open.council.name) har ingen ledige plassar no.")
    return View(
      title,
      crumbs: [Crumb(open.council.name, page.link(CouncilsPaths.council(open.council.id)))],
      """
      <h1>\(title)</h1>
      <p class="lead">\(open.groups.isEmpty ? nobody : lead)</p>
      \(open.groups.isEmpty ? .none : open.form(page))
      """)
  }

  private func form(_ page: Page) -> HTML {
    let form = page.form(to: page.link(CouncilsPaths.interestForm(council.id)))
    return form.html(
      button: page.say(nb: "Send", nn: "Send"),
      form.select(
        "group", page.say(nb: "Jeg kan være", nn: "Eg kan vere"),
        groups.map { ($0.code, page.say($0.name)) }),
      form.text("name", page.say(nb: "Navn", nn: "Namn"), autocomplete: "name"),
      form.text("email", "E-post", type: "email", autocomplete: "email"),
      form.lines(
        "about", page.say(nb: "Hvorfor vil du være med?", nn: "Kvifor vil du vere med?"),
        hint: page.say(
          nb: "Kort. Skriv ikke om helse eller om andre.",
          nn: "Kort. Skriv ikkje om helse eller om andre."), isRequired: false),
      form.box(
        "consent",
        page.say(
          nb: "Jeg samtykker til at de som holder valget, leser dette. Det slettes når valget er"
            + " avgjort, når jeg ber om det, og senest etter ett år.",
          nn: "Eg samtykkjer til at dei som held valet, les dette. Det blir sletta når valet er"
            + " avgjort, når eg ber om det, og seinast etter eitt år.")))
  }
}
