import Foundation
import Kernel
import Testing

@Suite struct DayTests {
  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }()

  @Test func tenThousandRandomDaysAreThoseOfTheCalendar() throws {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<10_000 {
      let day = Day(daysSince1970: Int.random(in: -141_000...2_932_000, using: &random))

      let parts = day.parts

      let date = Date(timeIntervalSince1970: Double(day.daysSince1970) * 86_400)
      let expected = Self.calendar.dateComponents([.year, .month, .day, .weekday], from: date)
      #expect(parts.year == expected.year)
      #expect(parts.month == expected.month)
      #expect(parts.day == expected.day)
      #expect(day.weekday == ((expected.weekday ?? 0) + 5) % 7 + 1)
      #expect(Day(year: parts.year, month: parts.month, day: parts.day) == day)
      #expect(Day(day.description) == day)
    }
  }

  @Test func everyDayOfTenThousandYearsFollowsTheOneBefore() throws {
    var before = try #require(Day(year: 0, month: 1, day: 1))
    let last = try #require(Day(year: 9999, month: 12, day: 31))

    while before < last {
      let day = before.adding(days: 1)
      let (old, new) = (before.parts, day.parts)
      let sameMonth = new.day == old.day + 1 && new.month == old.month && new.year == old.year
      let nextMonth = new.day == 1 && new.month == old.month + 1 && new.year == old.year
      let nextYear = new == (old.year + 1, 1, 1) && old.month == 12
      guard sameMonth || nextMonth || nextYear else {
        Issue.record("\(before) is followed by \(day)")
        return
      }
      before = day
    }
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00",
    "2026-1-1", "26-01-01", "2026/01/01", "2026-01-01T", " 2026-01-1", "2026-01-1a", "-026-01-01",
    "٢٠٢٦-٠١-٠١", "", "2026-01-0\u{301}",
  ])
  func refusesWhatIsNoDay(_ text: String) {
    #expect(Day(text) == nil)
  }

  @Test func readsLeapDays() {
    #expect(Day("2000-02-29")?.description == "2000-02-29")
    #expect(Day("2024-02-29")?.adding(days: 1).description == "2024-03-01")
  }

  @Test func aYearOnFromALeapDayIsTheTwentyEighth() {
    #expect(Day("2024-02-29")?.adding(years: 1).description == "2025-02-28")
    #expect(Day("2024-02-29")?.adding(years: 4).description == "2028-02-29")
    #expect(Day("2026-08-17")?.adding(years: 2).description == "2028-08-17")
  }

  @Test func daysSortAsTheirTextDoes() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<1000 {
      let a = Day(daysSince1970: Int.random(in: -700_000...2_900_000, using: &random))
      let b = Day(daysSince1970: Int.random(in: -700_000...2_900_000, using: &random))

      #expect((a < b) == (a.description < b.description))
    }
  }
}
