import Kernel
import Web

extension RuleSet {
  /// Every question about a type of council, as the pages ask them.
  package static let sections = [
    foundation, composition, election, offices, meetings, advice, year,
  ]

  /// Every question, in one list.
  package static let fields = sections.flatMap(\.fields)

  /// The questions in which two rule sets differ.
  package func differences(from other: RuleSet) -> [RuleField] {
    Self.fields.filter { $0.words(self) != $0.words(other) }
  }
}

extension RuleSet: JSONRecord {
  package static let shape = Shape<RuleSet>(
    "RuleSet",
    [
      Field("code", "Its code, to name it by.") { $0.code },
      Field("version", "Counts its changes, from 1.") { $0.version },
      Field("name", "What the type of council is called, in bokmål.") { $0.name.nb },
      Field("nameNn", "What the type of council is called, in nynorsk.") { $0.name.nn },
      Field("unitTypes", "The kinds of units it is for.") { $0.unitTypes },
      Field("isMandatory", "Whether every such unit shall have a council.") { $0.isMandatory },
      Field("groups", "The groups of seats.") { $0.groups },
    ] + fields.map(\.json))
}
