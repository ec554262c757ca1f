import Database
import Kernel
import Tenancy
import Web

/// How the places of a group are filled.
package enum ElectionKind: String, Storable, JSONValue, CaseIterable {
  /// A body votes on candidates.
  case elected
  /// Somebody names them, or they come with an office: there is nothing to count.
  case named
}

/// How an electing body votes, always among themselves and never here.
package enum ElectionMethod: String, Storable, JSONValue, CaseIterable {
  /// Hands are raised in a meeting.
  case open
  /// Slips are filled in and counted in a meeting.
  case written
  /// Slips are handed in over some days, and counted afterwards.
  case paper

  /// The words people use for it.
  package var text: Text {
    switch self {
    case .open: Text(nb: "åpen avstemning i møtet", nn: "open avrøysting i møtet")
    case .written: Text(nb: "skriftlig i møtet", nn: "skriftleg i møtet")
    case .paper: Text(nb: "stemmesedler over flere dager", nn: "røystesetlar over fleire dagar")
    }
  }
}

/// How far an election has come.
package enum ElectionStatus: String, Storable, JSONValue, CaseIterable {
  case called, counted, confirmed, settled, seated, cancelled
  /// It was settled, and then nobody could be seated.
  case setAside = "set_aside"

  /// The words people use for it.
  package var text: Text {
    switch self {
    case .called: Text(nb: "lyst ut", nn: "lyst ut")
    case .counted: Text(nb: "talt, ikke bekreftet", nn: "talt, ikkje stadfesta")
    case .confirmed: Text(nb: "venter på svar fra de valgte", nn: "ventar på svar frå dei valde")
    case .settled: Text(nb: "avgjort", nn: "avgjort")
    case .seated: Text(nb: "ferdig, plassene er fylt", nn: "ferdig, plassane er fylte")
    case .cancelled: Text(nb: "avlyst", nn: "avlyst")
    case .setAside: Text(nb: "satt til side", nn: "sett til side")
    }
  }

  /// The class of the badge that shows it.
  var badge: String {
    switch self {
    case .called, .counted, .confirmed: "waiting"
    case .settled, .seated: "approved"
    case .cancelled, .setAside: "not-followed"
    }
  }

  /// Whether everybody can see who stood and how many voted for them.
  var isPublic: Bool { self == .confirmed || isResult }

  /// Whether who got which place is written down.
  var isResult: Bool { [.settled, .seated, .setAside].contains(self) }

  /// Those after which nothing changes.
  static let over: [ElectionStatus] = [.seated, .cancelled, .setAside]

  /// Those in which something is still to come before it is known who sits.
  static let open: [ElectionStatus] = [.called, .counted, .confirmed]
}

/// Why an election came to nothing.
package enum CancelReason: String, Storable, JSONValue, CaseIterable {
  case nobodyStood = "nobody_stood"
  case nobodyElected = "nobody_elected"
  case tooFewCame = "too_few_came"
  case error
  /// Nobody says so: it comes with the council's end.
  case councilDissolved = "council_dissolved"

  /// What can be said when an election is cancelled.
  package static let allCases: [CancelReason] = [.nobodyStood, .nobodyElected, .tooFewCame, .error]

  /// Those after which the body may name somebody instead.
  static let failures: [CancelReason] = [.nobodyStood, .nobodyElected, .tooFewCame]

  /// The words people use for it.
  package var text: Text {
    switch self {
    case .nobodyStood: Text(nb: "ingen stilte til valg", nn: "ingen stilte til val")
    case .nobodyElected: Text(nb: "ingen ble valgt", nn: "ingen blei valde")
    case .tooFewCame: Text(nb: "for få møtte fram", nn: "for få møtte fram")
    case .error: Text(nb: "noe ble gjort feil", nn: "noko blei gjort feil")
    case .councilDissolved: Text(nb: "rådet er lagt ned", nn: "rådet er lagt ned")
    }
  }
}

/// What decides between those who have as many votes.
package enum TieBreak: String, Storable, JSONValue, CaseIterable {
  case lot
  /// The leader of the body that voted.
  case leader

  /// The words people use for it.
  package var text: Text {
    switch self {
    case .lot: Text(nb: "loddtrekning", nn: "loddtrekking")
    case .leader: Text(nb: "møtelederen avgjorde", nn: "møteleiaren avgjorde")
    }
  }
}

/// What the elected say.
package enum ElectionAnswer: String, Storable, JSONValue, CaseIterable {
  case accepted, declined

  /// The words people use for it.
  package var text: Text {
    switch self {
    case .accepted: Text(nb: "ja", nn: "ja")
    case .declined: Text(nb: "nei", nn: "nei")
    }
  }
}

/// What a candidate got.
package enum ElectedPlace: String, Storable, JSONValue, CaseIterable {
  case member, deputy

  /// The words people use for it.
  package var text: Text {
    switch self {
    case .member: Text(nb: "medlem", nn: "medlem")
    case .deputy: Text(nb: "vara", nn: "vara")
    }
  }
}

/// What an officer attests about all who were elected.
///
/// It is a yes or a no about the whole, so that nothing is kept about anybody.
package enum Attestation: String, JSONValue, CaseIterable {
  case yes, no
}

extension RuleSet {
  /// How slips are used where the rules want the vote on persons to be secret, hands where they do not.
  var usualMethod: ElectionMethod { personBallot == .secret ? .written : .open }

  /// Whether an election has hands where the rules want the vote on persons to be secret.
  func wantsWritten(_ election: Election) -> Bool {
    personBallot == .secret && election.method == .open && election.kind == .elected
  }

  /// Refuses hands where the rules want the vote on persons to be secret.
  ///
  /// - Throws: `EnterCount.Refusal.writtenBallotIsDemanded`.
  func mustAllow(_ method: ElectionMethod, for kind: ElectionKind) throws {
    guard personBallot != .secret || method != .open || kind == .named else {
      throw EnterCount.Refusal.writtenBallotIsDemanded
    }
  }
}

extension SeatGroup {
  /// Whether somebody votes on who fills its seats (R095-R098), or they are named.
  var electionKind: ElectionKind {
    switch chosenBy {
    case .parentCommittee, .pupilCouncil, .parentsMeeting, .users, .staff, .members: .elected
    case .assembly, .cityDistrict, .organisation, .council, .exOfficio, .unitLeader,
      .nominationCommittee:
      .named
    }
  }
}
