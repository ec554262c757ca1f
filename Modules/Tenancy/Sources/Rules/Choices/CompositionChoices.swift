import Kernel

/// Which deputies members have.
package enum DeputyRule: String, RuleChoice {
  case none
  /// One named deputy for each user representative (R093).
  case personal
  /// First, second and so on, for whoever is away (K25).
  case numbered
  /// One for all (K8).
  case shared
  /// Member and deputy change places at re-election (K10).
  case alternating

  package var text: Text {
    switch self {
    case .none: Text(nb: "ingen vara", nn: "ingen vara")
    case .personal:
      Text(nb: "personlig vara for hvert medlem", nn: "personleg vara for kvar medlem")
    case .numbered:
      Text(nb: "varaer i nummerert rekkefølge", nn: "varaer i nummerert rekkjefølgje")
    case .shared: Text(nb: "felles vara", nn: "felles vara")
    case .alternating:
      Text(
        nb: "vara og medlem bytter plass ved gjenvalg", nn: "vara og medlem byter plass ved attval")
    }
  }
}

/// Whether both sexes must be there in a certain share.
package enum GenderRule: String, RuleChoice {
  case none
  /// Kommuneloven chapter 7: at least 40 % of each.
  case fortyPercent = "koml_7"

  package var text: Text {
    switch self {
    case .none: Text(nb: "ingen regel", nn: "ingen regel")
    case .fortyPercent:
      Text(nb: "minst 40 prosent av hvert kjønn", nn: "minst 40 prosent av kvart kjønn")
    }
  }
}

/// How old members must be on the day of the election (kommuneloven § 5-12).
package enum AgeRule: String, RuleChoice {
  case none
  case mostAreSixty = "most_60"
  case allAreUnderNineteen = "all_under_19"

  package var text: Text {
    switch self {
    case .none: Text(nb: "ingen regel", nn: "ingen regel")
    case .mostAreSixty:
      Text(
        nb: "de fleste har fylt 60 år på valgdagen", nn: "dei fleste har fylt 60 år på valdagen")
    case .allAreUnderNineteen:
      Text(nb: "ingen har fylt 19 år på valgdagen", nn: "ingen har fylt 19 år på valdagen")
    }
  }
}

/// A body some law demands, which a council can be at the same time.
package enum StatutoryBody: String, RuleChoice {
  case cooperationCommittee = "su"
  case schoolEnvironmentCommittee = "smu"
  case kindergartenCooperation = "bhg_su"
  case pupilCouncil = "elevraad"
  case parentCommittee = "fau"

  package var text: Text {
    switch self {
    case .cooperationCommittee: Text(nb: "samarbeidsutvalg", nn: "samarbeidsutval")
    case .schoolEnvironmentCommittee: Text(nb: "skolemiljøutvalg", nn: "skulemiljøutval")
    case .kindergartenCooperation:
      Text(nb: "samarbeidsutvalg i barnehagen", nn: "samarbeidsutval i barnehagen")
    case .pupilCouncil: Text(nb: "elevråd", nn: "elevråd")
    case .parentCommittee:
      Text(nb: "foreldrerådets arbeidsutvalg (FAU)", nn: "arbeidsutvalet i foreldrerådet (FAU)")
    }
  }
}
