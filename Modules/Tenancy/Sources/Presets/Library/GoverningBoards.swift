import Kernel

extension RuleSet {
  /// K14, driftsstyre at an Oslo grunnskole such as Ekeberg: decides the budget; the rektor is
  /// secretary.
  static let schoolBoard = board(
    "oslo-driftsstyre",
    [
      external(by: .cityDistrict), .parents(2), .staff(in: 2...2, by: .staff, votes: true),
    ])

  /// K14, driftsstyre at an Oslo videregående: two pupils instead of parents.
  static let upperSecondaryBoard = board(
    "oslo-driftsstyre-vgs",
    [external(by: .assembly), .pupils(2), .staff(in: 2...2, by: .staff, votes: true)])

  /// K17, seniorsenteret Holmen: half of the council is up for election each year, four years at most.
  static let seniorCentre = RuleSet(
    "oslo-seniorsenter", Text(nb: "brukerråd", nn: "brukarråd"),
    [.users(in: 5...9, by: .nominationCommittee, for: .elderly)]
  ) {
    $0.unitTypes = [.dayCentre]
    $0.term = .rollingHalf
    $0.termYears = 2
    $0.maxTerms = 2
    $0.viceChair = .members
  }

  private static func board(_ code: String, _ groups: [SeatGroup]) -> RuleSet {
    RuleSet(code, Text(nb: "driftsstyre", nn: "driftsstyre"), groups) {
      $0.unitTypes = [.school]
      $0.legalBasis = .institutionBoard
      $0.power = .full
      $0.size = .oneOf([7])
      $0.deputies = .numbered
      $0.quorum = .half
      $0.meetingsPerYear = 4
      $0.secretary = .unitLeader
    }
  }

  private static func external(by body: ElectingBody) -> SeatGroup {
    SeatGroup(
      "ekstern", Text(nb: "eksternt medlem", nn: "ekstern medlem"), .external, .range(3...3),
      by: body)
  }
}
