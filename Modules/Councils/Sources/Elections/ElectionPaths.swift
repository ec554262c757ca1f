import Web

extension CouncilsPaths {
  package static let elections: Path = "/rad/{council}/valg"
  package static let election: Path = "/valg/{election}"
  static let electionInAPI: Path = "/elections/{election}"
  static let candidates: Path = "/valg/{election}/kandidater"
  static let candidateRemoval: Path = "/valg/{election}/kandidater/{candidate}/bort"
  static let postponement: Path = "/valg/{election}/nye-dager"
  static let writtenBallot: Path = "/valg/{election}/skriftlig"
  static let count: Path = "/valg/{election}/opptelling"
  static let tie: Path = "/valg/{election}/likt"
  static let tieConfirmation: Path = "/valg/{election}/likt/bekreftelse"
  static let settingAside: Path = "/valg/{election}/til-side"
  static let confirmation: Path = "/valg/{election}/bekreftelse"
  static let electionAnswers: Path = "/valg/{election}/svar"
  static let cancellation: Path = "/valg/{election}/avlysning"
  static let seating: Path = "/valg/{election}/plasser"
  /// The form that opens a unit's new council with elections to its groups.
  static let newCouncilByElection: Path = "/nytt-rad/{unit}/{ruleSet}/valg"
  static let constitution: Path = "/rad/{council}/konstituering"
  /// The form «Vil du være med?».
  static let interestForm: Path = "/rad/{council}/vil-du-vaere-med"
  static let interests: Path = "/rad/{council}/interesserte"
  static let interestRemoval: Path = "/rad/{council}/interesserte/{interest}/slett"
  /// What one wrote oneself, by the secret one was given.
  static let ownInterest: Path = "/interesse/{secret}"
  static let withdrawalInAPI: Path = "/interest-withdrawals"
}

extension CouncilsModule {
  /// The ways in to elections.
  static var electionRoutes: [Route] {
    ListElections.routes + CallElection.routes + ReadElection.routes + NominateCandidate.routes
      + WithdrawCandidate.routes + PostponeElection.routes + DemandWrittenBallot.routes
      + EnterCount.routes + BreakTie.routes + ConfirmTie.routes + ConfirmCount.routes
      + AcceptElection.routes
      + CancelElection.routes + SetElectionAside.routes + SeatElected.routes
      + PrepareElections.routes + FormCouncil.routes
      + ConstituteElectedCouncil.routes + ShowInterestForm.routes + RegisterInterest.routes
      + ShowOwnInterest.routes + WithdrawInterest.routes + ListInterests.routes
      + RemoveInterest.routes
  }
}
