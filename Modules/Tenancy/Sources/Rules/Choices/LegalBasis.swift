import Kernel

/// The law or the decision a council stands on (`norway.md` § 2.1); rights in its meetings follow
/// from it.
package enum LegalBasis: String, RuleChoice {
  /// The kommune's own decision, as with Trondheim's brukerråd (R091).
  case localDecision = "local_decision"
  case elderlyCouncil = "koml_5_12_eldre"
  case disabilityCouncil = "koml_5_12_funksjon"
  case youthCouncil = "koml_5_12_ungdom"
  case institutionBoard = "koml_5_10_institusjonsstyre"
  case pupilCouncil = "oppll_10_5_elevraad"
  case parentCommittee = "oppll_10_5_arbeidsutval"
  case kindergartenParents = "bhgl_4_foreldreraad"
  case kindergartenCooperation = "bhgl_4_samarbeidsutvalg"
  case healthAndCare = "helse_3_10"
  case nav = "nav_14"
  case other

  /// What a page calls it.
  package var text: Text {
    switch self {
    case .localDecision: Text(nb: "kommunens eget vedtak", nn: "kommunen sitt eige vedtak")
    case .elderlyCouncil:
      Text(nb: "kommuneloven § 5-12, eldreråd", nn: "kommunelova § 5-12, eldreråd")
    case .disabilityCouncil:
      Text(
        nb: "kommuneloven § 5-12, råd for personer med funksjonsnedsettelse",
        nn: "kommunelova § 5-12, råd for personar med funksjonsnedsetjing")
    case .youthCouncil:
      Text(nb: "kommuneloven § 5-12, ungdomsråd", nn: "kommunelova § 5-12, ungdomsråd")
    case .institutionBoard:
      Text(nb: "kommuneloven § 5-10, styre", nn: "kommunelova § 5-10, styre")
    case .pupilCouncil:
      Text(nb: "opplæringslova § 10-5, elevråd", nn: "opplæringslova § 10-5, elevråd")
    case .parentCommittee:
      Text(nb: "opplæringslova § 10-5, arbeidsutvalg", nn: "opplæringslova § 10-5, arbeidsutval")
    case .kindergartenParents:
      Text(nb: "barnehageloven § 4, foreldreråd", nn: "barnehagelova § 4, foreldreråd")
    case .kindergartenCooperation:
      Text(nb: "barnehageloven § 4, samarbeidsutvalg", nn: "barnehagelova § 4, samarbeidsutval")
    case .healthAndCare:
      Text(nb: "helse- og omsorgstjenesteloven § 3-10", nn: "helse- og omsorgstenestelova § 3-10")
    case .nav: Text(nb: "nav-loven § 14", nn: "nav-lova § 14")
    case .other: Text(nb: "annet", nn: "anna")
    }
  }
}
