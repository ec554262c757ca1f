import Kernel

extension ChangeCouncilStatus {
  /// Why a council stays what it is.
  package enum Refusal: Kernel.Refusal, Equatable {
    case councilIsDissolved
    case councilIsSoAlready(CouncilStatus)
    case councilsAreFormedByElections
    case giveAReason
    case sayWhoDecided
    case sayWhoTakesOver
    case successorCannotTakeOver
    case onlyTheDissolvedAreSucceeded
    case dayDoesNotFit

    package var kind: RefusalKind {
      switch self {
      case .councilIsDissolved, .councilIsSoAlready, .councilsAreFormedByElections: .conflict
      default: .invalid
      }
    }

    package var fields: [FieldProblem] {
      switch self {
      case .councilIsDissolved: []
      case .councilIsSoAlready, .councilsAreFormedByElections: [FieldProblem("status", text)]
      case .giveAReason: [FieldProblem("reason", text)]
      case .sayWhoDecided: [FieldProblem("decidedBy", text)]
      case .sayWhoTakesOver: [FieldProblem("nobodyTakesOver", text)]
      case .successorCannotTakeOver, .onlyTheDissolvedAreSucceeded:
        [FieldProblem("successor", text)]
      case .dayDoesNotFit: [FieldProblem("validFrom", text)]
      }
    }

    package var text: Text {
      switch self {
      case .councilIsDissolved:
        Text(
          nb: "Rådet er nedlagt og kan ikke settes i arbeid igjen. Opprett et nytt råd.",
          nn: "Rådet er nedlagt og kan ikkje setjast i arbeid att. Opprett eit nytt råd.",
          en: "The council is dissolved for good. Constitute a new one.")
      case .councilIsSoAlready(let status):
        Text(
          nb: "Rådet er allerede \(status.text.nb). Velg noe annet, eller la det være.",
          nn: "Rådet er alt \(status.text.nn). Vel noko anna, eller lat det vere.",
          en: "The council is \(status.text.en) already. Choose something else.")
      case .councilsAreFormedByElections:
        Text(
          nb: "Et råd under dannelse blir til når valgene er avgjort. Det kan bare legges ned her.",
          nn:
            "Eit råd under skiping blir til når vala er avgjorde. Det kan berre leggjast ned her.",
          en: "A council being formed begins when its elections are settled; here it can only be"
            + " dissolved.")
      case .giveAReason:
        Text(
          nb: "Skriv hvorfor, med minst ti bokstaver. Grunnen blir stående.",
          nn: "Skriv kvifor, med minst ti bokstavar. Grunnen blir ståande.",
          en: "Write why, in ten letters or more. The reason stays.")
      case .sayWhoDecided:
        Text(
          nb: "Skriv hvem som har bestemt at rådet legges ned.",
          nn: "Skriv kven som har bestemt at rådet blir lagt ned.",
          en: "Write who decided to dissolve the council.")
      case .sayWhoTakesOver:
        Text(
          nb: "Velg rådet som tar over, eller skriv hvorfor ingen gjør det.",
          nn: "Vel rådet som tek over, eller skriv kvifor ingen gjer det.",
          en: "Name the council that takes over, or write why none does.")
      case .successorCannotTakeOver:
        Text(
          nb: "Dette rådet kan ikke ta over. Velg et annet som ikke er nedlagt.",
          nn: "Dette rådet kan ikkje ta over. Vel eit anna som ikkje er nedlagt.",
          en: "This council cannot take over. Choose another that is not dissolved.")
      case .onlyTheDissolvedAreSucceeded:
        Text(
          nb: "Bare et råd som legges ned, har noen som tar over. La feltene stå tomme.",
          nn: "Berre eit råd som blir lagt ned, har nokon som tek over. Lat felta stå tomme.",
          en: "Only a council that is dissolved is taken over from. Leave that out.")
      case .dayDoesNotFit:
        Text(
          nb: "Dagen må være i dag eller før, og ikke før forrige endring.",
          nn: "Dagen må vere i dag eller før, og ikkje før den førre endringa.",
          en: "The day must be today or earlier, and not before the last change.")
      }
    }
  }
}
