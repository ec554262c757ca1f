import Kernel

/// Why a change to those who sit in a council is refused.
package enum SeatRefusal: Refusal, Equatable {
  case seatIsHeldNoMore
  case lastDayIsOutsideTheTerm
  case lastDayIsLongAgo
  case memberHasLeftAlready
  case groupIsUnknown([String])
  case firstDayIsOutsideTheTerm
  case seatIsTakenOverAlready
  case seatIsNotVacant
  case compositionBreaksTheRule([CompositionFault])
  case termsOverlap(until: Day)
  case memberMayNotSitLonger(at: String, terms: Int)

  package var kind: RefusalKind {
    switch self {
    case .seatIsHeldNoMore, .memberHasLeftAlready, .seatIsTakenOverAlready: .conflict
    default: .invalid
    }
  }

  package var text: Text {
    switch self {
    case .seatIsHeldNoMore:
      Text(
        nb: "Perioden for denne plassen er over. Velg et medlem som sitter nå.",
        nn: "Perioden for denne plassen er over. Vel ein medlem som sit no.",
        en: "The term of this seat is over. Choose a member who sits today.")
    case .lastDayIsOutsideTheTerm:
      Text(
        nb: "Siste dag må være i medlemmets periode, og før den ellers ville vært over.",
        nn: "Siste dag må vere i perioden til medlemmen, og før han elles ville vore over.",
        en: "The last day must be within the member's term, and before the term ends anyway.")
    case .lastDayIsLongAgo:
      Text(
        nb: "Siste dag er mer enn 90 dager siden. Se etter om datoen er riktig.",
        nn: "Siste dag er meir enn 90 dagar sidan. Sjå etter om datoen er rett.",
        en: "The last day is more than 90 days ago. Check the date.")
    case .memberHasLeftAlready:
      Text(
        nb: "Det er allerede registrert at medlemmet slutter.",
        nn: "Det er allereie registrert at medlemmen sluttar.",
        en: "That the member leaves is recorded already.")
    case .groupIsUnknown(let codes):
      Text(
        nb: "Denne gruppen finnes ikke i reglene. Bruk en av: \(codes.joined(separator: ", ")).",
        nn: "Denne gruppa finst ikkje i reglane. Bruk ei av: \(codes.joined(separator: ", ")).",
        en: "The rules have no such group. Use one of: \(codes.joined(separator: ", ")).")
    case .firstDayIsOutsideTheTerm:
      Text(
        nb: "Første dag må være i perioden som rådet er valgt for.",
        nn: "Første dag må vere i perioden som rådet er valt for.",
        en: "The first day must be within the term the council is elected for.")
    case .seatIsTakenOverAlready:
      Text(
        nb: "En annen har allerede overtatt denne plassen.",
        nn: "Ein annan har allereie teke over denne plassen.",
        en: "Somebody has taken this seat over already.")
    case .seatIsNotVacant:
      Text(
        nb: "Plassen er ikke ledig den dagen. Velg en dag etter at medlemmet har sluttet.",
        nn: "Plassen er ikkje ledig den dagen. Vel ein dag etter at medlemmen har slutta.",
        en: "The seat is not vacant on that day. Choose a day after the member has left.")
    case .compositionBreaksTheRule(let faults): faults.first?.text ?? Text(same: "")
    case .termsOverlap(let day):
      Text(
        nb: "Perioden som går nå, varer til \(day). La den nye begynne dagen etter.",
        nn: "Perioden som går no, varer til \(day). La den nye byrje dagen etter.",
        en: "The term that runs lasts until \(day). Let the new one begin the day after.")
    case .memberMayNotSitLonger(_, let terms):
      Text(
        nb: "Medlemmet har sittet så lenge reglene tillater (\(terms)). Velg en annen.",
        nn: "Medlemmen har sete så lenge reglane tillèt (\(terms)). Vel ein annan.",
        en: "The member has sat for as many terms as the rules allow (\(terms)). Choose another.")
    }
  }

  package var fields: [FieldProblem] {
    switch self {
    case .lastDayIsOutsideTheTerm, .lastDayIsLongAgo: [FieldProblem("lastDay", text)]
    case .groupIsUnknown: [FieldProblem("group", text)]
    case .firstDayIsOutsideTheTerm, .seatIsNotVacant: [FieldProblem("firstDay", text)]
    case .compositionBreaksTheRule(let faults): faults.map(\.problem)
    case .termsOverlap: [FieldProblem("termStart", text)]
    case .memberMayNotSitLonger(let place, _):
      [FieldProblem(place.isEmpty ? "email" : "\(place).email", text)]
    case .seatIsHeldNoMore, .memberHasLeftAlready, .seatIsTakenOverAlready: []
    }
  }
}
