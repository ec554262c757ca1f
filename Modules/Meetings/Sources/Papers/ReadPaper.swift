import Councils
import Files
import Kernel
import UseCases
import Web

/// Gives a paper, to whoever may read the agenda it belongs to.
package struct ReadPaper: UseCase, Readable {
  let meeting: ID<Meeting>
  let item: ID<AgendaItem>
  let paper: ID<Paper>

  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) {
    meeting = input.id("meeting", "The meeting.")
    item = input.id("item", "The item of its agenda.")
    paper = input.id("paper", "The paper.")
  }

  /// - Throws: `AccessRefusal` before the agenda is approved, to whoever does not work with the
  ///   council; `SpoolError` when this machine's disk is full.
  package func perform(in work: borrowing Work) throws -> ServedFile {
    let meeting = try Meeting.find(meeting, in: work)
    if !meeting.status.isPublic {
      let council = try Council.find(meeting.council, in: work)
      try work.require(.readCouncilWork, as: meeting.standing(council, in: work))
    }
    let paper = try Paper.find(paper, of: item, at: meeting.id, in: work)
    return ServedFile(
      name: paper.name, mediaType: paper.kind.mediaType, digest: paper.sha256,
      content: try PaperBytes.load(paper.id, in: work))
  }

  static let routes = Route.serving(
    Self.self, api: "/meetings/{meeting}/agenda/{item}/papers/{paper}", page: MeetingsPaths.paper,
    FileKind.allCases.map(\.mediaType), "One paper of an agenda item, to be saved.")
}
