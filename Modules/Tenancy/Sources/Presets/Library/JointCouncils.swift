import Kernel

extension RuleSet {
  /// K10, Ålesund's brukarutval (by-sak 127/15): a politician leads it; deputies come from units
  /// without a member, and change places with members.
  static let alesund = RuleSet(
    "alesund-brukarutval", Text(nb: "brukerutvalg", nn: "brukarutval"),
    [.politicians(.range(1...1)), .users(in: 3...6, for: .recipients), .relatives(in: 0...3)]
  ) {
    $0.unitTypes = [.serviceArea]
    $0.legalBasis = .healthAndCare
    $0.legalReference = "by-sak 127/15"
    $0.advises = .chiefExecutive
    $0.deputies = .alternating
    $0.chair = .appointed
    $0.chairFrom = "komiteen"
    $0.secretary = .appointed
    $0.treatsComplaints = false
  }

  /// K12, the user council of the joint NAV office of Melhus: one from each kommune.
  static let melhus = RuleSet(
    "melhus-nav", Text(nb: "brukerutvalg i NAV", nn: "brukarutval i NAV"),
    [
      SeatGroup(
        "kommune", Text(nb: "representant for kommunen", nn: "representant for kommunen"),
        .delegate,
        .onePerOrganisation(atMost: 12), by: .assembly)
    ]
  ) {
    $0.unitTypes = [.interMunicipal]
    $0.legalBasis = .nav
    $0.advises = .sectionLeader
    $0.term = .electionPeriod
    $0.termYears = 4
    $0.meetingsPerYear = 4
  }

  /// K23, kommunedelsutvalg in Stavanger: what it says follows the case to whoever decides last.
  static let stavanger = RuleSet(
    "stavanger-kommunedelsutvalg", Text(nb: "kommunedelsutvalg", nn: "kommunedelsutval"),
    [.politicians(.range(5...11))]
  ) {
    $0.unitTypes = [.zone]
    $0.legalBasis = .other
    $0.legalReference = "kommuneloven § 5-7"
    $0.advises = .body
    $0.term = .electionPeriod
    $0.termYears = 4
    $0.statementsFollowCase = true
    $0.openness = .open
    $0.annualEvents = [.report]
  }

  /// K24, felles brukerutvalg in Eigersund: eight meetings; candidates are proposed by 15 September.
  static let eigersund = RuleSet(
    "eigersund-felles", Text(nb: "felles brukerutvalg", nn: "felles brukarutval"),
    [
      .users(in: 2...5, for: .recipients), .organisations(in: 2...5), .politicians(.range(1...2)),
    ]
  ) {
    $0.unitTypes = [.kommune]
    $0.legalBasis = .healthAndCare
    $0.advises = .chiefExecutive
    $0.meetingsPerYear = 8
    $0.candidatesBy = "09-15"
  }
}
