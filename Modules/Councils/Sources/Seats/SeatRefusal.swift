import Kernel
import Web

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
  /// What is wrong, and from when, if that is later than the change itself.
  case compositionBreaksTheRule([CompositionFault], from: Day? = nil)
  case seatIsOfAnotherGroup
  case firstDayIsLongAgo
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
    case .compositionBreaksTheRule(let faults, let day):
      faults.first.map { $0.text.from(day) } ?? Text(same: "")
    case .seatIsOfAnotherGroup:
      Text(
        nb: "Plassen er i en annen gruppe. Velg en ledig plass i samme gruppe.",
        nn: "Plassen er i ei anna gruppe. Vel ein ledig plass i same gruppe.",
        en: "The seat is in another group. Choose a vacant seat of the same group.")
    case .firstDayIsLongAgo:
      Text(
        nb: "Første dag er mer enn 90 dager siden. Se etter om datoen er riktig.",
        nn: "Første dag er meir enn 90 dagar sidan. Sjå etter om datoen er rett.",
        en: "The first day is more than 90 days ago. Check the date.")
    case .termsOverlap(let day):
      Text(
        nb:
          "En periode varer til \(Moment.text(day, in: .bokmål)). La den nye begynne dagen etter.",
        nn:
          "Ein periode varer til \(Moment.text(day, in: .nynorsk)). La den nye byrje dagen etter.",
        en: "A term lasts until \(day). Let the new one begin the day after.")
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
    case .firstDayIsOutsideTheTerm, .firstDayIsLongAgo, .seatIsNotVacant:
      [FieldProblem("firstDay", text)]
    case .seatIsOfAnotherGroup: [FieldProblem("replaces", text)]
    case .compositionBreaksTheRule(let faults, let day):
      faults.map { FieldProblem($0.problem.field, $0.text.from(day)) }
    case .termsOverlap: [FieldProblem("termStart", text)]
    case .memberMayNotSitLonger(let place, _):
      [FieldProblem(place.isEmpty ? "email" : "\(place).email", text)]
    case .seatIsHeldNoMore, .memberHasLeftAlready, .seatIsTakenOverAlready: []
    }
  }
}

extension Text {
  /// The same, said of a later day: `Fra 1. mars 2027: …`.
  fileprivate func from(_ day: Day?) -> Text {
    guard let day else { return self }
    return Text(
      nb: "Fra \(Moment.text(day, in: .bokmål)): \(nb)",
      nn: "Frå \(Moment.text(day, in: .nynorsk)): \(nn)", en: "From \(day): \(en)")
  }
}
