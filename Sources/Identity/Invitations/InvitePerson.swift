import UseCases
import Web

/// Makes a fresh link for somebody who lost theirs or forgot their password.
package struct InvitePerson: UseCase, Readable {
  let email: EmailAddress?

  package static let permission = Permission.managePeople

  package init(_ input: inout Input) {
    email = input.email("email", "The address they sign in with.")
  }

  package func perform(in work: borrowing Work) throws -> Invitation {
    try work.require(Self.permission)
    let address = email?.text ?? ""
    let person = try work.row(
      """
      SELECT id, name, email, status FROM identity_person
      WHERE email = \(address) AND status = \(PersonStatus.active)
      """, as: PersonRecord.init
    ).orNotFound()
    return try Invitation.make(for: person.id, email: person.email, in: work)
  }
}
