import UseCases
import Web

/// Ends every session of whoever asks and every link to a new password, and forgets the devices they
/// signed in on.
package struct SignOutEverywhere: UseCase, Readable {
  package static let permission = Permission.readOwnAccount
  package static let isOpenBeforeCodes = true

  package init(_ input: inout Input) {}

  package func perform(in work: borrowing Work) throws -> Account {
    let member = try Account.member(in: work)
    try work.run("DELETE FROM identity_session WHERE person_id = \(member.id)")
    try work.run("DELETE FROM identity_device WHERE person_id = \(member.id)")
    try Invitation.endLinks(of: member.id, in: work)
    try work.record("signed-out-everywhere", member.id)
    return Account(id: work.actor.id, name: member.name, roles: [])
  }

  static let routes = Route.changing(
    Self.self, .delete, api: "/sessions", page: IdentityPaths.signOutEverywhere,
    form: IdentityPaths.account, "Sign out everywhere.",
    then: { _ in IdentityPaths.signIn() }, cookies: { _, page in Session.noCookie(page) })
}
