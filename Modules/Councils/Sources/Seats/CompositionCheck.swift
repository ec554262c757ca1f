import Kernel
import Tenancy
import UseCases

/// Who sits in a council from a day on, held up against its rules on every day on which that changes.
///
/// A change that fits today may break a rule later, when a term begins that is decided already.
struct CompositionCheck {
  /// The rules on the first day.
  let rules: RuleSet
  private let firstDay: Day
  /// From when other rules hold; what the council is to become by then is another matter (decision 27).
  private let rulesEnd: Day?
  private(set) var sittings: [Sitting<PlacedSeat>]
  private(set) var standIns: [Sitting<PlacedDeputy>]

  /// Somebody's place, and the days they have it.
  struct Sitting<Placed: Sendable> {
    let seat: ID<Seat>?
    var placed: Placed
    let days: ClosedRange<Day>
  }

  /// The council as it sits on a day and as it will sit, as far as that is decided.
  static func of(
    _ council: Council, from day: Day, in work: borrowing Work
  ) throws -> CompositionCheck {
    CompositionCheck(
      rules: try council.rules(on: day, in: work), firstDay: day,
      rulesEnd: try rulesEnd(of: council, after: day, in: work),
      sittings: try Seat.all(of: council.id, from: day, in: work).map {
        Sitting(seat: $0.id, placed: $0.placed, days: $0.termStart...$0.termEnd)
      },
      standIns: try CouncilDeputy.all(of: council.id, from: day, in: work).map {
        Sitting(seat: nil, placed: $0.placed, days: $0.termStart...$0.termEnd)
      })
  }

  /// When its type's rules become others, or its own do.
  private static func rulesEnd(
    of council: Council, after day: Day, in work: borrowing Work
  ) throws -> Day? {
    let own = try DeviationHistory.of(council.id, in: work).coming(after: day).first?.validFrom
    return [try RuleSets.nextChange(of: council.ruleSet, after: day, in: work), own]
      .compactMap(\.self).min()
  }

  /// With somebody more in a seat.
  func adding(
    _ seats: [PlacedSeat], deputies: [PlacedDeputy] = [], on days: ClosedRange<Day>
  ) -> CompositionCheck {
    var next = self
    next.sittings += seats.map { Sitting(seat: nil, placed: $0, days: days) }
    next.standIns += deputies.map { Sitting(seat: nil, placed: $0, days: days) }
    return next
  }

  /// With another personal deputy for a member.
  func naming(_ deputy: String, for seat: ID<Seat>) -> CompositionCheck {
    var next = self
    for index in next.sittings.indices where next.sittings[index].seat == seat {
      next.sittings[index].placed = next.sittings[index].placed.with(deputy: deputy)
    }
    return next
  }

  /// Everything that breaks the rules on the first day.
  var faults: [CompositionFault] { faults(on: firstDay) }

  /// Refuses what would break a rule that nothing breaks as it is; what is only missing may come later,
  /// one by one.
  ///
  /// - Throws: `SeatRefusal.compositionBreaksTheRule`.
  func mustAllow(_ next: CompositionCheck) throws {
    for day in next.daysOfChange {
      let known = Set(faults(on: day))
      let new = next.faults(on: day).filter { !$0.isLack && !known.contains($0) }
      guard new.isEmpty else {
        throw SeatRefusal.compositionBreaksTheRule(new, from: day == firstDay ? nil : day)
      }
    }
  }

  private var daysOfChange: [Day] {
    let starts = sittings.map(\.days.lowerBound) + standIns.map(\.days.lowerBound)
    return Set([firstDay] + starts.filter { $0 > firstDay }).sorted()
  }

  /// Nobody has two places on any day; how many there shall be is known until the rules change.
  private func faults(on day: Day) -> [CompositionFault] {
    let composition = Composition(
      sittings.filter { $0.days.contains(day) }.map(\.placed),
      deputies: standIns.filter { $0.days.contains(day) }.map(\.placed), under: rules)
    let isUnderTheseRules = rulesEnd.map { day < $0 } ?? true
    return isUnderTheseRules ? composition.faults : composition.personFaults
  }
}
