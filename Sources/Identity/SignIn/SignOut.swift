import UseCases
import Web

/// Ends the session of whoever asks.
package struct SignOut: UseCase, Readable {
  package static let permission = Permission.readOwnAccount

  package init(_ input: inout Input) {}

  package func perform(in work: borrowing Work) throws -> Account {
    let member = try Account.member(in: work)
    try work.run("DELETE FROM identity_session WHERE token_hash = \(work.caller.session ?? "")")
    try work.record("signed-out", member.id)
    return Account(id: work.actor.id, name: member.name, roles: [])
  }

  static let routes = Route.changing(
    Self.self, .delete, api: "/sessions/current", page: IdentityPaths.signOut,
    form: IdentityPaths.signIn, "Sign out here.", cookies: { _, page in Session.noCookie(page) })
}
