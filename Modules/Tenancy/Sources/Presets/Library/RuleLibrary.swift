import Kernel
import Web

/// Rules of real kommuner (`norway.md` § 3.1), for another kommune to start from.
package enum RuleLibrary {
  /// Every one, with where it comes from.
  static let entries = sources.flatMap { origin, rules in
    rules.map { LibraryEntry(origin: origin, rules: $0) }
  }

  /// The rules alone.
  package static let all = entries.map(\.rules)

  private static let sources: [(origin: Text, rules: [RuleSet])] = [
    (
      Text(same: "Trondheim"),
      Preset.trondheim.ruleSets + [.mentalHealthCouncil, .parentsOfTheKommune]
    ),
    (Text(same: "Bærum"), Preset.bærum.ruleSets.filter { $0.code.hasPrefix("baerum") }),
    (Text(same: "Ringebu"), Preset.ringebu.ruleSets),
    (
      Text(nb: "fra loven", nn: "frå lova"),
      [
        .schoolEnvironment, .pupilCouncil, .parentCommittee, .schoolCooperation,
        .kindergartenCooperation, .elderlyCouncil, .disabilityCouncil, .youthCouncil,
      ]
    ),
    (Text(same: "Vestre Slidre"), [.jointStatutoryCouncil]),
    (Text(same: "Nordre Follo"), [.siggerud]),
    (Text(same: "Tromsø"), [.cultureSchool]),
    (Text(same: "Bodø"), [.bodoNursingHome, .bodoServiceArea]),
    (Text(same: "Hadsel"), [.hadsel]),
    (Text(same: "Molde"), [.molde]),
    (Text(same: "Beiarn"), [.beiarn]),
    (Text(same: "Asker"), [.borgen]),
    (Text(same: "Porsanger"), [.porsanger]),
    (Text(same: "Hamar"), [.hamar]),
    (Text(same: "Rakkestad"), [.rakkestad]),
    (Text(same: "Øvre Eiker"), [.ovreEiker]),
    (Text(same: "Ålesund"), [.alesund]),
    (Text(same: "Melhus"), [.melhus]),
    (Text(same: "Stavanger"), [.stavanger]),
    (Text(same: "Eigersund"), [.eigersund]),
    (Text(same: "Oslo"), [.schoolBoard, .upperSecondaryBoard, .seniorCentre]),
  ]
}

/// A type of council to start from, and the kommune whose rules these are.
package struct LibraryEntry: JSONRecord {
  package let origin: Text
  package let rules: RuleSet

  package static let shape = Shape<LibraryEntry>(
    "LibraryEntry",
    [
      Field("library", "The code to start from it by.") { $0.rules.code },
      Field("origin", "The kommune whose rules these are, or the law, in bokmål.") { $0.origin.nb },
      Field("ruleSet", "The rules.") { $0.rules },
    ])
}
