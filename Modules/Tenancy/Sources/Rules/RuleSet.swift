import Kernel
import Web

/// What a kommune has decided about one type of council, as data (`norway.md` § 3.2).
///
/// Every field but the groups is listed once more in `RuleSet.fields`, with its words; what is kept,
/// sent, told and compared follows from that list.
package struct RuleSet: Sendable, Hashable, Versioned {
  /// The name of the type in addresses and in the API, which never changes.
  package internal(set) var code: String
  package var version = 1
  /// What the type of council is called.
  package var name: Text
  /// The groups of seats, in the order they are shown.
  package var groups: [SeatGroup]
  /// The kinds of units it is for; none for a council above the units.
  package var unitTypes: [UnitType] = []
  /// Whether every unit of those kinds shall have a council (R061) or may (R043).
  package var isMandatory = false

  /// What such a council is there to further and work for, in bokmål (R049, R051).
  package var purpose = ""
  package var purposeNn = ""
  package var legalBasis = LegalBasis.localDecision
  package var legalReference = ""
  package var fulfils: ChosenOnes<StatutoryBody> = []
  package var advises = AdvisedRole.unitLeader
  package var power = DecisionPower.none
  package var isHearingBody = true
  package var statementsFollowCase = true

  /// How many who vote there may be in all (R092).
  package var size = NumberRule.any
  package var deputies = DeputyRule.none
  package var gender = GenderRule.none
  package var age = AgeRule.none

  package var term = TermRule.years
  package var termYears = 2
  /// How many terms one may sit; 0 is any number.
  package var maxTerms = 0
  package var mayBeReelected = true
  /// By which day candidates are proposed, `MM-DD`; empty when no day is set (K24, K25).
  package var candidatesBy = ""
  package var personBallot = BallotRule.open
  package var anyMemberMayDemandWrittenBallot = true

  package var chair = OfficeRule.members
  /// Who names the chair, or by which office, when the members do not choose.
  package var chairFrom = ""
  package var chairHasCastingVote = false
  package var viceChair = OfficeRule.none
  package var secretary = OfficeRule.unitLeader

  package var quorum = QuorumRule.none
  /// The number when the quorum is one of its own.
  package var quorumNumber = 0
  package var tie = TieRule.notAdopted
  package var meetingsPerYear = 0
  /// How many days before a meeting its notice goes out; 0 is `rimelig varsel`, in good time.
  package var noticeDays = 0
  package var lateItems = LateItemRule.bothLeadersAgree
  package var meetingsDemandedBy: ChosenOnes<MeetingDemand> = [.leader, .unitLeader]
  package var treatsPersonnel = false
  package var treatsComplaints = false

  package var openness = OpennessRule.openMinutes
  package var publication = PublicationRule.manual
  package var hasPlainMinutes = false

  /// Within how many days a resolution must be answered (R102).
  package var answerDays = 30
  package var reasons = ReasonsRule.whenNotFollowed
  package var asksForWeightyReasons = true
  package var hearingDays = 42

  package var annualEvents: ChosenOnes<AnnualEvent> = []
  package var invites = InvitationRule.none
  package var isPaid = false

  /// A type of council with its groups; everything else is as most have it until it is set.
  package init(
    _ code: String, _ name: Text, _ groups: [SeatGroup], _ set: (inout RuleSet) -> Void = { _ in }
  ) {
    self.code = code
    self.name = name
    self.groups = groups
    set(&self)
  }

  /// What such a council is there for, in both languages as far as it is written; nil when it is not.
  package var mandate: Text? {
    guard !purpose.isEmpty || !purposeNn.isEmpty else { return nil }
    return Text(
      nb: purpose.isEmpty ? purposeNn : purpose, nn: purposeNn.isEmpty ? purpose : purposeNn)
  }

  /// The group of that code; nil when the rules have none.
  package func group(_ code: String) -> SeatGroup? { groups.first { $0.code == code } }
}

extension RuleSet {
  /// Whom those who sit there speak for, each once.
  package var userGroups: [UserGroup] {
    groups.compactMap(\.userGroup).reduce(into: []) { groups, group in
      if !groups.contains(group) { groups.append(group) }
    }
  }

  /// The rules with each user group as the kommune's list has it; one that is not on the list stays
  /// as it is.
  func naming(_ list: [UserGroup]) -> RuleSet {
    var rules = self
    rules.groups = groups.map { group in
      let listed = list.first { $0.code == group.userGroup?.code }
      return group.speaking(for: listed ?? group.userGroup)
    }
    return rules
  }
}
