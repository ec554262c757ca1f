import Kernel
import UseCases
import Web

/// Takes a way to sign in away at once.
///
/// Who is who at the issuer stays, so that the login can be added again; sessions that began with it
/// end.
package struct RemoveLogin: UseCase, Readable {
  let name: String

  package static let permission = Permission.manageLogins

  package init(_ input: inout Input) { name = input.text("name", "The login's name.") }

  package func perform(in work: borrowing Work) throws -> LoginRecord {
    try work.require(Self.permission)
    let login = try Login.named(name, in: work).orNotFound()
    try work.run("DELETE FROM identity_login WHERE name = \(name)")
    try work.run("DELETE FROM identity_session WHERE issuer = \(login.issuer)")
    try work.record("login-removed", login.id, ["login": name, "issuer": login.issuer])
    return LoginRecord(login)
  }
}
