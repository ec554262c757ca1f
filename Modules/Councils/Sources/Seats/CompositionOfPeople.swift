import Tenancy

extension Composition {
  /// Where one person has two places.
  var personFaults: [CompositionFault] { voteFaults + standInFaults }

  /// Nobody has two votes: not by two seats, nor by a seat and the place of another's deputy.
  private var voteFaults: [CompositionFault] {
    let holders = Set(seats.map(\.holder))
    var seated: Set<String> = []
    var deputies: Set<String> = []
    var faults: [CompositionFault] = []
    for seat in seats {
      if !seated.insert(seat.holder).inserted {
        faults.append(.personHasASeat(at: seat.place))
      }
      guard let deputy = seat.deputy else { continue }
      if holders.contains(deputy) { faults.append(.deputyHasASeat(at: seat.place)) }
      if !deputies.insert(deputy).inserted {
        faults.append(.deputyStandsInForAnother(at: seat.place))
      }
    }
    return faults
  }

  /// Whoever stands in for the whole council has no seat in it, and stands in once.
  private var standInFaults: [CompositionFault] {
    var taken = Set(seats.flatMap { [$0.holder, $0.deputy].compactMap(\.self) })
    let members = Dictionary(seats.map { ($0.holder, $0.place) }) { first, _ in first }
    return deputies.compactMap { deputy in
      guard !taken.insert(deputy.holder).inserted else { return nil }
      guard deputy.place.isEmpty, let place = members[deputy.holder] else {
        return .personHasASeat(at: deputy.place)
      }
      return .memberIsADeputy(at: place)
    }
  }

  /// Deputies by number or in common stand in for the council, not for one seat (K8, K25).
  var commonDeputyFaults: [CompositionFault] {
    let unknown = deputies.filter { $0.group != nil && $0.group.flatMap(rules.group) == nil }.map {
      CompositionFault.groupIsUnknown(at: $0.place, known: rules.groups.map(\.code))
    }
    guard rules.hasCommonDeputies else {
      return deputies.isEmpty ? [] : [.councilHasNoCommonDeputies]
    }
    guard !deputies.isEmpty else { return [.commonDeputyIsMissing] }
    guard rules.deputies == .shared else { return unknown }
    return unknown + deputies.dropFirst().map { .thereIsADeputyAlready(at: $0.place) }
  }
}
