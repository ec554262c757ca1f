import Database
import Kernel
import UseCases

/// Says which organisation a kommune is in the register, so that its own programs are known by it.
///
/// Only the host does so: whoever chooses the number chooses whose programs are let in.
package struct SetOrganisationNumber: UseCase {
  private let number: OrganisationNumber

  package static let permission = Permission.manageLogins

  /// The number to set.
  package init(_ number: OrganisationNumber) { self.number = number }

  package func perform(in work: borrowing Work) throws -> OrganisationNumber {
    try work.require(Self.permission)
    try work.run("DELETE FROM identity_organisation")
    try work.run("INSERT INTO identity_organisation (one, number) VALUES (1, \(number.text))")
    try work.record(
      "organisation-set", work.newID() as ID<Service>, ["number": number.text])
    return number
  }
}
