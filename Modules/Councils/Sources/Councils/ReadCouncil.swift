import Kernel
import UseCases
import Web

/// Shows a council and those who sit in it: their names, which an election makes public unless the
/// rules of their group say otherwise, and never their addresses.
package struct ReadCouncil: UseCase, Readable {
  let council: ID<Council>

  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) { council = input.id("council") }

  /// - Throws: `AccessRefusal.thereIsNoSuchRecord`.
  package func perform(in work: borrowing Work) throws -> CouncilDetails {
    var details = try CouncilDetails.read(council, in: work).shown(to: work)
    details.sought = try OpenPlaces.groups(of: details.council, under: details.rules, in: work)
    details.ending = try EndingTerm.all(of: [council], on: OsloTime(work.now).day, in: work).first
    return details
  }

  static let routes = Route.reading(
    Self.self, api: CouncilsPaths.councilInAPI, page: CouncilsPaths.council,
    "One council with its seats.", view: CouncilPage.view)
}
