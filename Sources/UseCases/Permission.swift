/// What can be allowed.
///
/// Nothing is, unless a role stands here: this is the only such table.
///
/// The roles a person has in a council come from the seats of that council, so the same person may
/// do a thing in one council and not in the next.
package enum Permission: String, Sendable, CaseIterable {
  case signIn
  case readOwnAccount
  case readPublicRecords
  case managePeople
  case manageTokens
  case manageLogins
  case manageUnits
  case changeRules
  case readEventLog
  case readCouncilWork
  case constituteCouncil
  case manageSeats
  case holdElection
  case confirmElection
  case registerInterest
  case welcomeMembers
  case planMeeting
  case proposeAgendaItem
  case approveAgenda
  case leadMeeting
  case vote
  case writeMinutes
  case approveMinutes
  case publishMinutes
  case answerResolution

  /// The roles that may.
  package var roles: Set<Role> {
    switch self {
    case .signIn, .readPublicRecords, .registerInterest: Set(Role.allCases)
    case .readOwnAccount: Set(Role.allCases).subtracting([.visitor])
    case .readCouncilWork, .proposeAgendaItem, .approveMinutes:
      Self.participants.union([.secretary])
    case .managePeople, .manageTokens, .manageLogins, .manageUnits, .changeRules, .welcomeMembers:
      [.administrator]
    // Not those who manage people: whoever is watched does not keep watch (decision 22).
    case .readEventLog: [.auditor]
    case .constituteCouncil, .manageSeats, .holdElection: [.secretary, .administrator]
    // Whoever enters a count does not confirm it; in small kommuner the second one leads the unit.
    case .confirmElection: [.secretary, .administrator, .unitLeader, .councilLeader]
    case .planMeeting: [.councilLeader, .unitLeader, .secretary]
    case .approveAgenda: [.councilLeader, .unitLeader]
    case .leadMeeting, .writeMinutes, .publishMinutes: [.councilLeader, .secretary]
    case .vote: [.userRepresentative, .personalDeputy]
    case .answerResolution: [.unitLeader]
    }
  }

  /// Whether people who are not signed in may.
  package var isPublic: Bool { roles.contains(.visitor) }

  private static let participants: Set<Role> = [
    .userRepresentative, .personalDeputy, .councilLeader, .staffParticipant, .unitLeader,
  ]
}
