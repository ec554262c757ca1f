import UseCases
import Web

/// Lists the issuers the people of a kommune may sign in with, without secrets.
package struct ListLogins: UseCase, Readable {
  package static let permission = Permission.manageLogins
  package static let changes = false

  package init(_ input: inout Input) {}

  package func perform(in work: borrowing Work) throws -> [LoginRecord] {
    try work.require(Self.permission)
    return try Login.all(in: work).map(LoginRecord.init)
  }
}
