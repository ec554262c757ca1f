import Web

extension CouncilsModule {
  /// What can happen here, in words.
  package static let events = [
    EventKind(
      "council-constituted", nb: "Konstituerte et råd", nn: "Konstituerte eit råd",
      page: CouncilsPaths.council),
    EventKind("rule-set-changed", nb: "Endret et regelsett", nn: "Endra eit regelsett"),
    EventKind(
      "organisation-added", nb: "La til en organisasjon", nn: "La til ein organisasjon"),
  ]
}
