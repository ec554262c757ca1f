import Kernel
import Tenancy

/// Who gets which place, from votes, from what broke ties, and from who said no.
///
/// It is worked out anew whenever somebody answers: when one declines, the next one moves up.
struct ElectionResult {
  /// Those who can have a place, the first one first; nobody has one without a vote.
  private let ranked: [ElectionCandidate]
  private let places: Int
  /// How many of those who were not elected become deputies.
  private let deputyPlaces: Int
  private let isNamed: Bool

  init(_ candidates: [ElectionCandidate], of election: Election, under rules: RuleSet) {
    let willing = candidates.filter { $0.answer != .declined }
    isNamed = election.kind == .named
    ranked =
      isNamed
      ? willing : willing.filter { ($0.votes ?? 0) > 0 }.sorted(by: Self.comesBefore)
    places = election.places
    let group = rules.group(election.group)
    let elected = ranked.prefix(election.places)
    deputyPlaces =
      switch rules.deputies {
      case _ where group?.votes != true: 0
      case .none: 0
      case .personal, .alternating: elected.count { $0.deputyName == nil }
      case .numbered: election.places
      case .shared: 1
      }
  }

  private static func comesBefore(_ a: ElectionCandidate, _ b: ElectionCandidate) -> Bool {
    let (votes, others) = (a.votes ?? 0, b.votes ?? 0)
    let (rank, other) = (a.tieRank ?? .max, b.tieRank ?? .max)
    return votes != others ? votes > others : rank != other ? rank < other : a.id < b.id
  }

  /// Those who are elected.
  var members: [ElectionCandidate] { Array(ranked.prefix(places)) }

  /// Those who come next, and become deputies in that order.
  var deputies: [ElectionCandidate] { Array(ranked.dropFirst(places).prefix(deputyPlaces)) }

  /// Everybody who has a place to say yes or no to.
  var placed: [ElectionCandidate] { members + deputies }

  /// The first of those who have as many votes where it matters who comes first, and nothing has
  /// decided that yet; empty when there are none.
  var openTie: [ElectionCandidate] {
    guard !isNamed else { return [] }
    var start = 0
    while start < min(ranked.count, places + deputyPlaces) {
      let equal = ranked[start...].prefix { $0.votes == ranked[start].votes }
      let matters = equal.count > 1 && equal.endIndex > places
      if matters && equal.contains(where: { $0.tieRank == nil }) { return Array(equal) }
      start = equal.endIndex
    }
    return []
  }

  /// Whether more are named than there are places, as members and as deputies.
  var hasTooManyNamed: Bool { isNamed && ranked.count > places + deputyPlaces }

  /// Whether everybody who has a place has said yes, and nothing is left to decide.
  var isSettled: Bool { openTie.isEmpty && placed.allSatisfy { $0.answer == .accepted } }

  /// The candidate who becomes the personal deputy of a member that stood without one.
  func personalDeputy(of member: ElectionCandidate, under rules: RuleSet) -> ElectionCandidate? {
    guard rules.hasDeputyForEachSeat, member.deputyName == nil else { return nil }
    let alone = members.filter { $0.deputyName == nil }
    guard let place = alone.firstIndex(where: { $0.id == member.id }) else { return nil }
    return deputies.dropFirst(place).first
  }
}
