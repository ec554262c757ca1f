import Kernel
import UseCases
import Web

/// Adds a person to a kommune, with a role if one is named, and makes the invitation that lets them
/// choose a password.
///
/// Adding somebody a second time gives them the role and a fresh invitation, and harms nothing.
package struct AddPerson: UseCase, Readable {
  let name: String
  let email: EmailAddress?
  let role: Role?
  let scope: ID<Never>?

  package static let permission = Permission.managePeople

  package init(_ input: inout Input) {
    name = input.text("name", "The person's name.")
    email = input.email("email", "The address they will sign in with.")
    let role = input.optionalText("role", "A role, such as secretary.")
    self.role = role.flatMap { Role(rawValue: $0) }
    if role != nil && self.role == nil { input.note("role", .notAChoice(Self.grantable)) }
    scope = input.optionalText("scope", "The unit or council the role is held in.")
      .flatMap { ID($0) }
  }

  package func perform(in work: borrowing Work) throws -> Invitation {
    try work.require(Self.permission)
    guard let email else { throw AccessRefusal.thereIsNoSuchRecord }
    let person = try People.findOrAdd(name: name, email: email, in: work)
    if let role { try People.grant(role, to: person, scope: scope, in: work) }
    return try Invitation.make(for: person, email: email.text, in: work)
  }

  /// The roles that are granted rather than held by a seat.
  private static var grantable: [String] {
    [Role.administrator, .secretary, .unitLeader].map(\.rawValue)
  }
}
