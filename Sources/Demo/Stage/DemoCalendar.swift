import Kernel

/// The day the demo takes for today.
///
/// Terms are two years, so dates that never move would leave every seat empty soon. The days of the
/// demo move on with the machine's clock, fourteen at a time; everything else stays the same.
struct DemoCalendar: Sendable {
  private static let first = Day(year: 2026, month: 11, day: 20) ?? Day(daysSince1970: 20_777)
  private static let step = 14

  /// A Friday, at most thirteen days ago.
  let today: Day

  init(on now: Instant) {
    let gap = OsloTime(now).day.daysSince1970 - Self.first.daysSince1970
    let steps = gap >= 0 ? gap / Self.step : (gap - Self.step + 1) / Self.step
    today = Self.first.adding(days: steps * Self.step)
  }

  /// Until when things have happened: Friday at noon.
  var now: Instant { time(today, 12, 0) }

  /// When the kommuner came to the instance.
  var onboarding: Instant { time(today.adding(days: -714), 9, 0) }

  /// The first day of a term of two years: nearly over, or half through.
  func termStart(isNew: Bool) -> Day { today.adding(days: isNew ? -343 : -686) }

  /// Clock time in Norway.
  func time(_ day: Day, _ hour: Int, _ minute: Int) -> Instant {
    OsloTime(day: day, hour: hour, minute: minute)?.instant ?? Instant(day, hour: hour)
  }

  /// The first weekday from a day on outside of July, early August and Christmas.
  func meetingDay(from day: Day) -> Day {
    var day = day
    while !isMeetingDay(day) { day = day.adding(days: 1) }
    return day
  }

  private func isMeetingDay(_ day: Day) -> Bool {
    let (_, month, date) = day.parts
    let isHoliday =
      month == 7 || (month == 6 && date > 20) || (month == 8 && date < 15)
      || (month == 12 && date > 17) || (month == 1 && date < 5)
    return day.weekday < 5 && !isHoliday
  }
}
