import Kernel
import UseCases
import Web

/// Lists the people of a kommune by name.
package struct ListPeople: UseCase, Readable {
  package static let permission = Permission.managePeople
  package static let changes = false
  // Names with addresses may say who has to do with a nursing home or a school.
  package static let leavesTrace = true

  package init(_ input: inout Input) {}

  package func perform(in work: borrowing Work) throws -> [PersonRecord] {
    try work.require(Self.permission)
    try work.recordOnceAnHour("people-listed", work.newID() as ID<Never>)
    return try work.rows(
      "SELECT id, name, email, status FROM identity_person ORDER BY name, id",
      as: PersonRecord.init)
  }
}
