import Database
import Kernel
import Tenancy
import UseCases

/// A place that somebody was elected to and has taken, on its way to become a seat.
struct ElectedSeat {
  let candidate: ID<ElectionCandidate>
  let election: ID<Election>
  let group: SeatGroup
  let place: ElectedPlace
  let person: ID<Person>
  let deputy: ID<Person>?
  let organisation: String?
  let staffField: StaffField?

  /// The places won in settled elections of a council, in the order of the votes.
  ///
  /// - Throws: `ElectionRefusal.thereIsNoSuchGroup` when the rules have lost the group since.
  static func all(
    of elections: [Election], under rules: RuleSet, in work: borrowing Work
  ) throws -> [ElectedSeat] {
    let rows = try work.rows(
      """
      SELECT \(ElectionCandidate.columns) FROM councils_candidate c
      WHERE c.election_id IN (\(list: elections.map(\.id))) AND c.place IS NOT NULL
      ORDER BY c.election_id, c.place_number
      """, as: ElectionCandidate.init)
    return try rows.map { candidate in
      let election = try elections.first { $0.id == candidate.election }.orNotFound()
      return ElectedSeat(
        candidate: candidate.id, election: election.id,
        group: try group(election.group, in: rules),
        place: try candidate.place.orNotFound(),
        person: try candidate.person.orNotFound(), deputy: candidate.deputy,
        organisation: candidate.organisation, staffField: candidate.staffField)
    }
  }

  private static func group(_ code: String, in rules: RuleSet) throws -> SeatGroup {
    guard let group = rules.group(code) else { throw ElectionRefusal.thereIsNoSuchGroup }
    return group
  }

  /// As the rules see it.
  func placed(isLeader: Bool) -> PlacedSeat {
    PlacedSeat(
      place: "", group: group.code, holder: "\(person)", deputy: deputy.map { "\($0)" },
      isLeader: isLeader, organisation: organisation?.lowercased())
  }

  /// Fills the seat.
  func fill(
    in council: ID<Council>, from start: Day, until end: Day, isLeader: Bool = false,
    replacing seat: ID<Seat>? = nil, in work: borrowing Work
  ) throws {
    try NewSeat(
      council: council, group: group, person: person, deputy: deputy, isLeader: isLeader,
      organisation: try organisation.map { try Organisation.findOrAdd($0, in: work) },
      staffField: staffField, replaces: seat, termStart: start, termEnd: end
    ).add(in: work)
  }
}

extension [ElectedSeat] {
  /// Those who sit.
  var members: [ElectedSeat] { filter { $0.place == .member } }

  /// Those who stand in for the whole council; a personal deputy stands with their member.
  func commonDeputies(under rules: RuleSet) -> [ElectedSeat] {
    rules.hasCommonDeputies ? filter { $0.place == .deputy } : []
  }

  /// Notes that the places of an election are filled, which ends it.
  static func markSeated(_ elections: [Election], in work: borrowing Work) throws {
    try work.run(
      """
      UPDATE councils_election SET status = \(ElectionStatus.seated)
      WHERE id IN (\(list: elections.map(\.id)))
      """)
  }
}
