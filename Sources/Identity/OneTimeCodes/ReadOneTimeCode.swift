import HTML
import Kernel
import QRCode
import UseCases
import Web

/// Shows how far somebody has come with one-time codes, and the next step.
package struct ReadOneTimeCode: UseCase, Readable {
  package static let permission = Permission.readOwnAccount
  package static let changes = false
  package static let isOpenBeforeCodes = true

  package init(_ input: inout Input) {}

  package func perform(in work: borrowing Work) throws -> OneTimeCodeSetup {
    let member = try Account.member(in: work)
    var setup = try state(of: member, in: work)
    setup.asksForPassword = try OwnPassword.hash(of: member, in: work) != nil
    setup.isDemanded = try CodeDemand.current(in: work).isMade(of: member.grants)
    return setup
  }

  private func state(of member: Member, in work: borrowing Work) throws -> OneTimeCodeSetup {
    guard let codes = try OneTimeCodes.of(member.id, in: work) else { return .none }
    return codes.isConfirmed ? .inUse : try OneTimeCodeSetup(codes, member, in: work)
  }

  static let routes = Route.reading(
    Self.self, api: "/account/one-time-code", page: IdentityPaths.oneTimeCode,
    "Whether one-time codes are asked for."
  ) { setup, page in
    let title = page.say(nb: "Engangskode", nn: "Eingongskode")
    let body: HTML =
      switch setup.state {
      case .none: start(page)
      case .started: confirm(setup, page)
      case .inUse: remove(page)
      }
    return View(
      title, crumbs: [page.accountCrumb],
      """
      <h1>\(title)</h1>
      \(setup.isDemanded ? demand(setup, page) : .none)
      \(body)
      """)
  }

  private static func demand(_ setup: OneTimeCodeSetup, _ page: Page) -> HTML {
    let text =
      setup.state == .inUse
      ? page.say(
        nb: "Kommunen krever engangskode av deg. Slår du den av, må du sette opp en ny straks.",
        nn: "Kommunen krev eingongskode av deg. Slår du han av, må du setje opp ein ny straks.")
      : page.say(
        nb: "Kommunen krever engangskode av deg. Når den er på, kommer du videre.",
        nn: "Kommunen krev eingongskode av deg. Når han er på, kjem du vidare.")
    return "<p class=\"lead\">\(text)</p>"
  }

  private static func start(_ page: Page) -> HTML {
    let form = page.form(to: page.link(IdentityPaths.oneTimeCode()))
    return """
      <p>\(page.say(
        nb: "Med engangskode kommer ingen inn med passordet ditt alene. Du trenger en app på "
          + "telefonen som viser en ny kode hvert halve minutt.",
        nn: "Med eingongskode kjem ingen inn med passordet ditt åleine. Du treng ein app på "
          + "telefonen som viser ein ny kode kvart halve minutt."))</p>
      \(form.html(button: page.say(nb: "Sett opp", nn: "Set opp")))
      """
  }

  private static func confirm(_ setup: OneTimeCodeSetup, _ page: Page) -> HTML {
    let form = page.form(to: page.link(IdentityPaths.oneTimeCodeConfirmation()))
    let label = page.say(nb: "Kode som appen leser", nn: "Kode som appen les")
    let picture = setup.link.flatMap { QRCode($0) }?.svg(label: label)
    return """
      <ol class="steps">
      <li><p>\(page.say(
        nb: "Åpne appen på telefonen og les av bildet, eller skriv inn nøkkelen:",
        nn: "Opne appen på telefonen og les av biletet, eller skriv inn nøkkelen:"))</p>
      \(picture)
      <p><code>\(grouped(setup.secret ?? ""))</code></p></li>
      <li><p>\(page.say(
        nb: "Skriv ned disse kodene. Hver av dem virker én gang, om telefonen blir borte:",
        nn: "Skriv ned desse kodane. Kvar av dei verkar éin gong, om telefonen blir borte:"))</p>
      <ul class="codes">\(setup.recoveryCodes.map { "<li><code>\($0)</code></li>" })</ul></li>
      <li>\(form.html(
        button: page.say(nb: "Slå på", nn: "Slå på"),
        form.code(page.say(nb: "Kode fra appen", nn: "Kode frå appen")),
        setup.asksForPassword
          ? form.password(
            "password", page.say(nb: "Passordet ditt", nn: "Passordet ditt"), isNew: false)
          : .none))</li>
      </ol>
      """
  }

  private static func remove(_ page: Page) -> HTML {
    let form = page.form(to: page.link(IdentityPaths.oneTimeCodeRemoval()))
    return """
      <p>\(page.say(
        nb: "Engangskode er på. Du blir spurt om den når du logger inn.",
        nn: "Eingongskode er på. Du blir spurd om han når du loggar inn."))</p>
      \(form.html(
        button: page.say(nb: "Slå av", nn: "Slå av"), style: .secondary,
        form.code(page.say(nb: "Kode fra appen", nn: "Kode frå appen"))))
      """
  }

  private static func grouped(_ secret: String) -> String {
    stride(from: 0, to: secret.count, by: 4).map { secret.dropFirst($0).prefix(4) }
      .joined(separator: " ")
  }
}

extension Form {
  /// The field for a one-time code, which phones fill in themselves where they can.
  func code(_ label: String) -> HTML {
    text("code", label, autocomplete: "one-time-code", isRequired: true)
  }
}
