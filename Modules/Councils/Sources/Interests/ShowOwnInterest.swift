import Database
import Identity
import HTML
import Kernel
import UseCases
import Web

/// Shows whoever has the link what they wrote, and lets them have it deleted.
package struct ShowOwnInterest: UseCase, Readable {
  let secret: String

  package static let permission = Permission.registerInterest
  package static let changes = false

  package init(_ input: inout Input) {
    secret = input.opaque("secret", "The secret you were given.")
  }

  /// - Throws: `InterestRefusal.interestIsGone`.
  package func perform(in work: borrowing Work) throws -> OwnInterest {
    let interest = try work.row(
      """
      SELECT \(Interest.columns) FROM councils_interest
      WHERE secret_hash = \(PublicForms.digest(of: secret))
        AND kept_until >= \(OsloTime(work.now).day)
      """, as: Interest.init)
    guard let interest else { throw InterestRefusal.interestIsGone }
    return OwnInterest(
      interest: interest, council: try Council.find(interest.council, in: work), secret: secret)
  }

  static let routes = Route.reading(
    Self.self, page: CouncilsPaths.ownInterest, "What one wrote when one wanted to take part.",
    view: OwnInterest.view)
}

/// What somebody wrote, for themselves.
package struct OwnInterest: JSONRecord {
  let interest: Interest
  let council: Council
  let secret: String

  package static let shape = Shape<OwnInterest>(
    "OwnInterest", [Field("interest", "What you wrote.") { $0.interest }])

  @Sendable
  fileprivate static func view(_ own: OwnInterest, _ page: Page) -> View {
    let title = page.say(nb: "Du vil være med", nn: "Du vil vere med")
    let lead = page.say(
      nb: "Du har skrevet deg opp til \(own.council.name) som \(own.interest.name). Den som holder"
        + " valget, tar kontakt.",
      nn: "Du har skrive deg opp til \(own.council.name) som \(own.interest.name). Den som held"
        + " valet, tek kontakt.")
    let kept = page.say(
      nb: "Det slettes når valget er avgjort, og senest \(page.say(own.interest.keptUntil)).",
      nn: "Det blir sletta når valet er avgjort, og seinast \(page.say(own.interest.keptUntil)).")
    let form = page.form(to: page.link(CouncilsPaths.ownInterest(own.secret)))
    return View(
      title,
      """
      <h1>\(title)</h1>
      <p class="lead">\(lead)</p>
      <p>\(kept)</p>
      \(form.html(
        button: page.say(nb: "Slett det jeg skrev", nn: "Slett det eg skreiv"), style: .secondary))
      """)
  }
}
