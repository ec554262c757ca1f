import Kernel

extension Preset {
  /// Bærum: a council at several of the units (R043), normally users or their representatives, the
  /// virksomhetsleder and staff, with no fixed number (R044); at a school also the bodies of the law
  /// (R046-R051).
  static let bærum = Preset(
    code: "baerum",
    words: [.unitLeader: Text(nb: "virksomhetsleder", nn: "verksemdsleiar")],
    serviceAreas: usualServiceAreas,
    ruleSets: [
      bærum(
        "baerum-skole", Text(nb: "brukerråd ved skole", nn: "brukarråd ved skule"), [.school],
        [.parents(in: 1...6), .pupils(in: 1...6)]),
      bærum(
        "baerum-tjeneste", Text(nb: "brukerråd", nn: "brukarråd"),
        [.kindergarten, .nursingHome, .homeCare, .housing, .dayCentre, .other],
        [
          .users(in: 1...6),
          SeatGroup(
            "representant", Text(nb: "representant", nn: "representant"), .relative, .range(1...6),
            by: .users),
        ]),
      .baerumCentral, .schoolEnvironment, .pupilCouncil, .parentCommittee,
    ],
    infoLinks: [
      "baerum-tjeneste":
        "https://www.baerum.kommune.no/tjenester/helse-og-omsorg/nedsatt-funksjonsevne/brukerradsarbeid/",
      "baerum-skole":
        "https://www.baerum.kommune.no/tjenester/skole/medvirkning---elever-og-foreldre/",
    ])

  private static func bærum(
    _ code: String, _ name: Text, _ types: [UnitType], _ groups: [SeatGroup]
  ) -> RuleSet {
    RuleSet(code, name, groups + [.staff(in: 1...5)]) {
      $0.unitTypes = types
      $0.quorum = .half
      $0.answerDays = 45
    }
  }
}

extension RuleSet {
  /// K5, Sentralt brukerråd: the section leader chairs; local councils send some of their own.
  static let baerumCentral = RuleSet(
    "baerum-sentralt", Text(nb: "sentralt brukerråd", nn: "sentralt brukarråd"),
    [
      .organisations(in: 1...4, by: .organisation),
      SeatGroup(
        "utsending", Text(nb: "utsending fra lokalt råd", nn: "utsending frå lokalt råd"),
        .delegate,
        .range(1...2), by: .council),
      .staff(in: 2...3),
    ]
  ) {
    $0.unitTypes = [.serviceArea]
    $0.advises = .sectionLeader
    $0.chair = .unitLeader
    $0.meetingsPerYear = 4
    $0.annualEvents = [.themeEvening, .evaluation]
    $0.hasPlainMinutes = true
  }
}
