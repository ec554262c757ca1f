import Councils
import Kernel
import UseCases
import Web

/// Shows the form in which somebody makes a matter of their own general, before they bring it up.
package struct PrepareMatter: UseCase, Readable {
  let meeting: ID<Meeting>

  package static let permission = Permission.proposeAgendaItem
  package static let changes = false

  package init(_ input: inout Input) { meeting = input.id("meeting") }

  /// - Throws: `AccessRefusal` to whoever may not bring up a matter at this meeting.
  package func perform(in work: borrowing Work) throws -> Meeting {
    let meeting = try Meeting.find(meeting, in: work)
    let council = try Council.find(meeting.council, in: work)
    try work.require(Self.permission, as: meeting.standing(council, in: work))
    return meeting
  }

  static let routes = Route.reading(
    Self.self, page: MeetingsPaths.generalMatter, "The form that helps make a matter general."
  ) { meeting, page in
    GeneralMatterPage(meeting: meeting.id, matter: nil, page: page).view
  }
}
