import Kernel

extension ConstituteCouncil {
  /// Why a council is not constituted.
  package enum Refusal: Kernel.Refusal {
    case compositionBreaksTheRule([CompositionFault])
    case unitHasACouncilOfThatName
    case ruleSetIsUnknown
    case ruleSetIsForOtherUnits
    case noRuleSetIsForThisUnit
    case nameTheRuleSet([String])
    case termIsFarFromToday

    package var kind: RefusalKind { self == .unitHasACouncilOfThatName ? .conflict : .invalid }

    package var text: Text {
      switch self {
      case .compositionBreaksTheRule(let faults): sum(of: faults)
      case .unitHasACouncilOfThatName:
        Text(
          nb: "Enheten har allerede et råd med dette navnet. Velg et annet navn.",
          nn: "Eininga har alt eit råd med dette namnet. Vel eit anna namn.",
          en: "The unit has a council of this name. Choose another name.")
      case .ruleSetIsUnknown:
        Text(
          nb: "Kommunen har ikke dette regelsettet. Velg et annet.",
          nn: "Kommunen har ikkje dette regelsettet. Vel eit anna.",
          en: "The kommune has no such rule set. See /rule-sets.")
      case .ruleSetIsForOtherUnits:
        Text(
          nb: "Regelsettet gjelder andre slags enheter. Velg et annet.",
          nn: "Regelsettet gjeld andre slags einingar. Vel eit anna.",
          en: "The rule set is for other kinds of units. See /rule-sets.")
      case .noRuleSetIsForThisUnit:
        Text(
          nb: "Kommunen har ingen regler for råd ved slike enheter. Spør administratoren.",
          nn: "Kommunen har ingen reglar for råd ved slike einingar. Spør administratoren.",
          en: "The kommune has no rule set for this kind of unit. Ask its administrator.")
      case .nameTheRuleSet(let codes):
        Text(
          nb: "Flere regelsett passer. Velg ett: \(codes.joined(separator: ", ")).",
          nn: "Fleire regelsett passar. Vel eitt: \(codes.joined(separator: ", ")).",
          en: "Several rule sets fit. Name one: \(codes.joined(separator: ", ")).")
      case .termIsFarFromToday:
        Text(
          nb: "Perioden begynner mer enn ti år fra i dag. Se etter om året er riktig.",
          nn: "Perioden byrjar meir enn ti år frå i dag. Sjå etter om året er rett.",
          en: "The term starts more than ten years from today. Check the year.")
      }
    }

    package var fields: [FieldProblem] {
      switch self {
      case .compositionBreaksTheRule(let faults): faults.map(\.problem)
      case .unitHasACouncilOfThatName: [FieldProblem("name", text)]
      case .ruleSetIsUnknown, .ruleSetIsForOtherUnits, .nameTheRuleSet:
        [FieldProblem("ruleSet", text)]
      case .noRuleSetIsForThisUnit: [FieldProblem("unit", text)]
      case .termIsFarFromToday: [FieldProblem("termStart", text)]
      }
    }

    /// The first fault in full, because a program may only show the title.
    private func sum(of faults: [CompositionFault]) -> Text {
      let first = faults.first?.text ?? Text(same: "")
      let more = faults.count - 1
      return Text(
        nb: "Rådet er ikke satt sammen etter reglene. \(first.nb)"
          + (more > 0 ? " Feil til: \(more)." : ""),
        nn: "Rådet er ikkje sett saman etter reglane. \(first.nn)"
          + (more > 0 ? " Feil til: \(more)." : ""),
        en: "The council is not composed by its rules. \(first.en)"
          + (more > 0 ? " More faults: \(more)." : ""))
    }
  }
}

extension ConstituteCouncil.Refusal: Equatable {}
