import Database
import Identity
import Kernel
import Tenancy
import UseCases

/// A council at work with those who sit in it on a day, to hold up against other rules.
struct SittingCouncil {
  let id: ID<Council>
  let name: String
  private(set) var deviations: [Deviation]
  let seats: [SittingMember]
  /// Those who stand in for the council as a whole.
  let deputies: [PlacedDeputy]

  /// Those of a type that have somebody in them on a day, by name; a council whose members have not
  /// begun yet, as they will sit.
  ///
  /// Where nobody sits, the next election follows the new rules.
  static func all(
    of ruleSet: String, on day: Day, in work: borrowing Work
  ) throws -> [SittingCouncil] {
    let councils = try Candidate.all(of: ruleSet, in: work)
    guard !councils.isEmpty else { return [] }
    let ids = councils.map(\.id)
    let deviations = try Deviation.all(of: ids, on: day, in: work)
    let seats = Dictionary(
      grouping: try SittingMember.all(of: ids, on: day, in: work), by: \.council)
    let deputies = Dictionary(
      grouping: try StandIn.all(of: ids, on: day, in: work), by: \.council)
    return councils.compactMap { council in
      seats[council.id].map { seats in
        SittingCouncil(
          id: council.id, name: council.name, deviations: deviations[council.id] ?? [],
          seats: seats, deputies: deputies[council.id, default: []].map(\.placed))
      }
    }
  }

  private struct Candidate {
    let id: ID<Council>
    let name: String

    static func all(of ruleSet: String, in work: borrowing Work) throws -> [Candidate] {
      try work.rows(
        """
        SELECT id, name FROM councils_council
        WHERE rule_set = \(ruleSet) AND status = \(CouncilStatus.constituted) ORDER BY name, id
        """, as: Candidate.init)
    }
  }

  /// One council as it sits on a day; nil when it is not at work, or nobody sits there.
  static func find(
    _ council: Council, on day: Day, in work: borrowing Work
  ) throws -> SittingCouncil? {
    try all(of: council.ruleSet, on: day, in: work).first { $0.id == council.id }
  }

  /// The same council with other rules of its own.
  func deviating(by deviations: [Deviation]) -> SittingCouncil {
    var council = self
    council.deviations = deviations
    return council
  }

  /// What does not fit rules.
  func faults(under rules: RuleSet) -> [CompositionFault] {
    let rules = rules.following(deviations).rules
    let known = Set(rules.groups.map(\.code))
    let gone = Dictionary(grouping: seats.map(\.group).filter { !known.contains($0) }) { $0 }
    let votesOtherwise = rules.groups.filter { group in
      seats.contains { $0.group == group.code && $0.votes != group.votes }
    }
    let fitting = seats.filter { known.contains($0.group) }
    return Composition(fitting.map(\.placed), deputies: deputies, under: rules).faults
      + votesOtherwise.map { .groupVotesOtherwise($0) }
      + gone.sorted { $0.key < $1.key }.map { .groupIsGone($0.key, has: $0.value.count) }
  }
}

/// Who sits in a seat.
struct SittingMember {
  let council: ID<Council>
  let id: ID<Seat>
  let group: String
  let votes: Bool
  let isLeader: Bool
  let person: ID<Person>
  let deputy: ID<Person>?
  let organisation: ID<Organisation>?

  static func all(
    of councils: [ID<Council>], on day: Day, in work: borrowing Work
  ) throws -> [SittingMember] {
    try work.rows(
      """
      SELECT s.council_id, s.id, s.group_code, s.votes, s.is_leader, s.person_id, s.deputy_id,
        s.organisation_id
      FROM councils_seat s JOIN councils_council c ON c.id = s.council_id
      WHERE s.council_id IN (\(list: councils)) AND s.term_end >= \(day)
        AND (s.term_start <= \(day) OR s.term_start = c.constituted_on)
      ORDER BY s.council_id, s.id
      """, as: SittingMember.init)
  }

  var placed: PlacedSeat {
    PlacedSeat(
      place: "\(id)", group: group, holder: "\(person)", deputy: deputy.map { "\($0)" },
      isLeader: isLeader, organisation: organisation.map { "\($0)" })
  }
}

/// Who stands in for a council as a whole.
private struct StandIn {
  let council: ID<Council>
  let group: String?
  let person: ID<Person>

  static func all(
    of councils: [ID<Council>], on day: Day, in work: borrowing Work
  ) throws -> [StandIn] {
    try work.rows(
      """
      SELECT d.council_id, d.group_code, d.person_id
      FROM councils_deputy d JOIN councils_council c ON c.id = d.council_id
      WHERE d.council_id IN (\(list: councils)) AND d.term_end >= \(day)
        AND (d.term_start <= \(day) OR d.term_start = c.constituted_on)
      ORDER BY d.council_id, d.number, d.id
      """, as: StandIn.init)
  }

  var placed: PlacedDeputy { PlacedDeputy(place: "", group: group, holder: "\(person)") }
}
