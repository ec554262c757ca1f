import UseCases
import Web

/// Makes a fresh link for somebody who lost theirs or forgot their password.
package struct InvitePerson: UseCase, Readable {
  let email: EmailAddress?
  let withoutCode: Bool

  package static let permission = Permission.managePeople

  package init(_ input: inout Input) {
    email = input.email("email", "The address they sign in with.")
    withoutCode = input.flag("withoutCode", "Whether to turn their one-time codes off, too.")
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
    if withoutCode {
      try OneTimeCodes.remove(of: person.id, in: work)
      try work.record("one-time-code-removed", person.id)
    }
    return try Invitation.make(for: person.id, email: person.email, in: work)
  }
}
