import Councils
import Database
import Kernel
import UseCases
import Web

/// Lists a council's protocol: its resolutions by number (R111).
///
/// Those whose minutes are not published yet are for those who work with the council.
package struct ListCouncilResolutions: UseCase, Readable {
  let council: ID<Council>
  let paging: Paging

  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) {
    council = input.id("council", "The council.")
    paging = input.paging()
  }

  package func perform(in work: borrowing Work) throws -> CouncilProtocol {
    let council = try Council.find(council, in: work)
    let seesAll = try work.may(.readCouncilWork, as: council.standing(in: work))
    let published: SQL = seesAll ? "" : " AND p.meeting_id IS NOT NULL"
    let found = try Resolution.all(
      """
      WHERE r.council_id = \(council.id)\(published)\(later)
      ORDER BY r.number LIMIT \(paging.fetch)
      """, in: work)
    return CouncilProtocol(
      council: council, resolutions: ListPage(found, for: paging) { Cursor("\($0.number)", $0.id) })
  }

  private var later: SQL {
    guard let after = paging.after else { return "" }
    return " AND r.number > \(Int(after.key) ?? 0)"
  }

  static let routes = Route.reading(
    Self.self, api: "/councils/{council}/resolutions", page: MeetingsPaths.councilResolutions,
    "The protocol of a council: its resolutions by number.", view: ProtocolPage.view)
}

/// One page of a council's protocol.
package struct CouncilProtocol: JSONRecord {
  let council: Council
  let resolutions: ListPage<Resolution>

  package static let shape = Shape<CouncilProtocol>(
    "CouncilProtocol",
    [
      Field("data", "The resolutions.") { $0.resolutions.data },
      Field("next", "The cursor of the next page, or null.") { $0.resolutions.next },
    ])
}
