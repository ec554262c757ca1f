import Database
import Kernel
import UseCases
import Web

/// Sets the text that members promise to keep to; everybody is asked anew.
package struct DemandConfidentiality: UseCase, Readable {
  let body: String
  let decidedBy: String
  let version: Version

  package static let permission = Permission.welcomeMembers

  package init(_ input: inout Input) {
    body = input.text("body", max: 5000, "The text that members agree to.")
    decidedBy = input.text("decidedBy", max: 200, "Who decided it.")
    version = input.version()
  }

  /// - Throws: `VersionRefusal` when somebody has changed it since it was read; the first has
  ///   version 0 before it.
  package func perform(in work: borrowing Work) throws -> Confidentiality {
    try work.require(Self.permission)
    let current = try Confidentiality.current(in: work)?.version ?? 0
    try version.mustBe(current)
    let added = try work.run(
      """
      INSERT INTO councils_confidentiality (version, body, decided_by, written_at)
      VALUES (\(current + 1), \(body), \(decidedBy), \(work.now)) ON CONFLICT DO NOTHING
      """)
    guard added == 1 else { throw VersionRefusal.recordHasChanged }
    try work.record(
      "confidentiality-demanded", work.newID() as ID<Never>, ["version": "\(current + 1)"])
    return Confidentiality(version: current + 1, body: body, decidedBy: decidedBy)
  }

  static let routes = Route.changing(
    Self.self, .put, api: "/confidentiality", page: CouncilsPaths.confidentiality,
    form: CouncilsPaths.onboarding, "Set the text that members promise to keep to.",
    done: Text(nb: "Teksten er lagret.", nn: "Teksten er lagra."))
}
