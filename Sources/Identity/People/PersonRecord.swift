import Database
import Kernel
import UseCases
import Web

/// A person of a kommune with the roles granted to them.
package struct PersonRecord: JSONRecord {
  package let id: ID<Person>
  package let name: String
  package let email: String
  package let status: PersonStatus

  package static let shape = Shape<PersonRecord>(
    "Person",
    [
      Field("id", "The person's id.") { $0.id },
      Field("name", "The person's name.") { $0.name },
      Field("email", "The address they sign in with.") { $0.email },
      Field("status", "Whether they may sign in.") { $0.status },
    ])
}

/// Whether a person may sign in.
package enum PersonStatus: String, Storable, JSONValue, CaseIterable {
  case active
  case disabled
}

/// The people of a kommune, for the modules that give them seats.
package enum People {
  /// The person with that address, added when nobody has it yet.
  ///
  /// The name of somebody known stays as it is.
  package static func findOrAdd(
    name: String, email: EmailAddress, in work: borrowing Work
  ) throws -> ID<Person> {
    let id: ID<Person> = work.newID()
    let isNew = try work.run(
      """
      INSERT INTO identity_person (id, name, email, status, created_at)
      VALUES (\(id), \(name), \(email.text), \(PersonStatus.active), \(work.now))
      ON CONFLICT DO NOTHING
      """)
    guard isNew == 0 else {
      try work.record("person-added", id)
      return id
    }
    return try work.value("SELECT id FROM identity_person WHERE email = \(email.text)").orNotFound()
  }

  /// Gives a person a role, in the whole kommune or in one unit or council; giving it twice does
  /// nothing.
  package static func grant(
    _ role: Role, to person: ID<Person>, scope: ID<Never>? = nil, in work: borrowing Work
  ) throws {
    let added = try work.run(
      """
      INSERT INTO identity_grant (id, person_id, role, scope_id)
      VALUES (\(work.newID() as ID<Never>), \(person), \(role), \(scope)) ON CONFLICT DO NOTHING
      """)
    guard added > 0 else { return }
    try work.record(
      "role-granted", person, ["role": role.rawValue, "scope": scope?.description ?? ""])
  }

  /// Who holds a role in one unit or council, by name; disabled people do not.
  package static func holders(
    of role: Role, scope: ID<Never>, in work: borrowing Work
  ) throws -> [(id: ID<Person>, name: String)] {
    try work.rows(
      """
      SELECT p.id, p.name FROM identity_grant g JOIN identity_person p ON p.id = g.person_id
      WHERE g.scope_id = \(scope) AND g.role = \(role) AND p.status = \(PersonStatus.active)
      ORDER BY p.name, p.id
      """, as: { (id: $0, name: $1) })
  }
}
