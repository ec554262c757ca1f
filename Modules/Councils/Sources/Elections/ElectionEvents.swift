import Web

extension CouncilsModule {
  /// What can happen in elections, in words.
  static let electionEvents = [
    EventKind(
      "council-formed", nb: "Begynte å danne et råd", nn: "Byrja å skipe eit råd",
      page: CouncilsPaths.elections),
    EventKind(
      "election-called", nb: "Lyste ut et valg", nn: "Lyste ut eit val",
      page: CouncilsPaths.election),
    EventKind(
      "candidate-nominated", nb: "Førte opp en kandidat", nn: "Førte opp ein kandidat",
      page: CouncilsPaths.election),
    EventKind(
      "candidate-withdrawn", nb: "Tok bort en kandidat", nn: "Tok bort ein kandidat",
      page: CouncilsPaths.election),
    EventKind(
      "election-postponed", nb: "Ga et valg nye dager", nn: "Gav eit val nye dagar",
      page: CouncilsPaths.election),
    EventKind(
      "written-ballot-demanded", nb: "Førte krav om skriftlig valg",
      nn: "Førte krav om skriftleg val", page: CouncilsPaths.election),
    EventKind(
      "votes-counted", nb: "Førte en opptelling", nn: "Førte ei oppteljing",
      page: CouncilsPaths.election),
    EventKind(
      "tie-broken", nb: "Førte hvem som kom først av dem med like mange stemmer",
      nn: "Førte kven som kom først av dei med like mange røyster", page: CouncilsPaths.election),
    EventKind(
      "tie-confirmed", nb: "Bekreftet hvem som kom først av dem med like mange stemmer",
      nn: "Stadfesta kven som kom først av dei med like mange røyster",
      page: CouncilsPaths.election),
    EventKind(
      "election-set-aside", nb: "Satte et valg til side", nn: "Sette eit val til side",
      page: CouncilsPaths.election),
    EventKind(
      "election-confirmed", nb: "Bekreftet et valg", nn: "Stadfesta eit val",
      page: CouncilsPaths.election),
    EventKind(
      "election-answered", nb: "Førte svaret fra en som er valgt",
      nn: "Førte svaret frå ein som er vald", page: CouncilsPaths.election),
    EventKind(
      "election-settled", nb: "Et valg ble avgjort", nn: "Eit val blei avgjort",
      page: CouncilsPaths.election),
    EventKind(
      "election-cancelled", nb: "Avlyste et valg", nn: "Avlyste eit val",
      page: CouncilsPaths.election),
    EventKind(
      "elected-seated", nb: "Ga de valgte plassene sine", nn: "Gav dei valde plassane sine",
      page: CouncilsPaths.election),
    EventKind(
      "interest-registered", nb: "Meldte interesse for et råd", nn: "Melde interesse for eit råd"),
    EventKind(
      "interest-removed", nb: "Slettet en interessemelding", nn: "Sletta ei interessemelding"),
  ]
}
