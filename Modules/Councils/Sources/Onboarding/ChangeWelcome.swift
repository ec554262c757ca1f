import Database
import Kernel
import UseCases
import Web

/// Changes what the kommune bids new members welcome with (R053).
package struct ChangeWelcome: UseCase, Readable {
  let body: String
  let version: Version

  package static let permission = Permission.welcomeMembers

  package init(_ input: inout Input) {
    body = input.text("body", max: 5000, "The text; an empty line parts paragraphs.")
    version = input.version()
  }

  /// - Throws: `VersionRefusal` when somebody has changed it since it was read.
  package func perform(in work: borrowing Work) throws -> Welcome {
    try work.require(Self.permission)
    let current = try Welcome.current(in: work)
    try version.mustBe(current.version)
    let next = current.version + 1
    let added = try work.run(
      """
      INSERT INTO councils_welcome (version, body, written_at)
      VALUES (\(next), \(body), \(work.now)) ON CONFLICT DO NOTHING
      """)
    guard added == 1 else { throw VersionRefusal.recordHasChanged }
    try work.record("welcome-changed", work.newID() as ID<Never>, ["version": "\(next)"])
    return Welcome(version: next, body: body)
  }

  static let routes = Route.changing(
    Self.self, .put, api: "/welcome", page: CouncilsPaths.welcome, form: CouncilsPaths.welcome,
    "Change what the kommune bids new members welcome with.",
    done: Text(nb: "Teksten er lagret.", nn: "Teksten er lagra."))
}
