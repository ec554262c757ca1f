/// Rules of real kommuner (`norway.md` § 3.1), for another kommune to start from.
package enum RuleLibrary {
  /// Every one, by code.
  package static let all =
    Preset.all.flatMap(\.ruleSets).filter { !others.map(\.code).contains($0.code) } + others

  private static let others: [RuleSet] = [
    .baerumCentral, .schoolEnvironment, .pupilCouncil, .parentCommittee, .schoolCooperation,
    .kindergartenCooperation, .siggerud, .cultureSchool, .parentsOfTheKommune,
    .elderlyCouncil, .disabilityCouncil, .youthCouncil, .jointStatutoryCouncil,
    .mentalHealthCouncil, .bodoNursingHome, .bodoServiceArea, .hadsel, .molde, .beiarn, .borgen,
    .porsanger, .hamar, .rakkestad, .ovreEiker, .alesund, .melhus, .stavanger, .eigersund,
    .schoolBoard, .upperSecondaryBoard, .seniorCentre,
  ]
}
