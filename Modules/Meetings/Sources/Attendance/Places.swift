import Councils
import Kernel
import UseCases

/// The places at a council's table, and who of those present takes which.
struct Places: Sendable {
  let seats: [Seat]
  /// Those who stand in for any of the council, in their order.
  let deputies: [CouncilDeputy]
  let unitLeaders: Set<ID<Person>>

  /// One person's place at a meeting.
  struct Place: Sendable, Hashable {
    let person: ID<Person>
    let capacity: Capacity
    let seat: ID<Seat>?
    let mayVote: Bool
  }

  /// The place of each who is present.
  ///
  /// That is their own seat, or the seat they are deputy of when its member is away, or the unit
  /// leader's chair; a deputy of the whole council takes the first seat that is left. A vote comes with a
  /// seat only (R101).
  ///
  /// - Throws: `.memberAndDeputyCannotBothMeet` (R133); `.nobodyIsAway`; `.personHasNoSeatHere`.
  func taken(by present: Set<ID<Person>>) throws(RecordAttendance.Refusal) -> [Place] {
    var places: [Place] = []
    let common = deputies.filter { deputy in
      present.contains(deputy.person) && !seats.contains { $0.person == deputy.person }
    }
    for person in present.sorted() where !common.contains(where: { $0.person == person }) {
      places.append(try place(of: person, among: present))
    }
    for deputy in common { places.append(try place(of: deputy, beside: places)) }
    return places
  }

  private func place(
    of person: ID<Person>, among present: Set<ID<Person>>
  ) throws(RecordAttendance.Refusal) -> Place {
    if let seat = seats.first(where: { $0.person == person }) {
      return Place(
        person: person, capacity: seat.capacity, seat: seat.id, mayVote: seat.votes)
    }
    if let seat = seats.first(where: { $0.deputy == person }) {
      guard !present.contains(seat.person) else { throw .memberAndDeputyCannotBothMeet }
      return Place(
        person: person, capacity: .personalDeputy, seat: seat.id, mayVote: seat.votes)
    }
    guard unitLeaders.contains(person) else { throw .personHasNoSeatHere }
    return Place(person: person, capacity: .unitLeader, seat: nil, mayVote: false)
  }

  private func place(
    of deputy: CouncilDeputy, beside places: [Place]
  ) throws(RecordAttendance.Refusal) -> Place {
    let free = seats.first { seat in
      seat.votes && (deputy.group ?? seat.group) == seat.group
        && !places.contains { $0.seat == seat.id }
    }
    guard let free else { throw .nobodyIsAway }
    return Place(person: deputy.person, capacity: .deputy, seat: free.id, mayVote: true)
  }
}

extension Seat {
  /// As what its holder takes part.
  var capacity: Capacity {
    guard votes else { return .staffParticipant }
    return isLeader ? .councilLeader : .userRepresentative
  }
}
