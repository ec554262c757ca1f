extension RuleSet {
  /// How many who vote there can be in all, by the groups and by the size: in order, without none at
  /// all, since a council in which nobody votes cannot resolve on its advice.
  var possibleSizes: [Int] {
    reachableTotals.filter { $0 > 0 && size.allows($0) }.sorted()
  }

  /// What the groups add up to: each that stands by itself has every number its rule allows, and takes
  /// with it those which shall be as many.
  private var reachableTotals: Set<Int> {
    groups.filter { $0.number.leader == nil }.reduce(into: [0]) { totals, group in
      let votes = groups.count { $0.votes && root(of: $0)?.code == group.code }
      guard votes > 0 else { return }
      let counts = (0...NumberRule.most).filter { group.number.allows($0) }
      totals = Set(totals.flatMap { total in counts.map { total + $0 * votes } })
    }
  }

  /// The group whose number decides another's, the group itself when none does; nil when they follow
  /// each other in a circle, or one that is not there.
  func root(of group: SeatGroup) -> SeatGroup? {
    var seen: Set<String> = []
    var current = group
    while let code = current.number.leader {
      guard seen.insert(current.code).inserted,
        let next = self.group(code)
      else { return nil }
      current = next
    }
    return current
  }
}

extension NumberRule {
  /// The group that this one shall be as many as, if it is a rule of that kind.
  var leader: String? {
    guard case .sameAs(let code) = self else { return nil }
    return code
  }
}
