import Kernel
import UseCases
import Web

/// Adds a person to a kommune, with a role if one is named, and makes the invitation that lets them
/// choose a password.
///
/// Adding somebody a second time gives them the role and a fresh invitation, and harms nothing;
/// somebody who was disabled may sign in again.
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
    self.role = Self.grantable.first { $0.rawValue == role }
    if role != nil && self.role == nil {
      input.note("role", .notAChoice(Self.grantable.map(\.rawValue)))
    }
    scope = input.optionalID("scope", of: Never.self, "The unit or council the role is held in.")
    if self.role == .unitLeader && scope == nil { input.note("scope", .missing) }
    if self.role == .auditor && scope != nil { input.note("scope", .mustBeLeftOut) }
  }

  package func perform(in work: borrowing Work) throws -> Invitation {
    try work.require(Self.permission)
    guard let email else { throw AccessRefusal.thereIsNoSuchRecord }
    let person = try People.findOrAdd(name: name, email: email, in: work)
    try enable(person, in: work)
    if let role { try People.grant(role, to: person, scope: scope, in: work) }
    return try Invitation.make(for: person, email: email.text, in: work)
  }

  private func enable(_ person: ID<Person>, in work: borrowing Work) throws {
    let wasDisabled = try work.run(
      """
      UPDATE identity_person SET status = \(PersonStatus.active)
      WHERE id = \(person) AND status = \(PersonStatus.disabled)
      """)
    if wasDisabled == 1 { try work.record("person-enabled", person) }
  }

  /// The roles that are granted rather than held by a seat.
  private static let grantable: [Role] = [
    .administrator, .secretary, .unitLeader, .politician, .auditor,
  ]
}
