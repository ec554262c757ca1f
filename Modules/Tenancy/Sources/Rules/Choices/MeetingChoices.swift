import Kernel

/// How many who vote must be there for a vote.
package enum QuorumRule: String, RuleChoice {
  case none
  /// At least half of the seats that vote.
  case half
  /// A number of its own.
  case number

  package var text: Text {
    switch self {
    case .none: Text(nb: "ingen regel", nn: "ingen regel")
    case .half: Text(nb: "minst halvparten", nn: "minst halvparten")
    case .number: Text(nb: "et eget antall", nn: "eit eige tal")
    }
  }
}

/// What an equal number of votes means.
package enum TieRule: String, RuleChoice {
  case notAdopted = "not_adopted"
  case leaderDecides = "leader_decides"

  package var text: Text {
    switch self {
    case .notAdopted: Text(nb: "forslaget er ikke vedtatt", nn: "framlegget er ikkje vedteke")
    case .leaderDecides: Text(nb: "lederens stemme avgjør", nn: "røysta til leiaren avgjer")
    }
  }
}

/// How the members choose among persons.
package enum BallotRule: String, RuleChoice {
  case open, secret

  package var text: Text {
    switch self {
    case .open: Text(nb: "åpen avstemning", nn: "open avrøysting")
    case .secret: Text(nb: "skriftlig og hemmelig", nn: "skriftleg og hemmeleg")
    }
  }
}

/// When an item that comes after the notice can be treated.
package enum LateItemRule: String, RuleChoice {
  case never
  /// Both who set the agenda agree (R108).
  case bothLeadersAgree = "both_leaders_agree"
  /// Unless the chair or a third of those present object (kommuneloven § 11-3).
  case unlessAThirdObjects = "unless_a_third_objects"

  package var text: Text {
    switch self {
    case .never: Text(nb: "tas ikke opp", nn: "blir ikkje tekne opp")
    case .bothLeadersAgree:
      Text(nb: "når begge lederne er enige", nn: "når begge leiarane er samde")
    case .unlessAThirdObjects:
      Text(
        nb: "om ikke lederen eller en tredel sier nei",
        nn: "om ikkje leiaren eller ein tredel seier nei")
    }
  }
}

/// Who can demand a meeting.
package enum MeetingDemand: String, RuleChoice {
  case leader
  case unitLeader = "unit_leader"
  case third, majority

  package var text: Text {
    switch self {
    case .leader: Text(nb: "lederen av rådet", nn: "leiaren av rådet")
    case .unitLeader: Text(nb: "lederen for enheten", nn: "leiaren for eininga")
    case .third: Text(nb: "en tredel av medlemmene", nn: "ein tredel av medlemmene")
    case .majority: Text(nb: "de fleste av medlemmene", nn: "dei fleste av medlemmene")
    }
  }
}

/// Whether others can follow the council's work.
package enum OpennessRule: String, RuleChoice {
  case closed, open
  case openMinutes = "open_minutes"

  package var text: Text {
    switch self {
    case .closed: Text(nb: "lukkede møter", nn: "lukka møte")
    case .open: Text(nb: "åpne møter", nn: "opne møte")
    case .openMinutes:
      Text(nb: "lukkede møter, åpne referater", nn: "lukka møte, opne referat")
    }
  }
}

/// How approved minutes are published.
package enum PublicationRule: String, RuleChoice {
  case none, manual, automatic

  package var text: Text {
    switch self {
    case .none: Text(nb: "publiseres ikke", nn: "blir ikkje publiserte")
    case .manual: Text(nb: "når noen velger det", nn: "når nokon vel det")
    case .automatic: Text(nb: "straks de er godkjent", nn: "straks dei er godkjende")
    }
  }
}

/// What happens once a year (R004, R081).
package enum AnnualEvent: String, RuleChoice {
  case forum
  case contactMeeting = "contact_meeting"
  case dialogue
  case themeEvening = "theme_evening"
  case evaluation
  case report
  case trainingDay = "training_day"

  package var text: Text {
    switch self {
    case .forum: Text(nb: "brukerrådsforum", nn: "brukarrådsforum")
    case .contactMeeting:
      Text(nb: "kontaktmøte med politikerne", nn: "kontaktmøte med politikarane")
    case .dialogue: Text(nb: "dialogmøte", nn: "dialogmøte")
    case .themeEvening: Text(nb: "temakveld", nn: "temakveld")
    case .evaluation: Text(nb: "evaluering", nn: "evaluering")
    case .report: Text(nb: "årsmelding", nn: "årsmelding")
    case .trainingDay: Text(nb: "felles opplæringsdag", nn: "felles opplæringsdag")
    }
  }
}
