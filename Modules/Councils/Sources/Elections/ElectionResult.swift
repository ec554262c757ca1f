import Kernel
import Tenancy

/// Who gets which place, from votes, from what broke ties, and from who said no.
///
/// It is worked out anew whenever somebody answers: when one declines, the next one moves up. Once it is
/// settled it is what was written then, whatever becomes of the rules.
struct ElectionResult {
  /// Those who are elected, the first one first; nobody is without a vote.
  let members: [ElectionCandidate]
  /// Those who come next, and become deputies in that order.
  let deputies: [ElectionCandidate]
  /// Those who have as many votes where it matters who comes first, until that is decided and another
  /// person has confirmed it.
  let openTies: [[ElectionCandidate]]
  /// Whether more are named than there are places, as members and as deputies.
  let hasTooManyNamed: Bool

  init(_ candidates: [ElectionCandidate], of election: Election, under rules: RuleSet) {
    guard !election.status.isResult else {
      members = Self.written(.member, in: candidates)
      deputies = Self.written(.deputy, in: candidates)
      openTies = []
      hasTooManyNamed = false
      return
    }
    let willing = candidates.filter { $0.answer(to: .member) != .declined }
    let isNamed = election.kind == .named
    let ranked =
      isNamed
      ? willing : willing.filter { ($0.votes ?? 0) > 0 }.sorted(by: Self.comesBefore)
    let next = ranked.dropFirst(election.places).filter { $0.answer(to: .deputy) != .declined }
    members = Array(ranked.prefix(election.places))
    let places = Self.deputyPlaces(beside: members, of: election, under: rules)
    deputies = Array(next.prefix(places))
    let across = isNamed ? [] : Self.ties(in: ranked, at: election.places)
    let behind = isNamed ? [] : Self.ties(in: next, at: places, includingInside: true)
    openTies = across + behind.filter { $0.first?.votes != across.first?.first?.votes }
    hasTooManyNamed = isNamed && next.count > places
  }

  private static func written(
    _ place: ElectedPlace, in candidates: [ElectionCandidate]
  ) -> [ElectionCandidate] {
    candidates.filter { $0.place == place }
      .sorted { ($0.placeNumber ?? 0) < ($1.placeNumber ?? 0) }
  }

  /// How many of those who were not elected become deputies.
  private static func deputyPlaces(
    beside members: [ElectionCandidate], of election: Election, under rules: RuleSet
  ) -> Int {
    switch rules.deputies {
    case _ where rules.group(election.group)?.votes != true: 0
    case .none: 0
    case .personal, .alternating: members.count { $0.deputyName == nil }
    case .numbered: election.places
    case .shared: 1
    }
  }

  private static func comesBefore(_ a: ElectionCandidate, _ b: ElectionCandidate) -> Bool {
    let (votes, others) = (a.votes ?? 0, b.votes ?? 0)
    let (rank, other) = (a.decidedRank ?? .max, b.decidedRank ?? .max)
    return votes != others ? votes > others : rank != other ? rank < other : a.id < b.id
  }

  /// Those with as many votes on both sides of the last place, and where the order counts also those
  /// inside.
  private static func ties(
    in ranked: [ElectionCandidate], at places: Int, includingInside isOrdered: Bool = false
  ) -> [[ElectionCandidate]] {
    var ties: [[ElectionCandidate]] = []
    var start = 0
    while start < min(ranked.count, places) {
      let equal = ranked[start...].prefix { $0.votes == ranked[start].votes }
      let matters = equal.count > 1 && (isOrdered || equal.endIndex > places)
      if matters && equal.contains(where: { $0.tieRank == nil }) { ties.append(Array(equal)) }
      start = equal.endIndex
    }
    return ties
  }

  /// Everybody who has a place to say yes or no to.
  var placed: [ElectionCandidate] { members + deputies }

  /// The place a candidate has to answer to.
  func place(of candidate: ID<ElectionCandidate>) -> ElectedPlace? {
    if members.contains(where: { $0.id == candidate }) { return .member }
    return deputies.contains { $0.id == candidate } ? .deputy : nil
  }

  /// The first tie that nobody has said anything about; empty when there is none.
  var openTie: [ElectionCandidate] {
    openTies.first { $0.contains { $0.decidedRank == nil } } ?? []
  }

  /// Ties that somebody has said how to break, which another person is to confirm.
  var unconfirmedTies: [[ElectionCandidate]] {
    openTies.filter { $0.allSatisfy { $0.decidedRank != nil } }
  }

  /// Whether everybody who has a place has said yes, and nothing is left to decide.
  var isSettled: Bool {
    openTies.isEmpty && members.allSatisfy { $0.answer(to: .member) == .accepted }
      && deputies.allSatisfy { $0.answer(to: .deputy) == .accepted }
  }

  /// The candidate who becomes the personal deputy of a member that stood without one.
  func personalDeputy(of member: ElectionCandidate, under rules: RuleSet) -> ElectionCandidate? {
    guard rules.hasDeputyForEachSeat, member.deputyName == nil else { return nil }
    let alone = members.filter { $0.deputyName == nil }
    guard let place = alone.firstIndex(where: { $0.id == member.id }) else { return nil }
    return deputies.dropFirst(place).first
  }
}

extension ElectionCandidate {
  /// Where they come among those with as many votes, confirmed or not yet.
  fileprivate var decidedRank: Int? { tieRank ?? tieProposal }
}
