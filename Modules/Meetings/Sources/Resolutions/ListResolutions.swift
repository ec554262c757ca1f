import Database
import Kernel
import UseCases
import Web

/// Lists the kommune's published resolutions, the newest first: which advice was given, and what
/// came of it (R083).
package struct ListResolutions: UseCase, Readable {
  let paging: Paging

  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) { paging = input.paging() }

  package func perform(in work: borrowing Work) throws -> ListPage<Resolution> {
    let found = try Resolution.all(
      """
      WHERE p.meeting_id IS NOT NULL\(older)
      ORDER BY r.adopted_on DESC, r.id DESC LIMIT \(paging.fetch)
      """, in: work)
    return ListPage(found, for: paging) { Cursor("\($0.adoptedOn)", $0.id) }
  }

  private var older: SQL {
    guard let after = paging.after else { return "" }
    return " AND (r.adopted_on, r.id) < (\(after.key), \(after.id))"
  }

  static let routes = Route.reading(
    Self.self, api: "/resolutions", page: MeetingsPaths.resolutions,
    "The published resolutions of the kommune, the newest first.", view: ResolutionsPage.view)
}
