import Kernel

extension RecordAttendance {
  /// Why attendance is not recorded.
  package enum Refusal: Kernel.Refusal {
    case meetingIsNotOpen
    case aBallotIsOpen
    case votesHaveBeenCast
    case personHasNoSeatHere
    case memberAndDeputyCannotBothMeet
    case nobodyIsAway

    package var kind: RefusalKind {
      switch self {
      case .personHasNoSeatHere, .memberAndDeputyCannotBothMeet, .nobodyIsAway: .invalid
      case .meetingIsNotOpen, .aBallotIsOpen, .votesHaveBeenCast: .conflict
      }
    }

    package var fields: [FieldProblem] {
      kind == .invalid ? [FieldProblem("present", text)] : []
    }

    package var text: Text {
      switch self {
      case .meetingIsNotOpen:
        Text(
          nb: "Møtet er ikke åpent. Åpne det før dere fører fremmøtet.",
          nn: "Møtet er ikkje ope. Opne det før de fører frammøtet.",
          en: "The meeting is not open. Open it before attendance is recorded.")
      case .aBallotIsOpen:
        Text(
          nb: "En avstemning er åpen. Avslutt den før dere endrer fremmøtet.",
          nn: "Ei avrøysting er open. Avslutt ho før de endrar frammøtet.",
          en: "A ballot is open. Close it before attendance is changed.")
      case .votesHaveBeenCast:
        Text(
          nb: "Det er stemt i møtet, så de som er ført, står. Før opp dem som kommer til, og skriv"
            + " i referatet hvem som går.",
          nn: "Det er røysta i møtet, så dei som er førte, står. Før opp dei som kjem til, og skriv"
            + " i referatet kven som går.",
          en: "Votes have been cast, so those recorded stand. Add who comes late, and write into"
            + " the minutes who leaves.")
      case .personHasNoSeatHere:
        Text(
          nb: "En av dem har ikke plass i rådet. Velg blant medlemmer, varaer og enhetslederen.",
          nn: "Ein av dei har ikkje plass i rådet. Vel blant medlemer, varaer og einingsleiaren.",
          en: "One of them has no seat here. Choose among members, deputies and the unit leader.")
      case .memberAndDeputyCannotBothMeet:
        Text(
          nb: "Et medlem og den som er vara for medlemmet, kan ikke begge møte. Velg en av dem.",
          nn: "Ein medlem og den som er vara for medlemmen, kan ikkje begge møte. Vel ein av dei.",
          en: "A member and the deputy in their place cannot both meet. Choose one of them.")
      case .nobodyIsAway:
        Text(
          nb: "Ingen plass er ledig for en av varaene. Ta bort den som ikke trengs.",
          nn: "Ingen plass er ledig for ein av varaene. Ta bort den som ikkje trengst.",
          en: "No seat is free for one of the deputies. Leave out whoever is not needed.")
      }
    }
  }
}
