import Kernel
import UseCases
import Web

/// Takes a candidate away who does not stand after all; nothing is kept of them.
package struct WithdrawCandidate: UseCase, Readable {
  let election: ID<Election>
  let candidate: ID<ElectionCandidate>

  package static let permission = Permission.holdElection

  package init(_ input: inout Input) {
    election = input.id("election", "The election.")
    candidate = input.id("candidate", "The candidate.")
  }

  /// - Throws: `ElectionRefusal` once votes are counted: whoever is elected then says no.
  package func perform(in work: borrowing Work) throws -> Election {
    let election = try Election.change(election, for: Self.permission, in: work).election
    _ = try ElectionCandidate.find(candidate, of: election.id, in: work)
    try election.mustBe(.called)
    try work.run("DELETE FROM councils_candidate WHERE id = \(candidate)")
    try work.record("candidate-withdrawn", election.id, ["candidate": "\(candidate)"])
    return election
  }

  static let routes = Route.changing(
    Self.self, .delete, api: "/elections/{election}/candidates/{candidate}",
    page: CouncilsPaths.candidateRemoval, form: CouncilsPaths.election,
    "Take away a candidate who does not stand after all.",
    done: Text(nb: "Kandidaten er tatt bort.", nn: "Kandidaten er teken bort."))
}
