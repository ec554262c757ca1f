import HTML
import Kernel
import UseCases
import Web

/// Shows whoever is signed in the logins they have, and those they could have.
package struct ShowOwnLogins: UseCase, Readable {
  package static let permission = Permission.readOwnAccount
  package static let changes = false

  package init(_ input: inout Input) {}

  package func perform(in work: borrowing Work) throws -> [OwnLogin] {
    let member = try Account.member(in: work)
    return try OwnLogin.all(of: member.id, in: work)
  }

  static let routes = Route.reading(
    Self.self, api: "/account/logins", page: IdentityPaths.ownLogins,
    "The logins one has and could have."
  ) { logins, page in
    let title = page.say(nb: "Andre måter å logge inn på", nn: "Andre måtar å logge inn på")
    let lines: [HTML] = logins.map { $0.line(page) }
    let list: HTML =
      lines.isEmpty
      ? "<p>\(page.say(nb: "Kommunen har bare innlogging med passord.", nn: "Kommunen har berre innlogging med passord."))</p>"
      : "<ul class=\"plain\">\(lines)</ul>"
    return View(title, crumbs: [page.accountCrumb], "<h1>\(title)</h1>\n\(list)")
  }
}

/// A login somebody has or could have.
package struct OwnLogin: JSONRecord {
  let name: String
  let label: String
  let linkedAt: Instant?
  let asksForPassword: Bool

  package static let shape = Shape<OwnLogin>(
    "OwnLogin",
    [
      Field("name", "The login's name.") { $0.name },
      Field("label", "What its button leads to.") { $0.label },
      Field("linkedAt", "Since when it is theirs; null when it is not.") { $0.linkedAt },
      Field("asksForPassword", "Whether the password must be sent along to have it.") {
        $0.asksForPassword
      },
    ])

  /// The logins a person has and could have.
  static func all(of person: ID<Person>, in work: borrowing Work) throws -> [OwnLogin] {
    let logins = try Login.all(in: work)
    let linked: [(issuer: String, at: Instant)] = try work.rows(
      "SELECT issuer, linked_at FROM identity_external WHERE person_id = \(person)",
      as: { (issuer: $0, at: $1) })
    let hasPassword: Int? = try work.value(
      "SELECT 1 FROM identity_person WHERE id = \(person) AND password_hash IS NOT NULL")
    return logins.map { login in
      OwnLogin(
        name: login.name, label: login.label,
        linkedAt: linked.first { $0.issuer == login.issuer }?.at,
        asksForPassword: hasPassword != nil)
    }
  }

  fileprivate func line(_ page: Page) -> HTML {
    guard linkedAt == nil else {
      let form = page.form(to: page.link(IdentityPaths.unlinkOwnLogin(name)))
      let button = page.say(nb: "Fjern \(label)", nn: "Fjern \(label)")
      return "<li>\(label) \(form.html(button: button, style: .quiet))</li>"
    }
    let form = page.form(to: page.link(IdentityPaths.ownLogin(name)))
    let button = page.say(nb: "Knytt til \(label)", nn: "Knyt til \(label)")
    let password: HTML =
      asksForPassword
      ? form.password(
        "password", page.say(nb: "Passordet ditt", nn: "Passordet ditt"), isNew: false) : .none
    return "<li>\(form.html(button: button, style: .secondary, password))</li>"
  }
}
