import Kernel

extension RuleSet {
  /// Eldreråd (kommuneloven § 5-12): chosen by kommunestyret; most have reached 60 years.
  static let elderlyCouncil = statutory(
    "koml-eldrerad", "eldreråd", .elderlyCouncil, for: .elderly
  ) {
    $0.age = .mostAreSixty
  }

  /// Råd for personer med funksjonsnedsettelse (kommuneloven § 5-12).
  static let disabilityCouncil = statutory(
    "koml-funksjonsnedsettelse", "råd for personer med funksjonsnedsettelse", .disabilityCouncil)

  /// Ungdomsråd (kommuneloven § 5-12): under 19 years on the day of the election, two years at most.
  static let youthCouncil = statutory("koml-ungdomsrad", "ungdomsråd", .youthCouncil) {
    $0.age = .allAreUnderNineteen
    $0.term = .years
    $0.termYears = 2
    $0.groups = [
      SeatGroup(
        "ungdom", Text(nb: "ungdom", nn: "ungdom"), .user, .range(5...15), by: .assembly,
        namesArePublic: false)
    ]
  }

  /// K25, råd for brukarmedverknad in Vestre Slidre: joint elder and disability council, whose name
  /// says nothing of what it stands on.
  static let jointStatutoryCouncil = statutory(
    "vestre-slidre-brukarmedverknad", "råd for brukarmedverknad", .elderlyCouncil
  ) {
    $0.groups = [
      SeatGroup(
        "medlem", Text(nb: "medlem", nn: "medlem"), .user, .range(7...7), by: .assembly)
    ]
    $0.deputies = .numbered
    $0.candidatesBy = "10-01"
    $0.legalReference = "kommuneloven § 5-12, felles råd"
    $0.age = .mostAreSixty
  }

  /// What the law says of all three: chosen by kommunestyret for its own period, the chair's vote
  /// decides (§ 11-9), late items unless a third object (§ 11-3), a report each year.
  static func statutory(
    _ code: String, _ name: String, _ basis: LegalBasis, for userGroup: UserGroup? = nil,
    _ set: (inout RuleSet) -> Void = { _ in }
  ) -> RuleSet {
    let nynorsk =
      name == "råd for personer med funksjonsnedsettelse"
      ? "råd for personar med funksjonsnedsetjing" : name
    return RuleSet(
      code, Text(nb: name, nn: nynorsk),
      [
        SeatGroup(
          "medlem", Text(nb: "medlem", nn: "medlem"), .user, .range(3...11), by: .assembly,
          for: userGroup)
      ]
    ) {
      $0.unitTypes = [.kommune]
      $0.legalBasis = basis
      $0.advises = .body
      $0.deputies = .numbered
      $0.gender = .fortyPercent
      $0.term = .electionPeriod
      $0.termYears = 4
      $0.quorum = .half
      $0.tie = .leaderDecides
      $0.chairHasCastingVote = true
      $0.viceChair = .members
      $0.secretary = .appointed
      $0.lateItems = .unlessAThirdObjects
      $0.meetingsDemandedBy = [.leader, .third]
      $0.openness = .open
      $0.annualEvents = [.report]
      set(&$0)
    }
  }
}
