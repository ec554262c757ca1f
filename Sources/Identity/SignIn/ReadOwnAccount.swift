import HTML
import Kernel
import UseCases
import Web

/// Shows who is signed in, and as what.
package struct ReadOwnAccount: UseCase, Readable {
  package static let permission = Permission.readOwnAccount
  package static let changes = false

  package init(_ input: inout Input) {}

  package func perform(in work: borrowing Work) throws -> Account {
    try work.require(Self.permission, as: Account.standing(of: work.actor))
    switch work.actor {
    case .member(let member):
      return Account(
        id: work.actor.id, name: member.name,
        roles: Set(member.grants.map(\.role.rawValue)).sorted())
    case .service(_, let name, let role):
      return Account(id: work.actor.id, name: name, roles: [role.rawValue])
    case .visitor, .host: throw AccessRefusal.youMustSignIn
    }
  }

  static let routes = Route.reading(
    Self.self, api: "/account", page: IdentityPaths.account, "Who is signed in, and as what."
  ) { account, page in
    View(
      account.name,
      """
      <h1>\(page.say(nb: "Velkommen", nn: "Velkommen")), \(account.name)</h1>
      <ul class="plain">
      \(page.menu.map { "<li><a href=\"\(page.link($0.path()))\">\(page.say($0.text))</a></li>" })
      </ul>
      \(safety(page))
      """)
  }

  /// What people do for their own account's safety.
  private static func safety(_ page: Page) -> HTML {
    let everywhere = page.form(to: page.link(IdentityPaths.signOutEverywhere()))
    return """
      <h2>\(page.say(nb: "Innlogging", nn: "Innlogging"))</h2>
      <ul class="plain">
      <li><a href="\(page.link(IdentityPaths.password()))">\
      \(page.say(nb: "Bytt passord", nn: "Byt passord"))</a></li>
      <li><a href="\(page.link(IdentityPaths.oneTimeCode()))">\
      \(page.say(nb: "Engangskode på telefonen", nn: "Eingongskode på telefonen"))</a></li>
      <li><a href="\(page.link(IdentityPaths.ownLogins()))">\
      \(page.say(nb: "Andre måter å logge inn på", nn: "Andre måtar å logge inn på"))</a></li>
      <li><a href="\(page.link(IdentityPaths.ownSessions()))">\
      \(page.say(nb: "Her er du logget inn", nn: "Her er du logga inn"))</a></li>
      </ul>
      \(everywhere.html(
        button: page.say(nb: "Logg ut overalt", nn: "Logg ut overalt"), style: .secondary))
      """
  }
}

/// Who is signed in.
package struct Account: JSONRecord {
  let id: ID<Never>?
  let name: String
  let roles: [String]

  package static let shape = Shape<Account>(
    "Account",
    [
      Field("id", "The person's id, or the program's.") { $0.id },
      Field("name", "The name of the person or the program.") { $0.name },
      Field("roles", "The roles granted to them.") { $0.roles },
    ])

  /// Whoever is signed in may see their own account, whatever their roles.
  static func standing(of actor: Actor) -> Set<Role> {
    actor.isSignedIn ? Permission.readOwnAccount.roles : []
  }

  /// The signed-in person, who may always see to their own account.
  ///
  /// - Throws: `AccessRefusal.youMustSignIn` for programs too, which have no account.
  package static func member(in work: borrowing Work) throws -> Member {
    try work.require(.readOwnAccount, as: standing(of: work.actor))
    guard let member = work.actor.member else { throw AccessRefusal.youMustSignIn }
    return member
  }
}

extension Page {
  /// The way back to the own account's page.
  var accountCrumb: Crumb {
    Crumb(say(nb: "Min side", nn: "Mi side"), link(IdentityPaths.account()))
  }
}
