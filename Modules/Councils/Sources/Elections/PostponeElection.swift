import Kernel
import UseCases
import Web

/// Gives an election other days, when nobody stood in time or the meeting was moved.
package struct PostponeElection: UseCase, Readable {
  let election: ID<Election>
  let nominateUntil: Day
  let heldOn: Day
  let version: Version

  package static let permission = Permission.holdElection

  package init(_ input: inout Input) {
    election = input.id("election", "The election.")
    nominateUntil = input.day("nominateUntil", "The last day for candidates.")
    heldOn = input.day("heldOn", "The day of the election.")
    version = input.version()
  }

  /// - Throws: `ElectionRefusal`; `CallRefusal`.
  package func perform(in work: borrowing Work) throws -> Election {
    let (election, council) = try Election.change(
      election, read: version, for: Self.permission, in: work)
    try election.mustBe(.called)
    let call = CallProposal(
      place: "", group: election.group, places: election.places, nominateUntil: nominateUntil,
      heldOn: heldOn, method: election.method)
    try call.mustMakeSense(
      on: OsloTime(work.now).day, termStart: election.termStart ?? council.constitutedOn)
    try work.run(
      """
      UPDATE councils_election SET nominate_until = \(nominateUntil), held_on = \(heldOn)
      WHERE id = \(election.id)
      """)
    try work.record("election-postponed", election.id, ["heldOn": "\(heldOn)"])
    return try Election.find(election.id, in: work)
  }

  static let routes = Route.changing(
    Self.self, api: "/elections/{election}/postponement", page: CouncilsPaths.postponement,
    form: CouncilsPaths.election, "Give an election other days.",
    done: Text(nb: "Valget har fått nye dager.", nn: "Valet har fått nye dagar."))
}
