import Database
import Kernel
import Tenancy
import UseCases

/// An election about to be called.
struct NewElection {
  let council: ID<Council>
  let call: CallProposal
  let kind: ElectionKind
  let method: ElectionMethod
  /// The first day of the elected; nil while the council itself is being formed.
  let termStart: Day?
  let replaces: ID<Seat>?

  /// Calls it.
  func add(in work: borrowing Work) throws -> Election {
    let election = try work.row(
      """
      INSERT INTO councils_election
        (id, council_id, group_code, kind, places, method, written_demanded, nominate_until,
        held_on, term_start, replaces_id, status, version)
      VALUES (\(work.newID() as ID<Election>), \(council), \(call.group), \(kind), \(call.places),
        \(method), \(false), \(call.nominateUntil), \(call.heldOn), \(termStart), \(replaces),
        \(ElectionStatus.called), 1)
      RETURNING \(Election.columns)
      """, as: Election.init
    ).orNotFound()
    try work.record(
      "election-called", election.id,
      [
        "council": "\(council)", "kind": kind.rawValue, "places": "\(call.places)",
        "heldOn": "\(call.heldOn)",
      ])
    return election
  }
}
