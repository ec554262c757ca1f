import Kernel
import UseCases
import Web

/// Ends one of the sessions of whoever is signed in.
package struct EndOwnSession: UseCase, Readable {
  let session: ID<Session>

  package static let permission = Permission.readOwnAccount

  package init(_ input: inout Input) { session = input.id("session", "The session's id.") }

  /// - Throws: `AccessRefusal.thereIsNoSuchRecord`, also for somebody else's.
  package func perform(in work: borrowing Work) throws -> [OwnSession] {
    let member = try Account.member(in: work)
    let digests: [String] = try work.values(
      "SELECT token_hash FROM identity_session WHERE person_id = \(member.id)")
    let digest = try digests.first { OwnSession.id(of: $0) == session }.orNotFound()
    try work.run("DELETE FROM identity_session WHERE token_hash = \(digest)")
    try work.record("session-ended", member.id)
    return try OwnSession.all(of: member.id, in: work)
  }

  static let routes = Route.changing(
    Self.self, .delete, api: "/account/sessions/{session}", page: IdentityPaths.endOwnSession,
    form: IdentityPaths.ownSessions, "End one of one's own sessions.",
    done: Text(nb: "Innloggingen er avsluttet.", nn: "Innlogginga er avslutta."))
}
