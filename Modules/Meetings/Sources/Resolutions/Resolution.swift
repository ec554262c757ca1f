import Councils
import Database
import Kernel
import UseCases
import Web

/// An advisory resolution of a council (R100), with its answer when there is one.
package struct Resolution: JSONRecord {
  package let id: ID<Resolution>
  package let council: ID<Council>
  package let councilName: String
  package let meeting: ID<Meeting>
  package let ballot: ID<Ballot>
  /// Its number in the council's protocol, from 1 without gaps (R111).
  package let number: Int
  package let text: String
  package let adoptedOn: Day
  package let answerDue: Day
  package let tally: Tally
  package let answer: Answer?
  /// Whether the minutes of its meeting are published.
  package let isPublished: Bool
  /// Whether its answer is still missing after the day it was due (R102).
  package let isOverdue: Bool

  var state: ResolutionState { .of(answer?.outcome, isOverdue: isOverdue) }

  package static let shape = Shape<Resolution>(
    "Resolution",
    [
      Field("id", "The resolution's id.") { $0.id },
      Field("council", "The council's id.") { $0.council },
      Field("councilName", "The council's name.") { $0.councilName },
      Field("meeting", "The id of the meeting that adopted it.") { $0.meeting },
      Field("ballot", "The id of the ballot.") { $0.ballot },
      Field("number", "Its number in the council's protocol.") { $0.number },
      Field("text", "What was adopted.") { $0.text },
      Field("adoptedOn", "The day it was adopted.") { $0.adoptedOn },
      Field("answerDue", "The last day to answer.") { $0.answerDue },
      Field("yes", "Votes for.") { $0.tally.yes },
      Field("no", "Votes against.") { $0.tally.no },
      Field("blank", "Blank votes.") { $0.tally.blank },
      Field("state", "What has come of it so far.") { $0.state },
      Field("isOverdue", "Whether its answer is late.") { $0.isOverdue },
      Field("isPublished", "Whether the minutes of its meeting are.") { $0.isPublished },
      Field("answer", "The unit leader's answer, or null.") { $0.answer },
    ])

  /// The resolution of that id.
  ///
  /// - Throws: `AccessRefusal.thereIsNoSuchRecord`.
  package static func find(_ id: ID<Resolution>, in work: borrowing Work) throws -> Resolution {
    try all("WHERE r.id = \(id)", in: work).first.orNotFound()
  }

  /// The resolutions of a meeting by number.
  static func all(of meeting: ID<Meeting>, in work: borrowing Work) throws -> [Resolution] {
    try all("WHERE r.meeting_id = \(meeting) ORDER BY r.number", in: work)
  }

  /// The resolutions that a condition on `r`, and on its publication `p`, picks, in its order.
  static func all(_ condition: SQL, in work: borrowing Work) throws -> [Resolution] {
    let today = OsloTime(work.now).day
    return try work.rows(
      """
      SELECT r.id, r.council_id, r.meeting_id, r.ballot_id, r.number, r.text, r.adopted_on,
        r.answer_due, b.yes, b.no, b.blank, a.outcome, a.reasons, a.weighty_reason, h.name,
        a.answered_at, p.meeting_id, c.name
      FROM meetings_resolution r
      JOIN meetings_ballot b ON b.id = r.ballot_id
      JOIN \(Council.table) c ON c.id = r.council_id
      LEFT JOIN meetings_answer a ON a.resolution_id = r.id
      LEFT JOIN identity_person h ON h.id = a.answered_by
      LEFT JOIN meetings_publication p ON p.meeting_id = r.meeting_id
      \(condition)
      """, as: ResolutionRow.init
    ).map { $0.resolution(on: today) }
  }
}

private struct ResolutionRow {
  let id: ID<Resolution>
  let council: ID<Council>
  let meeting: ID<Meeting>
  let ballot: ID<Ballot>
  let number: Int
  let text: String
  let adoptedOn: Day
  let answerDue: Day
  let yes: Int
  let no: Int
  let blank: Int
  let outcome: AnswerOutcome?
  let reasons: String?
  let weightyReason: WeightyReason?
  let answeredBy: String?
  let answeredAt: Instant?
  let published: ID<Meeting>?
  let councilName: String

  func resolution(on today: Day) -> Resolution {
    Resolution(
      id: id, council: council, councilName: councilName, meeting: meeting, ballot: ballot,
      number: number, text: text,
      adoptedOn: adoptedOn, answerDue: answerDue, tally: Tally(yes: yes, no: no, blank: blank),
      answer: answer, isPublished: published != nil,
      isOverdue: outcome == nil && answerDue < today)
  }

  private var answer: Answer? {
    guard let outcome, let answeredBy, let answeredAt else { return nil }
    return Answer(
      outcome: outcome, reasons: reasons, weightyReason: weightyReason, answeredBy: answeredBy,
      answeredAt: answeredAt)
  }
}
