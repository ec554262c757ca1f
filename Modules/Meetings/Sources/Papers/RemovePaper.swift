import Councils
import Kernel
import UseCases
import Web

/// Takes a paper away again, before the meeting it was meant for is opened.
package struct RemovePaper: UseCase, Readable {
  let meeting: ID<Meeting>
  let item: ID<AgendaItem>
  let paper: ID<Paper>

  package static let permission = Permission.proposeAgendaItem

  package init(_ input: inout Input) {
    meeting = input.id("meeting", "The meeting.")
    item = input.id("item", "The item of its agenda.")
    paper = input.id("paper", "The paper.")
  }

  /// Those who added it may, and those who lead the meeting.
  ///
  /// - Throws: `.meetingHasBegun`; `.somebodyElseAddedIt`.
  package func perform(in work: borrowing Work) throws -> Paper {
    let meeting = try Meeting.hold(meeting, in: work)
    let council = try Council.find(meeting.council, in: work)
    let standing = try meeting.standing(council, in: work)
    try work.require(Self.permission, as: standing)
    let person = try OwnAct.person(in: work)
    let paper = try Paper.find(paper, of: item, at: meeting.id, in: work)
    guard person.id == paper.adder || work.may(.leadMeeting, as: standing) else {
      throw Refusal.somebodyElseAddedIt
    }
    guard [.planned, .agendaApproved].contains(meeting.status) else {
      throw Refusal.meetingHasBegun
    }
    try PaperBytes.remove(paper.id, in: work)
    try work.run("DELETE FROM meetings_paper WHERE id = \(paper.id)")
    try work.record(
      "paper-removed", meeting.id,
      ["item": "\(item)", "paper": "\(paper.id)", "digest": paper.sha256])
    return paper
  }

  /// Why a paper stays.
  package enum Refusal: Kernel.Refusal {
    case meetingHasBegun
    case somebodyElseAddedIt

    package var kind: RefusalKind { self == .meetingHasBegun ? .conflict : .forbidden }

    package var text: Text {
      switch self {
      case .meetingHasBegun:
        Text(
          nb: "Møtet er åpnet, og da står vedleggene.", nn: "Møtet er opna, og då står vedlegga.",
          en: "The meeting has been opened, and its papers stay from then on.")
      case .somebodyElseAddedIt:
        Text(
          nb: "Noen andre la ved dette. Be dem, eller den som leder møtet, om å fjerne det.",
          nn: "Nokon andre la ved dette. Be dei, eller den som leier møtet, om å fjerne det.",
          en: "Somebody else added this. Ask them, or whoever leads the meeting, to remove it.")
      }
    }
  }

  static let routes = Route.changing(
    Self.self, .delete, api: "/meetings/{meeting}/agenda/{item}/papers/{paper}",
    page: MeetingsPaths.paperRemoval, form: MeetingsPaths.meeting,
    "Take away a paper before the meeting is opened.",
    done: Text(nb: "Vedlegget er fjernet.", nn: "Vedlegget er fjerna."))
}
