import Councils
import Database
import HTML
import Kernel
import UseCases
import Web

/// Lists a council's meetings, the newest first: time, place and state, which everybody may see.
package struct ListMeetings: UseCase, Readable {
  let council: ID<Council>
  let paging: Paging

  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) {
    council = input.id("council", "The council.")
    paging = input.paging()
  }

  package func perform(in work: borrowing Work) throws -> MeetingList {
    let council = try Council.find(council, in: work)
    let mayPlan = try work.may(.planMeeting, as: council.standing(in: work))
    let meetings = try work.rows(
      """
      SELECT \(Meeting.columns) FROM meetings_meeting
      WHERE council_id = \(council.id)\(older)
      ORDER BY starts_at DESC, id DESC LIMIT \(paging.fetch)
      """, as: Meeting.init)
    return MeetingList(
      council: council, mayPlan: mayPlan && council.status == .constituted,
      meetings: ListPage(meetings, for: paging) { Cursor("\($0.startsAt.microseconds)", $0.id) })
  }

  private var older: SQL {
    guard let after = paging.after else { return "" }
    return " AND (starts_at, id) < (\(Int64(after.key) ?? 0), \(after.id))"
  }

  static let routes = Route.reading(
    Self.self, api: "/councils/{council}/meetings", page: MeetingsPaths.meetings,
    "The meetings of a council, the newest first.", view: MeetingsPage.view)
}

/// One page of a council's meetings.
package struct MeetingList: JSONRecord {
  let council: Council
  let mayPlan: Bool
  let meetings: ListPage<Meeting>

  package static let shape = Shape<MeetingList>(
    "MeetingList",
    [
      Field("data", "The meetings.") { $0.meetings.data },
      Field("next", "The cursor of the next page, or null.") { $0.meetings.next },
    ])
}
