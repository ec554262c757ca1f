import Web

extension CouncilsModule {
  /// What can happen here, in words.
  package static let events = [
    EventKind(
      "council-constituted", nb: "Konstituerte et råd", nn: "Konstituerte eit råd",
      page: CouncilsPaths.council),
    EventKind(
      "council-status-changed", nb: "Endret statusen til et råd", nn: "Endra statusen til eit råd",
      page: CouncilsPaths.council),
    EventKind("councils-imported", nb: "Leste inn råd fra en fil", nn: "Las inn råd frå ei fil"),
    EventKind("council-import-tried", nb: "Prøvde en fil med råd", nn: "Prøvde ei fil med råd"),
    EventKind(
      "organisation-added", nb: "La til en organisasjon", nn: "La til ein organisasjon"),
  ]
}
