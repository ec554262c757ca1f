import UseCases
import Web

/// Ends every session of whoever asks.
package struct SignOut: UseCase, Readable {
  package static let permission = Permission.readOwnAccount

  package init(_ input: inout Input) {}

  package func perform(in work: borrowing Work) throws -> Account {
    try work.require(Self.permission, as: Account.standing(of: work.actor))
    guard let member = work.actor.member else { throw AccessRefusal.youMustSignIn }
    try work.run("DELETE FROM identity_session WHERE person_id = \(member.id)")
    try work.record("signed-out", member.id)
    return Account(id: work.actor.id, name: member.name, roles: [])
  }

  static let routes = Route.changing(
    Self.self, .delete, api: "/sessions", page: IdentityPaths.signOut, form: IdentityPaths.signIn,
    "Sign out everywhere.", cookie: { _, page in Session.noCookie(page) })
}
