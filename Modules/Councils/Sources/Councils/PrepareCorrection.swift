import HTML
import Kernel
import Tenancy
import UseCases
import Web

/// Shows the form that puts right what a council is called and what it stands on.
package struct PrepareCorrection: UseCase, Readable {
  let council: ID<Council>

  package static let permission = Permission.constituteCouncil
  package static let changes = false

  package init(_ input: inout Input) { council = input.id("council", "The council.") }

  /// - Throws: `AccessRefusal`.
  package func perform(in work: borrowing Work) throws -> Council {
    let council = try Council.find(council, in: work)
    try work.require(Self.permission, as: council.standing(in: work))
    return council
  }

  static let routes = Route.reading(
    Self.self, page: CouncilsPaths.correction,
    "The form that puts right what a council is called and stands on."
  ) { council, page in
    let title = page.say(nb: "Rett navn og grunnlag", nn: "Rett namn og grunnlag")
    let form = page.form(to: page.link(CouncilsPaths.correction(council.id)))
    return View(
      "\(title) – \(council.name)",
      crumbs: [
        Crumb(page.say(nb: "Råd", nn: "Råd"), page.link(CouncilsPaths.councils())),
        Crumb(council.name, page.link(CouncilsPaths.council(council.id))),
      ],
      """
      <h1>\(title)</h1>
      <p class="lead">\(council.name)</p>
      \(form.html(
        button: page.say(nb: "Lagre", nn: "Lagre"), form.version(council.version),
        form.text("name", page.say(nb: "Rådets navn", nn: "Namnet på rådet"), value: council.name),
        form.select(
          "legalBasis", page.say(nb: "Hva rådet bygger på", nn: "Kva rådet byggjer på"),
          LegalBasis.allCases.map { (value: $0.rawValue, label: page.say($0.text)) },
          value: council.legalBasis.rawValue)))
      """)
  }
}
