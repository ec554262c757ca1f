import Kernel

/// One way in which a rule set contradicts itself, so that no council could follow it.
package enum RuleSetFault: Sendable, Hashable {
  /// No law and no type has a council without a vote: advice that nobody adopts cannot be answered.
  case nobodyVotes
  case groupHasNoCode(at: Int)
  case groupStandsTwice(at: Int)
  case groupFollowsNoGroup(at: Int, String)
  case groupsFollowEachOther(at: Int)
  case userGroupIsNotOnTheList(at: Int)
  case sizeFollowsAGroup
  case sizeCannotBeReached(NumberRule)
  case quorumHasNoNumber
  case quorumNumberIsNotUsed
  case quorumIsTooHigh(most: Int)
  case halfNeedsTwoYears
  case oneTermIsNoReelection
  case candidatesByIsNoDay
  case chairIsMissing
  case chairComesFromNowhere
  case mandatoryNowhere
}

extension RuleSet {
  /// Everything that contradicts itself; empty when nothing does.
  package var faults: [RuleSetFault] {
    let faults = groupFaults
    // What the groups add up to has no sense before they do.
    return faults + (faults.isEmpty ? sizeFaults : []) + electionFaults + officeFaults
  }

  /// Everything that contradicts itself or the kommune's list of user groups.
  func faults(among list: [UserGroup]) -> [RuleSetFault] {
    groups.enumerated().compactMap { place, group in
      group.userGroup.map { list.contains($0) } == false ? .userGroupIsNotOnTheList(at: place) : nil
    } + faults
  }

  private var groupFaults: [RuleSetFault] {
    var seen: Set<String> = []
    return groups.enumerated().compactMap { place, group in
      guard group.hasGoodCode else { return .groupHasNoCode(at: place) }
      guard seen.insert(group.code).inserted else { return .groupStandsTwice(at: place) }
      guard let leader = group.number.leader, root(of: group) == nil else { return nil }
      return groups.contains { $0.code == leader }
        ? .groupsFollowEachOther(at: place) : .groupFollowsNoGroup(at: place, leader)
    }
  }

  private var sizeFaults: [RuleSetFault] {
    guard groups.contains(where: \.votes) else { return [.nobodyVotes] }
    switch size {
    case .sameAs, .onePerOrganisation: return [.sizeFollowsAGroup]
    case .any, .oneOf, .range: break
    }
    guard let most = possibleSizes.last else {
      return [size == .any ? .nobodyVotes : .sizeCannotBeReached(size)]
    }
    guard quorum == .number else { return quorumNumber == 0 ? [] : [.quorumNumberIsNotUsed] }
    guard quorumNumber > 0 else { return [.quorumHasNoNumber] }
    return quorumNumber > most ? [.quorumIsTooHigh(most: most)] : []
  }

  private var electionFaults: [RuleSetFault] {
    var faults: [RuleSetFault] = []
    if term == .rollingHalf, termYears < 2 { faults.append(.halfNeedsTwoYears) }
    if mayBeReelected ? maxTerms == 1 : maxTerms > 1 { faults.append(.oneTermIsNoReelection) }
    // A year with 29 February, which is a day to propose by as well.
    if !candidatesBy.isEmpty, Day("2028-\(candidatesBy)") == nil {
      faults.append(.candidatesByIsNoDay)
    }
    return faults
  }

  private var officeFaults: [RuleSetFault] {
    var faults: [RuleSetFault] = []
    if chair == .none { faults.append(.chairIsMissing) }
    if [.appointed, .exOfficio].contains(chair), chairFrom.isEmpty {
      faults.append(.chairComesFromNowhere)
    }
    if isMandatory, unitTypes.isEmpty { faults.append(.mandatoryNowhere) }
    return faults
  }
}

extension SeatGroup {
  /// Whether `=code` and `groups.CODE` can name it.
  fileprivate var hasGoodCode: Bool {
    !code.isEmpty && code.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }
}
