import Web

extension CouncilsModule {
  /// What can happen here, in words.
  package static let events = councilEvents + electionEvents

  private static let councilEvents = [
    EventKind(
      "council-constituted", nb: "Konstituerte et råd", nn: "Konstituerte eit råd",
      page: CouncilsPaths.council),
    EventKind(
      "organisation-added", nb: "La til en organisasjon", nn: "La til ein organisasjon"),
  ]
}
