import Kernel
import Tenancy

extension RuleSet {
  /// The last day of a term that begins on a day (R094, R135).
  ///
  /// A term that follows kommunestyret ends with October of the next year of a local election, by which
  /// the new one has met (kommuneloven § 7-1). Of a council that renews half of its seats
  /// each time, every member sits for the whole number of years.
  package func lastDay(of start: Day) -> Day {
    switch term {
    case .years, .rollingHalf: start.adding(years: termYears).adding(days: -1)
    case .electionPeriod: Self.lastDayOfKommunestyre(from: start)
    }
  }

  /// Local elections are held every fourth year: 2023, 2027, 2031.
  private static func lastDayOfKommunestyre(from start: Day) -> Day {
    let year = start.parts.year
    let election = year + (3 - year % 4 + 4) % 4
    func end(_ year: Int) -> Day { Day(year: year, month: 10, day: 31) ?? start }
    return end(election) > start ? end(election) : end(election + 4)
  }
}
