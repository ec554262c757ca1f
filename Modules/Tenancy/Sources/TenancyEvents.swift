import Web

extension TenancyModule {
  /// What can happen here, in words.
  package static let events = [
    EventKind("units-imported", nb: "Leste inn enheter", nn: "Las inn einingar"),
    EventKind("rule-set-added", nb: "La til et regelsett", nn: "La til eit regelsett"),
    EventKind(
      "rules-withdrawn", nb: "Trakk tilbake en regelendring", nn: "Trekte tilbake ei regelendring"),
    EventKind(
      "duty-holder-set", nb: "Registrerte ansvaret for medvirkning",
      nn: "Registrerte ansvaret for medverknad", page: TenancyPaths.unit),
    EventKind(
      "info-link-set", nb: "Endret lenken om en type råd", nn: "Endra lenkja om ein type råd"),
    EventKind(
      "user-group-added", nb: "La til en brukergruppe", nn: "La til ei brukargruppe"),
    EventKind(
      "user-group-renamed", nb: "Ga en brukergruppe nytt navn", nn: "Gav ei brukargruppe nytt namn"),
    EventKind("user-group-removed", nb: "Fjernet en brukergruppe", nn: "Fjerna ei brukargruppe"),
  ]
}
