import Kernel

extension RuleSet {
  /// K2, Trondheim's council for mental health and addiction: up to eleven organisations, one from each.
  static let mentalHealthCouncil = RuleSet(
    "trondheim-psykisk-helse-rus",
    Text(nb: "brukerråd for psykisk helse og rus", nn: "brukarråd for psykisk helse og rus"),
    [.eachOrganisation(atMost: 11)]
  ) {
    $0.unitTypes = [.serviceArea]
    $0.legalBasis = .healthAndCare
    $0.advises = .sectionLeader
    $0.viceChair = .members
  }

  /// K6, Bodø's nursing homes: five members with personal deputies, two of them named by bystyret,
  /// which also names the leader.
  static let bodoNursingHome = RuleSet(
    "bodo-sykehjem", Text(nb: "brukerråd ved sykehjem", nn: "brukarråd ved sjukeheim"),
    [
      .politicians(.oneOf([2])), .staff(in: 1...1, by: .staff, votes: true),
      SeatGroup(
        "beboer", Text(nb: "beboer eller pårørende", nn: "bebuar eller pårørande"), .user,
        .range(2...2), by: .users, for: .residents),
    ]
  ) {
    $0.unitTypes = [.nursingHome, .housing]
    $0.legalBasis = .healthAndCare
    $0.size = .oneOf([5])
    $0.deputies = .personal
    $0.term = .electionPeriod
    $0.termYears = 4
    $0.chair = .appointed
    $0.chairFrom = "bystyret"
    $0.viceChair = .members
  }

  /// K7, Bodø's other service areas: one from each organisation, two from Samarbeidsrådet.
  static let bodoServiceArea = RuleSet(
    "bodo-tjenesteomrade", Text(nb: "brukerråd", nn: "brukarråd"),
    [
      .eachOrganisation(atMost: 10),
      SeatGroup(
        "samarbeidsråd", Text(nb: "valgt fra Samarbeidsrådet", nn: "vald frå Samarbeidsrådet"),
        .delegate, .range(2...2), by: .council,
        called: Text(same: "Samarbeidsrådet")),
      .staff(in: 2...2),
    ]
  ) {
    $0.unitTypes = [.serviceArea]
    $0.legalBasis = .healthAndCare
    $0.advises = .sectionLeader
    $0.meetingsPerYear = 4
    $0.annualEvents = [.themeEvening]
  }

  /// K8, Hadsel: three users with one deputy for all; the avdelingsleder chairs and is secretary.
  static let hadsel = RuleSet(
    "hadsel-brukerutvalg", Text(nb: "brukerutvalg", nn: "brukarutval"),
    [.users(in: 3...3, for: .recipients)]
  ) {
    $0.unitTypes = [.nursingHome, .homeCare]
    $0.legalBasis = .healthAndCare
    $0.deputies = .shared
    $0.chair = .unitLeader
    $0.secretary = .unitLeader
    $0.meetingsPerYear = 4
    $0.isPaid = true
  }

  /// K9, Molde: two meetings a year, everything public, an evaluation with its date.
  static let molde = RuleSet(
    "molde-brukerutvalg", Text(nb: "brukerutvalg", nn: "brukarutval"),
    [.users(in: 2...8, for: .recipients), .organisations(in: 0...4), .staff(in: 1...3)]
  ) {
    $0.unitTypes = [.homeCare, .serviceArea]
    $0.legalBasis = .healthAndCare
    $0.chair = .unitLeader
    $0.meetingsPerYear = 2
    $0.publication = .automatic
    $0.annualEvents = [.evaluation]
  }

  /// K11, Beiarn: three users, a politician and one of the staff; shares out gifts.
  static let beiarn = RuleSet(
    "beiarn-brukerrad", Text(nb: "brukerråd", nn: "brukarråd"),
    [
      .users(in: 3...3, for: .residents), .politicians(.range(1...1)),
      .staff(in: 1...1, by: .staff, votes: true),
    ]
  ) {
    $0.unitTypes = [.nursingHome]
    $0.legalBasis = .healthAndCare
    $0.power = .allocatesFunds
    $0.term = .electionPeriod
    $0.termYears = 4
    $0.secretary = .appointed
  }

  /// K13, Borgen innbyggertorg in Asker: three to five members, four or five meetings.
  static let borgen = RuleSet(
    "asker-innbyggertorg", Text(nb: "brukerråd", nn: "brukarråd"), [.users(in: 3...5)]
  ) {
    $0.unitTypes = [.dayCentre]
    $0.size = .range(3...5)
    $0.meetingsPerYear = 4
    $0.reasons = .always
  }

  /// K20, Porsanger: the leaders of two statutory councils sit there by their office.
  static let porsanger = RuleSet(
    "porsanger-brukerutvalg", Text(nb: "brukerutvalg", nn: "brukarutval"),
    [
      SeatGroup(
        "rådsleder", Text(nb: "leder av lovfestet råd", nn: "leiar av lovfesta råd"), .delegate,
        .range(2...2), by: .exOfficio),
      .users(in: 1...3, for: .recipients), .relatives(in: 1...3),
      SeatGroup(
        "verneombud", Text(nb: "verneombud", nn: "verneombod"), .staff, .range(1...1), votes: false,
        by: .exOfficio),
    ]
  ) {
    $0.unitTypes = [.serviceArea]
    $0.legalBasis = .healthAndCare
    $0.advises = .sectionLeader
  }

  /// K21, Hamar: its reglement is kommunestyret's own.
  static let hamar = RuleSet(
    "hamar-brukerrad",
    Text(nb: "brukerråd for helse og omsorg", nn: "brukarråd for helse og omsorg"),
    [
      .users(in: 2...6, by: .assembly, for: .recipients),
      .organisations(in: 1...5, by: .assembly),
    ]
  ) {
    $0.unitTypes = [.serviceArea]
    $0.legalBasis = .healthAndCare
    $0.legalReference = "reglement vedtatt av kommunestyret"
    $0.advises = .chiefExecutive
    $0.term = .electionPeriod
    $0.termYears = 4
  }

  /// K22, Skautun in Rakkestad: two to four paid meetings; hearings are sent to it.
  static let rakkestad = RuleSet(
    "rakkestad-brukerrad", Text(nb: "brukerråd", nn: "brukarråd"),
    [.users(in: 2...4, for: .residents), .relatives(in: 1...3), .staff(in: 1...2)]
  ) {
    $0.unitTypes = [.nursingHome]
    $0.legalBasis = .healthAndCare
    $0.meetingsPerYear = 2
    $0.isPaid = true
    $0.isHearingBody = true
  }

  /// K26, Øvre Eiker: many councils and little time to follow them up, so one short rule for all.
  static let ovreEiker = RuleSet(
    "ovre-eiker-rad", Text(nb: "brukerråd", nn: "brukarråd"), [.users(in: 2...9)]
  ) {
    $0.unitTypes = UnitType.services
    $0.answerDays = 90
    $0.annualEvents = [.report]
  }
}
