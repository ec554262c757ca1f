import Database
import Kernel
import UseCases
import Web

/// Cancels an election that came to nothing; its page then says what can be done instead.
package struct CancelElection: UseCase, Readable {
  let election: ID<Election>
  let version: Version
  let reason: CancelReason

  package static let permission = Permission.holdElection

  package init(_ input: inout Input) {
    election = input.id("election", "The election.")
    version = input.version()
    reason = input.choice("reason", "Why it came to nothing.") ?? .error
  }

  /// Nothing is kept of those who stood, since nothing came of it.
  ///
  /// - Throws: `ElectionRefusal` once the result is confirmed: then it stands.
  package func perform(in work: borrowing Work) throws -> Election {
    let election = try Election.change(
      election, read: version, for: Self.permission, in: work
    ).election
    try election.mustBe(.called, .counted)
    try work.run("DELETE FROM councils_candidate WHERE election_id = \(election.id)")
    try work.run(
      """
      UPDATE councils_election SET status = \(ElectionStatus.cancelled), cancel_reason = \(reason)
      WHERE id = \(election.id)
      """)
    try work.record("election-cancelled", election.id, ["reason": reason.rawValue])
    return try Election.find(election.id, in: work)
  }

  static let routes = Route.changing(
    Self.self, api: "/elections/{election}/cancellation", page: CouncilsPaths.cancellation,
    form: CouncilsPaths.election, "Cancel an election that came to nothing.",
    done: Text(nb: "Valget er avlyst.", nn: "Valet er avlyst."))
}
