import Councils
import Kernel
import UseCases
import Web

/// Helps somebody make of what they have met with a matter that concerns many (R088).
///
/// It points out what makes the draft about one person, and puts the answers to three questions
/// together to a proposal. The draft is kept nowhere.
package struct GeneraliseMatter: UseCase, Readable {
  let meeting: ID<Meeting>
  let draft: String
  let whoElse: String?
  let forAll: String?
  let better: String?

  package static let permission = Permission.proposeAgendaItem
  package static let changes = false

  package init(_ input: inout Input) {
    meeting = input.id("meeting", "The meeting.")
    draft = input.text("draft", max: 4000, "What it is about, as you would tell it.")
    whoElse = input.optionalText("whoElse", max: 1000, "Whom else does it concern?")
    forAll = input.optionalText("forAll", max: 1000, "What should the service do for all?")
    better = input.optionalText("better", max: 1000, "What would be better then?")
  }

  /// - Throws: `AccessRefusal` to whoever may not bring up a matter at this meeting.
  package func perform(in work: borrowing Work) throws -> GeneralMatter {
    let meeting = try Meeting.find(meeting, in: work)
    let council = try Council.find(meeting.council, in: work)
    try work.require(Self.permission, as: meeting.standing(council, in: work))
    return GeneralMatter(request: self)
  }

  static let routes = Route.asking(
    Self.self, api: "/meetings/{meeting}/agenda/generalisation", page: MeetingsPaths.generalMatter,
    "Help make a matter general; nothing of the draft is kept."
  ) { matter, page in
    GeneralMatterPage(meeting: matter.request.meeting, matter: matter, page: page).view
  }
}

/// A draft looked at: what makes it about one person, and what it could be instead.
package struct GeneralMatter: JSONRecord {
  let request: GeneraliseMatter

  package static let shape = Shape<GeneralMatter>(
    "GeneralMatter",
    [
      Field("traces", "What makes the draft, or an answer, about one person.") { $0.traces },
      Field("title", "A title, from the answers; null until all three are given.") { $0.title },
      Field("summary", "A text, from the answers; null until all three are given.") { $0.summary },
    ])

  var traces: [PersonTrace] {
    let texts = [request.draft, request.whoElse, request.forAll, request.better]
    return PersonTrace.all(in: texts.compactMap(\.self).joined(separator: "\n"))
  }

  /// What the service should do for all, as far as its first sentence goes.
  var title: String? {
    guard answers != nil, let forAll = request.forAll else { return nil }
    let sentence = forAll.prefix { !".?!\n".contains($0) }
    guard sentence.unicodeScalars.count > Self.longestTitle else { return String(sentence) }
    let start = String(sentence.unicodeScalars.prefix(Self.longestTitle - 2))
    return start.split(separator: " ").dropLast().joined(separator: " ") + " …"
  }

  /// The author's own words, in the order in which a council wants to know.
  var summary: String? { answers?.joined(separator: "\n") }

  private var answers: [String]? {
    guard let whoElse = request.whoElse, let forAll = request.forAll, let better = request.better
    else { return nil }
    return [whoElse, forAll, better]
  }

  private static let longestTitle = 200
}
