import Kernel
import UseCases
import Web

/// Keeps a person from signing in, and ends every session they have.
package struct DisablePerson: UseCase, Readable {
  let email: EmailAddress?

  package static let permission = Permission.managePeople

  package init(_ input: inout Input) {
    email = input.email("email", "The address they sign in with.")
  }

  package func perform(in work: borrowing Work) throws -> PersonRecord {
    try work.require(Self.permission)
    let person = try work.row(
      """
      UPDATE identity_person SET status = \(PersonStatus.disabled)
      WHERE email = \(email?.text ?? "") RETURNING id, name, email, status
      """, as: PersonRecord.init
    ).orNotFound()
    try work.run("DELETE FROM identity_session WHERE person_id = \(person.id)")
    try work.record("person-disabled", person.id)
    return person
  }
}
