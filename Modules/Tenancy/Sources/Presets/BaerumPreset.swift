import Kernel

extension Preset {
  /// Bærum: a council at several of the units (R043), normally users or their representatives, the
  /// virksomhetsleder and staff, with no fixed number (R044).
  static let bærum = Preset(
    code: "baerum",
    words: [.unitLeader: Text(nb: "virksomhetsleder", nn: "verksemdsleiar")],
    serviceAreas: usualServiceAreas,
    ruleSets: [
      rules(
        "baerum-skole", Text(nb: "brukerråd ved skole", nn: "brukarråd ved skule"), [.school],
        [
          group("forelder", Text(nb: "forelder", nn: "forelder"), "FAU"),
          group("elev", Text(nb: "elev", nn: "elev"), "elevrådet"),
        ]),
      rules(
        "baerum-tjeneste", Text(nb: "brukerråd", nn: "brukarråd"),
        [.kindergarten, .nursingHome, .homeCare, .housing, .dayCentre, .other],
        [
          group("bruker", Text(nb: "bruker", nn: "brukar"), "tjenesten"),
          group("representant", Text(nb: "representant", nn: "representant"), "tjenesten"),
        ]),
    ])

  private static func rules(
    _ code: String, _ name: Text, _ types: [UnitType], _ groups: [SeatGroup]
  ) -> RuleSet {
    RuleSet(
      code: code, name: name, sizes: [], termYears: 2, deputies: .none, quorum: .half,
      answerDays: 45, groups: groups + [staff], unitTypes: types, isMandatory: false)
  }

  private static func group(_ code: String, _ name: Text, _ chosenBy: String) -> SeatGroup {
    SeatGroup(
      code: code, name: name, minimum: 1, maximum: 6, votes: true, chosenBy: Text(same: chosenBy))
  }
}
