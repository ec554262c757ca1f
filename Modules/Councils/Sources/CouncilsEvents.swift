import Web

extension CouncilsModule {
  /// What can happen here, in words.
  package static let events = councilEvents + electionEvents

  private static let councilEvents = [
    EventKind(
      "council-constituted", nb: "Konstituerte et råd", nn: "Konstituerte eit råd",
      page: CouncilsPaths.council),
    EventKind(
      "council-corrected", nb: "Rettet navnet eller grunnlaget til et råd",
      nn: "Retta namnet eller grunnlaget til eit råd", page: CouncilsPaths.council),
    EventKind(
      "deviations-changed", nb: "Endret hvordan et råd avviker fra reglene",
      nn: "Endra korleis eit råd avvik frå reglane", page: CouncilsPaths.deviations),
    EventKind("rule-set-changed", nb: "Endret et regelsett", nn: "Endra eit regelsett"),
    EventKind(
      "council-status-changed", nb: "Endret statusen til et råd", nn: "Endra statusen til eit råd",
      page: CouncilsPaths.council),
    EventKind("councils-imported", nb: "Leste inn råd fra en fil", nn: "Las inn råd frå ei fil"),
    EventKind("council-import-tried", nb: "Prøvde en fil med råd", nn: "Prøvde ei fil med råd"),
    EventKind(
      "council-renewed", nb: "Valgte et råd for en ny periode",
      nn: "Valde eit råd for ein ny periode", page: CouncilsPaths.council),
    EventKind(
      "member-left", nb: "Førte at et medlem slutter", nn: "Førte at ein medlem sluttar",
      page: CouncilsPaths.council),
    EventKind(
      "deputy-stepped-in", nb: "Varaen overtok plassen", nn: "Varaen tok over plassen",
      page: CouncilsPaths.council),
    EventKind(
      "seat-filled", nb: "Fylte en plass i et råd", nn: "Fylte ein plass i eit råd",
      page: CouncilsPaths.council),
    EventKind(
      "deputy-named", nb: "Pekte ut en vara", nn: "Peikte ut ein vara",
      page: CouncilsPaths.council),
    EventKind(
      "deputies-added", nb: "Pekte ut varaer for rådet", nn: "Peikte ut varaer for rådet",
      page: CouncilsPaths.council),
    EventKind(
      "deputy-left", nb: "Førte at en vara slutter", nn: "Førte at ein vara sluttar",
      page: CouncilsPaths.council),
    EventKind(
      "term-reminded", nb: "Minnet om at en periode er over snart",
      nn: "Minte om at ein periode er over snart", page: CouncilsPaths.council),
    EventKind(
      "leaders-chosen", nb: "Valgte leder", nn: "Valde leiar", page: CouncilsPaths.council),
    EventKind(
      "welcome-changed", nb: "Endret velkomstteksten", nn: "Endra velkomstteksten"),
    EventKind(
      "confidentiality-demanded", nb: "Ba om taushetserklæring",
      nn: "Bad om teieplikterklæring"),
    EventKind(
      "declaration-signed", nb: "Skrev under taushetserklæringen",
      nn: "Skreiv under teieplikterklæringa"),
    EventKind(
      "training-recorded", nb: "Førte opp opplæring", nn: "Førte opp opplæring",
      page: CouncilsPaths.council),
    EventKind(
      "organisation-added", nb: "La til en organisasjon", nn: "La til ein organisasjon"),
    EventKind(
      "representatives-listed", nb: "Så på lista over representanter",
      nn: "Såg på lista over representantar"),
    EventKind(
      "representatives-exported", nb: "Lastet ned lista over representanter",
      nn: "Lasta ned lista over representantar"),
  ]
}
