import Kernel

extension Preset {
  /// Trondheim's nine guideline points (R091-R098): three or five user representatives with
  /// personal deputies for two years; a council at every unit (R061).
  static let trondheim = Preset(
    code: "trondheim",
    words: [
      .chiefExecutive: Text(nb: "rådmann", nn: "rådmann"),
      .assembly: Text(nb: "bystyre", nn: "bystyre"),
      .committee: Text(nb: "fagkomité", nn: "fagkomité"),
    ],
    serviceAreas: usualServiceAreas,
    ruleSets: [
      rules(
        "trondheim-skole", Text(nb: "brukerråd ved skole", nn: "brukarråd ved skule"),
        sizes: [5], for: [.school],
        [
          SeatGroup(
            code: "forelder", name: Text(nb: "forelder", nn: "forelder"), minimum: 2, maximum: 2,
            votes: true, chosenBy: Text(nb: "FAU", nn: "FAU")),
          SeatGroup(
            code: "elev", name: Text(nb: "elev", nn: "elev"), minimum: 3, maximum: 3,
            votes: true, chosenBy: Text(nb: "elevrådet", nn: "elevrådet")),
        ]),
      rules(
        "trondheim-barnehage", Text(nb: "brukerråd ved barnehage", nn: "brukarråd ved barnehage"),
        sizes: [3, 5], for: [.kindergarten],
        [
          SeatGroup(
            code: "forelder", name: Text(nb: "forelder", nn: "forelder"), minimum: 3, maximum: 5,
            votes: true,
            chosenBy: Text(
              nb: "foreldrerådets årsmøte", nn: "årsmøtet i foreldrerådet"))
        ]),
      rules(
        "trondheim-omsorg",
        Text(nb: "brukerråd i helse og omsorg", nn: "brukarråd i helse og omsorg"),
        sizes: [3, 5], for: [.nursingHome, .homeCare, .housing, .dayCentre, .other],
        [
          careGroup("bruker", Text(nb: "bruker", nn: "brukar")),
          careGroup("pårørende", Text(nb: "pårørende", nn: "pårørande")),
          careGroup("organisasjon", Text(nb: "brukerorganisasjon", nn: "brukarorganisasjon")),
        ]),
    ])

  private static func rules(
    _ code: String, _ name: Text, sizes: [Int], for types: [UnitType], _ groups: [SeatGroup]
  ) -> RuleSet {
    RuleSet(
      code: code, name: name, sizes: sizes, termYears: 2, deputies: .personal, quorum: .half,
      answerDays: 30, groups: groups + [staff], unitTypes: types, isMandatory: true)
  }

  private static func careGroup(_ code: String, _ name: Text) -> SeatGroup {
    SeatGroup(
      code: code, name: name, minimum: 0, maximum: 5, votes: true,
      chosenBy: Text(
        nb: "brukere, pårørende og brukerorganisasjoner",
        nn: "brukarar, pårørande og brukarorganisasjonar"))
  }

  /// One or more co-workers of the unit leader take part, without a vote (R099).
  static let staff = SeatGroup(
    code: "ansatt", name: Text(nb: "ansatt", nn: "tilsett"), minimum: 1, maximum: 5, votes: false,
    chosenBy: Text(nb: "enhetslederen", nn: "einingsleiaren"))
}
