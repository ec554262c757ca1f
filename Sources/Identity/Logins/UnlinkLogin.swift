import Kernel
import UseCases
import Web

/// Takes a login away from whoever is signed in, as long as another way in is left.
package struct UnlinkLogin: UseCase, Readable {
  let login: String

  package static let permission = Permission.readOwnAccount

  package init(_ input: inout Input) { login = input.text("login", "The login's name.") }

  /// - Throws: `LoginRefusal.onlyWayInStays`.
  package func perform(in work: borrowing Work) throws -> [OwnLogin] {
    let member = try Account.member(in: work)
    let login = try Login.named(login, in: work).orNotFound()
    let removed = try work.run(
      """
      DELETE FROM identity_external
      WHERE issuer = \(login.issuer) AND person_id = \(member.id)
      """)
    guard removed == 1 else { throw AccessRefusal.thereIsNoSuchRecord }
    let left = try OwnLogin.all(of: member.id, in: work)
    let hasPassword: Int? = try work.value(
      """
      SELECT 1 FROM identity_person WHERE id = \(member.id) AND password_hash IS NOT NULL
      """)
    guard hasPassword != nil || left.contains(where: { $0.linkedAt != nil }) else {
      throw LoginRefusal.onlyWayInStays
    }
    try work.record("login-unlinked", member.id, ["login": self.login])
    return left
  }

  static let routes = Route.changing(
    Self.self, .delete, api: "/account/logins/{login}", page: IdentityPaths.unlinkOwnLogin,
    form: IdentityPaths.ownLogins, "Give up a login of an issuer.",
    done: Text(nb: "Innloggingen er fjernet.", nn: "Innlogginga er fjerna."),
    then: { _ in IdentityPaths.ownLogins() })
}
