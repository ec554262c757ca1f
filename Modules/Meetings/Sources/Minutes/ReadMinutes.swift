import Councils
import Kernel
import Tenancy
import UseCases
import Web

/// Shows the minutes of a meeting: who was there, what was said, every resolution (R111), and who
/// has approved.
package struct ReadMinutes: UseCase, Readable {
  let meeting: ID<Meeting>

  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) { meeting = input.id("meeting", "The meeting.") }

  /// - Throws: `AccessRefusal` before publication, to whoever does not work with the council.
  package func perform(in work: borrowing Work) throws -> MinutesDetails {
    let meeting = try Meeting.find(meeting, in: work)
    let council = try Council.find(meeting.council, in: work)
    let standing = try meeting.standing(council, in: work)
    let publishedAt = try Publication.time(of: meeting.id, in: work)
    if publishedAt == nil { try work.require(.readCouncilWork, as: standing) }
    let minutes = try Minutes.find(of: meeting.id, in: work)
    let may = [Permission.writeMinutes, .approveMinutes, .publishMinutes].filter {
      work.may($0, as: standing)
    }
    let worksHere = work.may(.readCouncilWork, as: standing)
    let hidden: HiddenPeople =
      worksHere ? .nobody : try meeting.hiddenPeople(of: council, in: work)
    return MinutesDetails(
      meeting: meeting, council: council, minutes: minutes?.hidden(by: hidden),
      attendance: try Attendee.all(at: meeting.id, in: work).map { $0.hidden(by: hidden) },
      approvals: try MinutesApproval.all(
        of: meeting.id, version: minutes?.version ?? 0, in: work
      ).map { $0.hidden(by: hidden) },
      ballots: try Ballot.all(of: meeting.id, in: work),
      resolutions: try Resolution.all(of: meeting.id, in: work), publishedAt: publishedAt,
      words: try Words.load(in: work), may: Set(may), reader: work.actor.member?.id)
  }

  static let routes = Route.reading(
    Self.self, api: "/meetings/{meeting}/minutes", page: MeetingsPaths.minutes,
    "The minutes of a meeting, with all of its resolutions."
  ) { details, page in
    MinutesPage(details: details, page: page).view
  }
}

/// The minutes of a meeting with what belongs to them; without a text while none is written.
package struct MinutesDetails: JSONRecord, Versioned {
  let meeting: Meeting
  let council: Council
  let minutes: Minutes?
  let attendance: [Attendee]
  let approvals: [MinutesApproval]
  let ballots: [Ballot]
  let resolutions: [Resolution]
  let publishedAt: Instant?
  let words: Words
  let may: Set<Permission>
  let reader: ID<Person>?

  package var version: Int { minutes?.version ?? 0 }

  package static let shape = Shape<MinutesDetails>(
    "MinutesDetails",
    [
      Field("meeting", "The meeting's id.") { $0.meeting.id },
      Field("council", "The council's id.") { $0.council.id },
      Field("councilName", "The council's name.") { $0.council.name },
      Field("version", "The version, for If-Match; 0 while nothing is written.") { $0.version },
      Field("status", "How far the minutes have come, or null.") { $0.minutes?.status },
      Field("body", "The text, or null.") { $0.minutes?.body },
      Field("attendance", "Who was there.") { $0.attendance },
      Field("approvals", "Who was there, and when each approved this version.") { $0.approvals },
      Field("ballots", "What was voted on.") { $0.ballots },
      Field("resolutions", "What was adopted.") { $0.resolutions },
      Field("publishedAt", "When the minutes were published, or null.") { $0.publishedAt },
    ])
}
