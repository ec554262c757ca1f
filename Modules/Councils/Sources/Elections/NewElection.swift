import Database
import Kernel
import Tenancy
import UseCases

/// An election about to be called.
struct NewElection {
  let council: ID<Council>
  let call: CallProposal
  var kind: ElectionKind
  let method: ElectionMethod
  /// The first day of the elected; nil while the council itself is being formed.
  let termStart: Day?
  let replaces: ID<Seat>?
  /// The election that came to nothing, and who has somebody named after it.
  var insteadOf: (election: ID<Election>, calledBy: ID<Person>)?

  /// Calls it.
  ///
  /// The key decides, not a look beforehand, so that of two people at once one is told.
  ///
  /// - Throws: `CallElection.Refusal.anElectionIsOpen`.
  func add(in work: borrowing Work) throws -> Election {
    let called = try work.row(
      """
      INSERT INTO councils_election
        (id, council_id, group_code, kind, places, method, written_demanded, nominate_until,
        held_on, term_start, replaces_id, status, version, instead_of_id, called_by)
      VALUES (\(work.newID() as ID<Election>), \(council), \(call.group), \(kind), \(call.places),
        \(method), \(false), \(call.nominateUntil), \(call.heldOn), \(termStart), \(replaces),
        \(ElectionStatus.called), 1, \(insteadOf?.election), \(insteadOf?.calledBy))
      ON CONFLICT DO NOTHING RETURNING \(Election.columns)
      """, as: Election.init)
    guard let election = called else { throw CallElection.Refusal.anElectionIsOpen }
    try work.record(
      "election-called", election.id,
      [
        "council": "\(council)", "kind": kind.rawValue, "places": "\(call.places)",
        "heldOn": "\(call.heldOn)",
      ])
    return election
  }
}
