import Kernel

extension RecordAttendance {
  /// Why attendance is not recorded.
  package enum Refusal: Kernel.Refusal {
    case meetingIsNotOpen
    case aBallotIsOpen
    case votesHaveBeenCast
    case personHasNoSeatHere
    case memberAndDeputyCannotBothMeet

    package var kind: RefusalKind {
      switch self {
      case .personHasNoSeatHere, .memberAndDeputyCannotBothMeet: .invalid
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
          nb: "Et medlem og medlemmets personlige vara kan ikke begge møte. Velg en av dem.",
          nn: "Ein medlem og den personlege varaen kan ikkje begge møte. Vel ein av dei.",
          en: "A member and the personal deputy cannot both meet. Choose one of them.")
      }
    }
  }
}
