import Foundation
import Kernel
import Testing

@Suite struct InstantTests {
  @Test func tenThousandRandomInstantsAreWrittenAndReadAsTheCalendarDoes() {
    let style = Date.ISO8601FormatStyle()
    var random = SeededGenerator(seed: 3)
    for _ in 0..<10_000 {
      let seconds = Int64.random(in: -12_000_000_000...253_000_000_000, using: &random)

      let instant = Instant(microseconds: seconds * 1_000_000)

      #expect(instant.description == Date(timeIntervalSince1970: Double(seconds)).formatted(style))
      #expect(Instant(rfc3339: instant.description) == instant)
    }
  }

  @Test(arguments: [
    ("2026-11-21T17:30:00Z", 1_795_282_200_000_000),
    ("2026-11-21t17:30:00z", 1_795_282_200_000_000),
    ("2026-11-21T18:30:00+01:00", 1_795_282_200_000_000),
    ("2026-11-21T12:00:00-05:30", 1_795_282_200_000_000),
    ("2026-11-21T17:30:00.25Z", 1_795_282_200_250_000),
    ("2026-11-21T17:30:00.1234567Z", 1_795_282_200_123_456),
    ("1969-12-31T23:59:59Z", -1_000_000),
  ])
  func readsOffsetsAndFractions(_ text: String, _ microseconds: Int64) {
    #expect(Instant(rfc3339: text)?.microseconds == microseconds)
  }

  @Test(arguments: [
    "2026-11-21", "2026-11-21T17:30Z", "2026-11-21T17:30:00", "2026-11-21 17:30:00Z",
    "2026-11-21T24:00:00Z", "2026-11-21T17:60:00Z", "2026-11-21T17:30:61Z",
    "2026-11-21T17:30:00.Z", "2026-11-21T17:30:00+1:00", "2026-11-21T17:30:00+01:60",
    "2026-11-21T17:30:00+24:00", "2026-11-21T17:30:00Zx", "2026-02-30T17:30:00Z",
    "2026-11-21T-7:30:00Z", "2026-11-21T17x30x00Z", "",
  ])
  func refusesWhatIsNoTime(_ text: String) {
    #expect(Instant(rfc3339: text) == nil)
  }

  @Test func thePartsOfASecondBefore1970AreRoundedDown() {
    let instant = Instant(microseconds: -1)

    #expect(instant.seconds == -1)
    #expect(instant.description == "1969-12-31T23:59:59Z")
    #expect(instant.secondOfDay == 86_399)
  }
}
