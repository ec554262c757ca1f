import Kernel
import Tenancy
import UseCases

/// Who sits in a council on a day, held up against its rules whenever that changes.
struct CompositionCheck {
  let seats: [PlacedSeat]
  let deputies: Int
  let rules: RuleSet

  /// The council as it sits on a day.
  static func of(
    _ council: Council, on day: Day, in work: borrowing Work
  ) throws -> CompositionCheck {
    CompositionCheck(
      seats: try Seat.all(of: council.id, on: day, in: work).map(\.placed),
      deputies: try CouncilDeputy.all(of: council.id, on: day, in: work).count,
      rules: try council.rules(in: work))
  }

  /// Refuses seats that would break a rule nothing breaks today; what is only missing may come later,
  /// one by one.
  ///
  /// - Throws: `SeatRefusal.compositionBreaksTheRule`.
  func mustAllow(_ next: [PlacedSeat], deputies count: Int? = nil) throws {
    let known = Set(Composition(seats, deputies: deputies, under: rules).faults)
    let faults = Composition(next, deputies: count ?? deputies, under: rules).faults
    let new = faults.filter { !$0.isLack && !known.contains($0) }
    guard new.isEmpty else { throw SeatRefusal.compositionBreaksTheRule(new) }
  }
}
