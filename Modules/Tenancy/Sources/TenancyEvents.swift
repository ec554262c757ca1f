import Web

extension TenancyModule {
  /// What can happen here, in words.
  package static let events = [
    EventKind("units-imported", nb: "Leste inn enheter", nn: "Las inn einingar"),
    EventKind("rule-set-added", nb: "La til et regelsett", nn: "La til eit regelsett"),
  ]
}
