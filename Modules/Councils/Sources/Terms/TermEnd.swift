import Kernel
import Tenancy

extension RuleSet {
  /// The last day of a term that begins on a day (R094, R135).
  ///
  /// A term that follows kommunestyret ends with October of the next year of a local election, by which
  /// the new one has met (kommuneloven § 7-1); whoever begins in that month is the new one's. Of a council that renews half of its seats
  /// each time, every member sits for the whole number of years.
  package func lastDay(of start: Day) -> Day {
    switch term {
    case .years, .rollingHalf: start.adding(years: termYears).adding(days: -1)
    case .electionPeriod: Self.lastDayOfKommunestyre(from: start)
    }
  }

  /// For how long members are chosen, as a sentence.
  var termInWords: Text {
    switch term {
    case .years:
      Text(nb: "De velges for \(termYears) år.", nn: "Dei blir valde for \(termYears) år.")
    case .rollingHalf:
      Text(
        nb: "De velges for \(termYears) år, halve rådet om gangen.",
        nn: "Dei blir valde for \(termYears) år, halve rådet om gongen.")
    case .electionPeriod:
      Text(
        nb: "De velges til kommunestyrets periode er over.",
        nn: "Dei blir valde til perioden for kommunestyret er over.")
    }
  }

  /// Local elections are held every fourth year: 2023, 2027, 2031.
  private static func lastDayOfKommunestyre(from start: Day) -> Day {
    let year = start.parts.year
    let election = year + (3 - year % 4 + 4) % 4
    func end(_ year: Int) -> Day { Day(year: year, month: 10, day: 31) ?? start }
    let isOfTheNext = year == election && start.parts.month >= 10
    return end(isOfTheNext ? election + 4 : election)
  }
}
