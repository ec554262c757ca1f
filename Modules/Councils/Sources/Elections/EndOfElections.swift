import Database
import Kernel
import UseCases

extension Council {
  /// Ends what would fill a council that is dissolved: its elections are cancelled, and nothing is kept of
  /// those who stood or wanted to take part.
  func endElections(in work: borrowing Work) throws {
    let open: [ID<Election>] = try work.values(
      """
      UPDATE councils_election SET version = version + 1
      WHERE council_id = \(id) AND status IN (\(list: ElectionStatus.open)) RETURNING id
      """)
    try work.run("DELETE FROM councils_candidate WHERE election_id IN (\(list: open))")
    try work.run(
      """
      UPDATE councils_election SET status = \(ElectionStatus.cancelled),
        cancel_reason = \(CancelReason.councilDissolved)
      WHERE id IN (\(list: open))
      """)
    for election in open {
      try work.record(
        "election-cancelled", election, ["reason": CancelReason.councilDissolved.rawValue])
    }
    try work.run("DELETE FROM councils_interest WHERE council_id = \(id)")
  }
}
