import Councils
import Identity
import Kernel
import UseCases

extension Places {
  /// The places of a council today.
  static func all(of council: Council, in work: borrowing Work) throws -> Places {
    let today = OsloTime(work.now).day
    let leaders = try People.holders(of: .unitLeader, scope: council.unit.erased(), in: work)
    return Places(
      seats: try Seat.all(of: council.id, on: today, in: work),
      deputies: try CouncilDeputy.all(of: council.id, on: today, in: work),
      unitLeaders: Set(leaders.map(\.id)))
  }
}

/// Somebody who could be at a meeting, for the form that records who is.
struct Candidate: Sendable {
  let person: ID<Person>
  let name: String
  let capacity: Capacity
  /// The name of the member a deputy steps in for.
  let insteadOf: String?

  /// Everybody who has a place at the council's table, each once.
  static func all(of council: Council, in work: borrowing Work) throws -> [Candidate] {
    let today = OsloTime(work.now).day
    let seats = try Seat.all(of: council.id, on: today, in: work)
    let common = try CouncilDeputy.all(of: council.id, on: today, in: work).map {
      Candidate(person: $0.person, name: $0.name, capacity: .deputy, insteadOf: nil)
    }
    let leaders = try People.holders(of: .unitLeader, scope: council.unit.erased(), in: work)
    let members = seats.map { seat in
      Candidate(person: seat.person, name: seat.name, capacity: seat.capacity, insteadOf: nil)
    }
    let deputies = seats.compactMap { seat in
      seat.deputy.map {
        Candidate(
          person: $0, name: seat.deputyName ?? "", capacity: .personalDeputy, insteadOf: seat.name)
      }
    }
    let unitLeaders = leaders.map {
      Candidate(person: $0.id, name: $0.name, capacity: .unitLeader, insteadOf: nil)
    }
    var seen: Set<ID<Person>> = []
    return (members + deputies + common + unitLeaders).filter { seen.insert($0.person).inserted }
  }
}
