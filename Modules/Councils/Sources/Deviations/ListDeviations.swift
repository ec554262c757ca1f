import Kernel
import UseCases
import Web

/// Shows where a council deviates from the rules of its type, and who has decided what about that when,
/// long after it ended.
package struct ListDeviations: UseCase, Readable {
  let council: ID<Council>

  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) { council = input.id("council", "The council.") }

  /// - Throws: `AccessRefusal.thereIsNoSuchRecord`.
  package func perform(in work: borrowing Work) throws -> DeviationsOverview {
    try DeviationsOverview.read(council, in: work)
  }

  static let routes = Route.reading(
    Self.self, api: CouncilsPaths.deviationsInAPI, page: CouncilsPaths.deviations,
    "Where a council deviates from its rules, has deviated and will.",
    view: { DeviationsPage(overview: $0, page: $1).view })
}
