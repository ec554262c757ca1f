import Foundation
import Kernel
import Testing

@Suite struct OsloTimeTests {
  private static func wall(_ instant: Instant) throws -> String {
    let zone = try #require(TimeZone(identifier: "Europe/Oslo"))
    let date = Date(timeIntervalSince1970: Double(instant.seconds))
    let local = date.addingTimeInterval(Double(zone.secondsFromGMT(for: date)))
    return String(local.formatted(.iso8601).prefix(16))
  }

  @Test func everyChangeOfTheClockFrom1996To2040IsThatOfTheTimeZone() throws {
    for year in 1996...2040 {
      for month in [3, 10] {
        for day in 24...31 {
          let start = try #require(Day(year: year, month: month, day: day))
          for minute in stride(from: 0, to: 26 * 60, by: 30) {
            let instant = Instant(start).adding(seconds: Int64(minute * 60) - 1)

            #expect(OsloTime(instant).formValue == (try Self.wall(instant)))
          }
        }
      }
    }
  }

  @Test func tenThousandRandomInstantsComeBackFromTheClockOnTheWall() throws {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<10_000 {
      let minutes = Int64.random(in: 14_000_000...37_000_000, using: &random)
      let instant = Instant(microseconds: minutes * 60_000_000)

      let local = OsloTime(instant)

      #expect(local.formValue == (try Self.wall(instant)))
      let back = try #require(OsloTime(formValue: local.formValue)).instant
      #expect(back == instant || (local.hour == 2 && back == instant.adding(seconds: -3600)))
    }
  }

  @Test func theHourThatComesTwiceIsTheFirst() throws {
    let local = try #require(OsloTime(formValue: "2026-10-25T02:30"))

    #expect(local.instant.description == "2026-10-25T00:30:00Z")
  }

  @Test(arguments: ["2026-03-29T02:00", "2026-03-29T02:30", "2026-03-29T02:59"])
  func theHourThatIsLeftOutDoesNotExist(_ text: String) {
    #expect(OsloTime(formValue: text) == nil)
  }

  @Test(arguments: ["2026-03-29T01:59", "2026-03-29T03:00", "2026-10-25T02:00", "2026-10-25T03:00"])
  func theHoursBesideAChangeExist(_ text: String) {
    #expect(OsloTime(formValue: text)?.formValue == text)
  }

  @Test(arguments: [
    "2026-11-21T18:30+02", "2026-11-21T18:30:99", "2026-11-21T18:30xyz", "2026-11-21T24:00",
    "2026-11-21T18:60", "2026-11-21 18:30", "2026-11-21T18.30", "2026-11-31T18:30",
    "2026-11-21T18:3", "",
  ])
  func refusesWhatIsNoClockTime(_ text: String) {
    #expect(OsloTime(formValue: text) == nil)
  }

  @Test func readsTheSecondsThatSomeBrowsersSend() {
    #expect(OsloTime(formValue: "2026-11-21T18:30:00")?.clock == "18:30")
  }
}
