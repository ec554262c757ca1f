import Kernel

extension RuleSet {
  /// The pupils' own council at every grunnskole, from its grades (R048, R049; opplæringslova § 10-5).
  static let pupilCouncil = RuleSet(
    "skole-elevrad", Text(nb: "elevråd", nn: "elevråd"),
    [
      SeatGroup(
        "elev", Text(nb: "elev", nn: "elev"), .pupil, .range(5...40), by: .members,
        called: Text(nb: "klassene på hvert trinn", nn: "klassene på kvart trinn"),
        namesArePublic: false, for: .pupils),
      .staff(in: 0...2),
    ]
  ) {
    $0.unitTypes = [.school]
    $0.purpose = """
      Elevrådet skal fremme fellesinteressene til elevene og skolen, og arbeide for et godt \
      lærings- og skolemiljø.
      """
    $0.purposeNn = """
      Elevrådet skal fremje fellesinteressene til elevane og skulen, og arbeide for eit godt \
      lærings- og skulemiljø.
      """
    $0.legalBasis = .pupilCouncil
    $0.fulfils = [.pupilCouncil]
    $0.termYears = 1
    $0.quorum = .half
    $0.secretary = .members
  }

  /// Foreldrerådets arbeidsutvalg, for all parents at a school (R050, R051; opplæringslova § 10-5).
  static let parentCommittee = RuleSet(
    "skole-fau", Text(nb: "FAU", nn: "FAU"), [.parents(in: 3...40, by: .parentsMeeting)]
  ) {
    $0.unitTypes = [.school]
    $0.purpose = """
      FAU skal fremme fellesinteressene til foreldrene, og arbeide for et godt skolemiljø, et godt \
      samarbeid mellom skole og hjem, og for at elevene trives og utvikler seg.
      """
    $0.purposeNn = """
      FAU skal fremje fellesinteressene til foreldra, og arbeide for eit godt skulemiljø, eit godt \
      samarbeid mellom skule og heim, og for at elevane trivst og utviklar seg.
      """
    $0.legalBasis = .parentCommittee
    $0.fulfils = [.parentCommittee]
    $0.termYears = 1
    $0.viceChair = .members
    $0.secretary = .members
  }

  /// Five parties: pupils, parents, staff, the school's leaders and the kommune (R047); pupils and
  /// parents are the most (K19).
  static let schoolEnvironment = RuleSet(
    "skole-skolemiljoutvalg", Text(nb: "skolemiljøutvalg", nn: "skulemiljøutval"),
    [
      .pupils(in: 2...6), .parents(in: 2...6), .staff(in: 1...1, by: .staff),
      SeatGroup(
        "ledelse", Text(nb: "skolens ledelse", nn: "leiinga ved skulen"), .unitLeader,
        .range(1...1),
        votes: false, by: .exOfficio),
      .politicians(.range(1...1), votes: false),
    ]
  ) {
    $0.unitTypes = [.school]
    $0.legalBasis = .localDecision
    $0.fulfils = [.schoolEnvironmentCommittee]
    $0.quorum = .half
  }

  /// The school's samarbeidsutvalg of the old law, which many kept (K18, K19).
  static let schoolCooperation = RuleSet(
    "skole-samarbeidsutvalg", Text(nb: "samarbeidsutvalg", nn: "samarbeidsutval"),
    [
      SeatGroup(
        "lærer", Text(nb: "lærer", nn: "lærar"), .staff, .range(2...2), by: .staff),
      .staff(in: 1...1, by: .staff, votes: true), .parents(2), .pupils(2),
      .politicians(.range(2...2)),
    ]
  ) {
    $0.unitTypes = [.school]
    $0.fulfils = [.cooperationCommittee]
    $0.quorum = .half
  }

  /// As many parents as staff, and the owner no more than each (barnehageloven § 4).
  static let kindergartenCooperation = RuleSet(
    "barnehage-samarbeidsutvalg", Text(nb: "samarbeidsutvalg", nn: "samarbeidsutval"),
    [
      .parents(in: 1...4, by: .parentsMeeting),
      SeatGroup(
        "ansatt", Text(nb: "ansatt", nn: "tilsett"), .staff, .sameAs("forelder"), by: .staff),
      SeatGroup(
        "eier", Text(nb: "eier", nn: "eigar"), .owner, .range(0...1), by: .exOfficio),
    ]
  ) {
    $0.unitTypes = [.kindergarten]
    $0.legalBasis = .kindergartenCooperation
    $0.fulfils = [.kindergartenCooperation]
    $0.termYears = 1
    $0.quorum = .half
  }

  /// K15, Siggerud skole: one council instead of samarbeidsutvalg, which is skolemiljøutvalg too.
  static let siggerud = RuleSet(
    "nordre-follo-siggerud", Text(nb: "brukerråd", nn: "brukarråd"),
    [
      .parents(in: 3...4), .pupils(in: 2...3), .staff(in: 2...2, by: .staff),
      SeatGroup(
        "ledelse", Text(nb: "skolens ledelse", nn: "leiinga ved skulen"), .unitLeader,
        .range(1...1),
        votes: false, by: .exOfficio),
    ]
  ) {
    $0.unitTypes = [.school]
    $0.fulfils = [.cooperationCommittee, .schoolEnvironmentCommittee]
    $0.annualEvents = [.dialogue]
  }

  /// K16, Kulturskolen in Tromsø: chosen by the parents' annual meeting.
  static let cultureSchool = RuleSet(
    "tromso-kulturskole", Text(nb: "brukerråd ved kulturskolen", nn: "brukarråd ved kulturskulen"),
    [
      .parents(2, by: .parentsMeeting), .pupils(2), .staff(in: 1...1, by: .staff),
    ]
  ) {
    $0.unitTypes = [.other]
    $0.annualEvents = [.dialogue]
  }

  /// K4, KFG and KFB: the parents of all schools or kindergartens in the kommune.
  static let parentsOfTheKommune = RuleSet(
    "kommunalt-foreldreutvalg",
    Text(nb: "kommunalt foreldreutvalg", nn: "kommunalt foreldreutval"), [.parents(in: 5...15)]
  ) {
    $0.unitTypes = [.kommune]
    $0.advises = .chiefExecutive
    $0.secretary = .members
  }
}
