import HTML
import Kernel
import Web

/// A unit with who has the duty to let its users take part.
package struct UnitDetails: JSONRecord {
  let unit: ServiceUnit
  let duty: DutyHolder?

  package static let shape = Shape<UnitDetails>(
    "UnitDetails",
    [
      Field("id", "The unit's id.") { $0.unit.id },
      Field("type", "What kind of unit it is.") { $0.unit.type },
      Field("name", "Its name.") { $0.unit.name },
      Field("area", "Its neighbourhood or zone.") { $0.unit.area },
      Field("organisationNumber", "Nine digits, or null.") { $0.unit.organisationNumber },
      Field("serviceArea", "The code of its service area.") { $0.unit.serviceArea },
      Field("dutyHolder", "Who has the duty to let its users take part, or null.") { $0.duty },
    ])

  @Sendable
  static func view(_ details: UnitDetails, _ page: Page) -> View {
    let units = page.say(nb: "Enheter", nn: "Einingar")
    let unit = details.unit
    return View(
      unit.name, crumbs: [Crumb(units, page.link(TenancyPaths.units()))],
      """
      <h1>\(unit.name)</h1>
      <dl class="facts">
      <dt>Type</dt><dd>\(page.say(unit.type.text))</dd>
      <dt>\(page.say(nb: "Område", nn: "Område"))</dt><dd>\(unit.area)</dd>
      \(details.duty?.fact(page))
      </dl>
      <p><a href="\(page.link(TenancyPaths.unitCouncils(unit.id)))">\
      \(page.say(nb: "Råd ved enheten", nn: "Råd ved eininga"))</a></p>
      \(page.mayManageUnits ? details.form(page) : .none)
      """)
  }

  private func form(_ page: Page) -> HTML {
    let form = page.form(to: page.link(TenancyPaths.duty(unit.id)))
    return """
      <h2>\(page.say(DutyHolder.label))</h2>
      \(form.html(
        button: page.say(nb: "Lagre", nn: "Lagre"),
        form.text(
          "title", page.say(nb: "Tittel", nn: "Tittel"), value: duty?.title ?? "",
          hint: page.say(
            nb: "Stillingen, for eksempel rektor. Ikke navnet på noen.",
            nn: "Stillinga, til dømes rektor. Ikkje namnet på nokon.")),
        form.text(
          "law", page.say(nb: "Etter", nn: "Etter"), value: duty?.law ?? "",
          hint: page.say(
            nb: "Loven eller vedtaket plikten står i, med paragraf.",
            nn: "Lova eller vedtaket plikta står i, med paragraf."))))
      """
  }
}

extension DutyHolder {
  static let label = Text(
    nb: "Har ansvaret for medvirkning", nn: "Har ansvaret for medverknad")

  /// One line of a list of facts.
  package func fact(_ page: Page) -> HTML {
    """
    <div><dt>\(page.say(Self.label))</dt>\
    <dd>\(title) (\(page.say(nb: "etter", nn: "etter")) \(law))</dd></div>
    """
  }
}
