import Councils
import Kernel
import Tenancy
import UseCases
import Web

/// Shows one resolution, its votes, when an answer is due, and the answer with its reasons (R083).
package struct ReadResolution: UseCase, Readable {
  let resolution: ID<Resolution>

  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) {
    resolution = input.id("resolution", "The resolution.")
  }

  /// - Throws: `AccessRefusal` before the minutes are published, to whoever does not work with the
  ///   council.
  package func perform(in work: borrowing Work) throws -> ResolutionDetails {
    let resolution = try Resolution.find(resolution, in: work)
    let council = try Council.find(resolution.council, in: work)
    let standing = try council.standing(in: work)
    if !resolution.isPublished { try work.require(.readCouncilWork, as: standing) }
    return ResolutionDetails(
      resolution: resolution, council: council, words: try Words.load(in: work),
      mayAnswer: work.may(.answerResolution, as: standing) && resolution.answer == nil)
  }

  static let routes = Route.reading(
    Self.self, api: "/resolutions/{resolution}", page: MeetingsPaths.resolution,
    "One resolution with its answer."
  ) { details, page in
    ResolutionPage(details: details, page: page).view
  }
}

/// One resolution with what its page needs.
package struct ResolutionDetails: JSONRecord {
  let resolution: Resolution
  let council: Council
  let words: Words
  let mayAnswer: Bool

  package static var schema: JSONSchema { Resolution.schema }
  package static let shape = Shape<ResolutionDetails>("ResolutionDetails", [])
  package func write(to json: inout JSONWriter) { resolution.write(to: &json) }
}
