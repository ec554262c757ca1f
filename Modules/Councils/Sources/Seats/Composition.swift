import Tenancy

/// Seats held up against the rule set a council follows (R092, R096, R134).
struct Composition {
  let seats: [PlacedSeat]
  /// Those who stand in for the council as a whole, by number or shared.
  let deputies: [PlacedDeputy]
  let rules: RuleSet

  /// Seats to check against rules, with those who stand in for all of them.
  init(_ seats: [PlacedSeat], deputies: [PlacedDeputy] = [], under rules: RuleSet) {
    self.seats = seats
    self.deputies = deputies
    self.rules = rules
  }

  /// Everything that breaks the rules; empty when nothing does.
  var faults: [CompositionFault] {
    numberFaults + leaderFaults + deputyFaults + commonDeputyFaults + personFaults
      + organisationFaults
  }

  /// Where there are too many or too few, whoever they are.
  var numberFaults: [CompositionFault] { groupFaults + totalFaults }

  private var filled: [(seat: PlacedSeat, group: SeatGroup)] {
    seats.compactMap { seat in group(of: seat).map { (seat, $0) } }
  }

  private func group(of seat: PlacedSeat) -> SeatGroup? {
    rules.group(seat.group)
  }

  private var voting: [PlacedSeat] { filled.filter(\.group.votes).map(\.seat) }

  private var groupFaults: [CompositionFault] {
    let counts = Dictionary(grouping: seats, by: \.group).mapValues(\.count)
    let unknown = seats.filter { group(of: $0) == nil }.map { seat in
      CompositionFault.groupIsUnknown(at: seat.place, known: rules.groups.map(\.code))
    }
    return unknown
      + rules.groups.compactMap { group in
        let places = seats.filter { $0.group == group.code }.map(\.place)
        guard !group.number.allows(places.count, among: counts) else { return nil }
        return .groupHasAnotherNumber(
          group, has: places.count, at: places.dropFirst(group.number.greatest).first)
      }
  }

  /// R092 allows a set of sizes such as three or five, not a range.
  private var totalFaults: [CompositionFault] {
    guard !rules.size.allows(voting.count) else { return [] }
    return [.totalIsNotAllowed(rules.size, has: voting.count)]
  }

  private var leaderFaults: [CompositionFault] {
    let leaders = seats.filter(\.isLeader)
    guard rules.chair != .unitLeader else {
      return leaders.map { .unitLeaderLeads(at: $0.place) }
    }
    guard !leaders.isEmpty else { return [.leaderIsMissing] }
    let outsiders = filled.filter { $0.seat.isLeader && !$0.group.votes }
    return outsiders.map { .leaderIsNoUserRepresentative(at: $0.seat.place) }
      + leaders.dropFirst().map { .thereIsALeaderAlready(at: $0.place) }
  }

  private var deputyFaults: [CompositionFault] {
    filled.compactMap { seat, group in
      let hasDeputies = rules.hasDeputyForEachSeat && group.votes
      return switch (hasDeputies, seat.deputy) {
      case (true, nil): .deputyIsMissing(at: seat.place)
      case (false, .some): .seatHasNoDeputy(at: seat.place)
      default: nil
      }
    }
  }

  /// Where each organisation has one seat, every seat has an organisation, and none has two (K2).
  private var organisationFaults: [CompositionFault] {
    var seen: Set<String> = []
    return filled.compactMap { seat, group in
      guard case .onePerOrganisation = group.number else { return nil }
      guard let organisation = seat.organisation else {
        return .organisationIsMissing(at: seat.place)
      }
      return seen.insert("\(group.code) \(organisation)").inserted
        ? nil : .organisationHasASeat(at: seat.place)
    }
  }
}

extension RuleSet {
  /// Whether each member has a deputy of their own (R093), who may change places with them (K10).
  var hasDeputyForEachSeat: Bool { deputies == .personal || deputies == .alternating }

  /// Whether deputies stand in for the council as a whole: in their order (K25), or one for all (K8).
  var hasCommonDeputies: Bool { deputies == .numbered || deputies == .shared }
}
