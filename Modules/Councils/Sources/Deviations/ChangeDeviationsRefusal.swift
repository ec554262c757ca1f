import Kernel

extension ChangeDeviations {
  /// Why a council does not deviate so.
  package enum Refusal: Kernel.Refusal, Equatable {
    case nothingIsChanged
    case giveAReason
    case decisionIsStillToCome
    case dayIsFarFromToday
    case councilWouldNotFit([Text])

    package var kind: RefusalKind {
      if case .councilWouldNotFit = self { .conflict } else { .invalid }
    }

    package var text: Text {
      switch self {
      case .nothingIsChanged:
        Text(
          nb: "Ingenting er endret. Rådet avviker slik fra før.",
          nn: "Ingenting er endra. Rådet avvik slik frå før.",
          en: "Nothing is changed. The council deviates so already.")
      case .giveAReason:
        Text(
          nb: "Skriv hvorfor, med minst ti tegn. Grunnen blir stående.",
          nn: "Skriv kvifor, med minst ti teikn. Grunnen blir ståande.",
          en: "Write why, in ten characters or more. The reason stays.")
      case .decisionIsStillToCome:
        Text(
          nb: "Dagen det ble bestemt, har ikke vært ennå. Se etter om datoen er riktig.",
          nn: "Dagen det vart bestemt, har ikkje vore enno. Sjå etter om datoen er rett.",
          en: "The day of the decision is still to come. Check the date.")
      case .dayIsFarFromToday:
        Text(
          nb: "Dagen er mer enn 90 dager siden eller to år fram. Se etter om datoen er riktig.",
          nn: "Dagen er meir enn 90 dagar sidan eller to år fram. Sjå etter om datoen er rett.",
          en: "The day is more than 90 days ago or two years ahead. Check the date.")
      case .councilWouldNotFit(let faults):
        Text(
          nb: "De som sitter i rådet, ville ikke lenger passe. \(list(faults, .bokmål)) Velg en "
            + "senere dag, og sett rådet riktig sammen innen da.",
          nn: "Dei som sit i rådet, ville ikkje lenger passe. \(list(faults, .nynorsk)) Vel ein "
            + "seinare dag, og set rådet rett saman innan då.",
          en: "Those who sit there would no longer fit. \(faults.map(\.en).joined(separator: " ")) "
            + "Choose a later day, and put the council right by then.")
      }
    }

    private func list(_ faults: [Text], _ language: Language) -> String {
      faults.map { $0[language] }.joined(separator: " ")
    }

    package var fields: [FieldProblem] {
      switch self {
      case .nothingIsChanged: []
      case .giveAReason: [FieldProblem("reason", text)]
      case .decisionIsStillToCome: [FieldProblem("decidedOn", text)]
      case .dayIsFarFromToday, .councilWouldNotFit: [FieldProblem("validFrom", text)]
      }
    }
  }
}
