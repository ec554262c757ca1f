import Kernel

extension Preset {
  /// Ringebu: councils in school, kindergarten and health and care, whose representatives meet at
  /// the yearly forum (R002-R004).
  ///
  /// The source is silent on numbers, so the rule is wide.
  static let ringebu = Preset(
    code: "ringebu",
    words: [:],
    serviceAreas: usualServiceAreas,
    ruleSets: [
      RuleSet(
        code: "ringebu-brukerrad", name: Text(nb: "brukerråd", nn: "brukarråd"), sizes: [],
        termYears: 2, deputies: .none, quorum: .none, answerDays: 60,
        groups: [
          SeatGroup(
            code: "bruker", name: Text(nb: "brukerrepresentant", nn: "brukarrepresentant"),
            minimum: 2, maximum: 7, votes: true,
            chosenBy: Text(nb: "brukerne ved enheten", nn: "brukarane ved eininga")),
          staff,
        ],
        unitTypes: UnitType.allCases, isMandatory: false)
    ])
}
