import Database
import Identity
import Kernel
import Tenancy
import UseCases

/// What is written when everybody who was elected has said yes: who got which place.
///
/// From then on nobody's address stands here, neither the candidates' nor of those who only said that
/// they might be interested.
struct Settlement {
  private let election: Election
  private let rules: RuleSet
  private let result: ElectionResult

  /// Nil when somebody is still to answer, or a tie to be broken.
  init?(of election: Election, under rules: RuleSet, in work: borrowing Work) throws {
    self.election = election
    self.rules = rules
    result = ElectionResult(
      try ElectionCandidate.all(of: election.id, in: work), of: election, under: rules)
    guard result.isSettled else { return nil }
  }

  func save(in work: borrowing Work) throws {
    for (index, member) in result.members.enumerated() {
      let deputy = result.personalDeputy(of: member, under: rules)
      let own = try person(member.deputyName, member.deputyEmail, in: work)
      try give(
        .member, index + 1, to: member,
        deputy: try own ?? deputy.flatMap { try person($0.name, $0.email, in: work) }, in: work)
    }
    for (index, deputy) in result.deputies.enumerated() {
      try give(.deputy, index + 1, to: deputy, deputy: nil, in: work)
    }
    try work.run(
      """
      UPDATE councils_candidate SET email = NULL, deputy_email = NULL
      WHERE election_id = \(election.id)
      """)
    try work.run(
      """
      DELETE FROM councils_interest
      WHERE council_id = \(election.council) AND group_code = \(election.group)
      """)
    try work.run(
      """
      UPDATE councils_election SET status = \(ElectionStatus.settled) WHERE id = \(election.id)
      """)
    try work.record(
      "election-settled", election.id,
      ["members": "\(result.members.count)", "deputies": "\(result.deputies.count)"])
  }

  private func give(
    _ place: ElectedPlace, _ number: Int, to candidate: ElectionCandidate, deputy: ID<Person>?,
    in work: borrowing Work
  ) throws {
    let person = try person(candidate.name, candidate.email, in: work)
    try work.run(
      """
      UPDATE councils_candidate SET place = \(place), place_number = \(number),
        person_id = \(person), deputy_id = \(deputy) WHERE id = \(candidate.id)
      """)
  }

  private func person(
    _ name: String?, _ email: String?, in work: borrowing Work
  ) throws -> ID<Person>? {
    guard let name, let address = email.flatMap({ EmailAddress($0) }) else { return nil }
    return try People.findOrAdd(name: name, email: address, in: work)
  }
}
