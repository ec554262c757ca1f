import Kernel

/// How long members sit.
package enum TermRule: String, RuleChoice {
  /// A number of years from the day they are chosen.
  case years
  /// As long as kommunestyret, to the next local election (K6, K11, K12).
  case electionPeriod = "election_period"
  /// A number of years, with half of the seats up for election in turn (K17).
  case rollingHalf = "rolling_half"

  package var text: Text {
    switch self {
    case .years: Text(nb: "et antall år", nn: "eit tal år")
    case .electionPeriod: Text(nb: "til neste kommunevalg", nn: "til neste kommuneval")
    case .rollingHalf:
      Text(nb: "et antall år, halve rådet om gangen", nn: "eit tal år, halve rådet om gongen")
    }
  }
}

/// Who fills an office in a council.
package enum OfficeRule: String, RuleChoice {
  case none
  /// Chosen by the members.
  case members
  /// The leader of the unit or the service, who may have no seat (K5, K8).
  case unitLeader = "unit_leader"
  /// Named by a body outside, such as bystyret (K6).
  case appointed
  /// Whoever holds another office (K20).
  case exOfficio = "ex_officio"

  package var text: Text {
    switch self {
    case .none: Text(nb: "ingen", nn: "ingen")
    case .members: Text(nb: "velges av rådet", nn: "blir vald av rådet")
    case .unitLeader:
      Text(nb: "lederen for enheten eller tjenesten", nn: "leiaren for eininga eller tenesta")
    case .appointed: Text(nb: "pekes ut av andre", nn: "blir peikt ut av andre")
    case .exOfficio: Text(nb: "følger et annet verv", nn: "følgjer eit anna verv")
    }
  }
}

/// Who chooses the members of a group (R095-R098).
package enum ElectingBody: String, RuleChoice {
  case parentCommittee = "fau"
  case pupilCouncil = "elevraad"
  case parentsMeeting = "foreldreraad"
  case users, staff, members
  case assembly
  case cityDistrict = "city_district"
  case organisation, council
  case exOfficio = "ex_officio"
  case unitLeader = "unit_leader"
  case nominationCommittee = "nomination_committee"

  package var text: Text {
    switch self {
    case .parentCommittee: Text(nb: "FAU", nn: "FAU")
    case .pupilCouncil: Text(nb: "elevrådet", nn: "elevrådet")
    case .parentsMeeting: Text(nb: "foreldrerådets årsmøte", nn: "årsmøtet i foreldrerådet")
    case .users:
      Text(
        nb: "brukere, pårørende og brukerorganisasjoner",
        nn: "brukarar, pårørande og brukarorganisasjonar")
    case .staff: Text(nb: "de ansatte", nn: "dei tilsette")
    case .members: Text(nb: "medlemmene", nn: "medlemmene")
    case .assembly: Text(nb: "kommunestyret", nn: "kommunestyret")
    case .cityDistrict: Text(nb: "bydelsutvalget", nn: "bydelsutvalet")
    case .organisation: Text(nb: "organisasjonen selv", nn: "organisasjonen sjølv")
    case .council: Text(nb: "et annet råd", nn: "eit anna råd")
    case .exOfficio: Text(nb: "den som har vervet", nn: "den som har vervet")
    case .unitLeader: Text(nb: "enhetslederen", nn: "einingsleiaren")
    case .nominationCommittee: Text(nb: "valgkomiteen", nn: "valkomiteen")
    }
  }
}

/// What kind of members a group has, the same words in every kommune's reports; whom they speak for
/// is the kommune's own list.
package enum GroupKind: String, RuleChoice {
  case parent, pupil, user, relative, organisation, staff
  case unitLeader = "unit_leader"
  case politician, external, owner, delegate

  package var text: Text {
    switch self {
    case .parent: Text(nb: "foreldre", nn: "foreldre")
    case .pupil: Text(nb: "elever", nn: "elevar")
    case .user: Text(nb: "brukere", nn: "brukarar")
    case .relative: Text(nb: "pårørende", nn: "pårørande")
    case .organisation: Text(nb: "brukerorganisasjoner", nn: "brukarorganisasjonar")
    case .staff: Text(nb: "ansatte", nn: "tilsette")
    case .unitLeader: Text(nb: "ledere", nn: "leiarar")
    case .politician: Text(nb: "politikere", nn: "politikarar")
    case .external: Text(nb: "eksterne", nn: "eksterne")
    case .owner: Text(nb: "eier", nn: "eigar")
    case .delegate: Text(nb: "utsendinger fra andre råd", nn: "utsendingar frå andre råd")
    }
  }
}
