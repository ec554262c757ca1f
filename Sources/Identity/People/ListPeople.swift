import Kernel
import UseCases
import Web

/// Lists the people of a kommune by name.
package struct ListPeople: UseCase, Readable {
  package static let permission = Permission.managePeople
  package static let changes = false

  package init(_ input: inout Input) {}

  package func perform(in work: borrowing Work) throws -> [PersonRecord] {
    try work.require(Self.permission)
    return try work.rows(
      "SELECT id, name, email, status FROM identity_person ORDER BY name, id",
      as: PersonRecord.init)
  }
}
