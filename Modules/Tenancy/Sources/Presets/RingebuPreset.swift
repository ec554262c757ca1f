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
        "ringebu-brukerrad", Text(nb: "brukerråd", nn: "brukarråd"),
        [
          SeatGroup(
            "bruker", Text(nb: "brukerrepresentant", nn: "brukarrepresentant"), .user,
            .range(2...7),
            by: .users,
            called: Text(nb: "brukerne ved enheten", nn: "brukarane ved eininga")),
          .staff(in: 1...5),
        ]
      ) {
        $0.unitTypes = UnitType.services
        $0.answerDays = 60
        $0.annualEvents = [.forum]
      }
    ])
}
