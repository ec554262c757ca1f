import Kernel

/// Whom the council advises.
package enum AdvisedRole: String, RuleChoice {
  case unitLeader = "unit_leader"
  case sectionLeader = "section_leader"
  case chiefExecutive = "chief_executive"
  case body

  package var text: Text {
    switch self {
    case .unitLeader: Text(nb: "lederen for enheten", nn: "leiaren for eininga")
    case .sectionLeader: Text(nb: "lederen for tjenesten", nn: "leiaren for tenesta")
    case .chiefExecutive: Text(nb: "kommunedirektøren", nn: "kommunedirektøren")
    case .body: Text(nb: "et politisk organ", nn: "eit politisk organ")
    }
  }
}

/// What the council can decide by itself.
package enum DecisionPower: String, RuleChoice {
  case none
  case advisoryVote = "advisory_vote"
  /// Shares out funds, such as gifts (K11).
  case allocatesFunds = "allocates_funds"
  /// Decides, as Oslo's driftsstyrer do about the budget (K14).
  case full

  package var text: Text {
    switch self {
    case .none: Text(nb: "ingenting; rådet gir råd", nn: "ingenting; rådet gir råd")
    case .advisoryVote:
      Text(nb: "ingenting; rådet stemmer over råd", nn: "ingenting; rådet røystar over råd")
    case .allocatesFunds: Text(nb: "fordeler midler", nn: "fordeler midlar")
    case .full: Text(nb: "kan ta avgjørelser", nn: "kan ta avgjerder")
    }
  }
}

/// When an answer must give reasons; there is no choice never to.
package enum ReasonsRule: String, RuleChoice {
  case always
  /// When the advice is not followed, in whole or in part (R105).
  case whenNotFollowed = "when_not_followed"

  package var text: Text {
    switch self {
    case .always: Text(nb: "alltid", nn: "alltid")
    case .whenNotFollowed: Text(nb: "når rådet ikke følges", nn: "når rådet ikkje blir følgt")
    }
  }
}

/// Which politicians are asked to the council's meetings.
package enum InvitationRule: String, RuleChoice {
  case none, committee
  case supervisoryBoard = "supervisory_board"

  package var text: Text {
    switch self {
    case .none: Text(nb: "ingen", nn: "ingen")
    case .committee: Text(nb: "komiteen på feltet", nn: "komiteen på feltet")
    case .supervisoryBoard: Text(nb: "tilsynsutvalget", nn: "tilsynsutvalet")
    }
  }
}
