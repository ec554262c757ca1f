/// A point in time: microseconds since 1970 in UTC, the same number in memory and in the database.
package struct Instant: Hashable, Comparable, Sendable {
  /// Microseconds since 1970-01-01T00:00:00Z.
  package let microseconds: Int64

  /// An instant from microseconds since 1970.
  package init(microseconds: Int64) { self.microseconds = microseconds }

  /// Midnight UTC at the start of a day, plus a time of day.
  package init(_ day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    let seconds = Int64(day.daysSince1970) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    microseconds = seconds * 1_000_000
  }

  package static func < (a: Self, b: Self) -> Bool { a.microseconds < b.microseconds }

  /// This instant moved by a number of seconds.
  package func adding(seconds: Int64) -> Instant {
    Instant(microseconds: microseconds + seconds * 1_000_000)
  }

  /// This instant moved by whole days of 24 hours.
  package func adding(days: Int) -> Instant { adding(seconds: Int64(days) * 86_400) }

  /// How many seconds this instant is after another one, rounded up.
  package func seconds(after other: Instant) -> Int {
    Int((microseconds - other.microseconds + 999_999) / 1_000_000)
  }

  /// Whole seconds since 1970, rounded down.
  package var seconds: Int64 {
    microseconds >= 0 ? microseconds / 1_000_000 : (microseconds - 999_999) / 1_000_000
  }

  /// The day in UTC.
  package var day: Day {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    return Day(daysSince1970: Int(days))
  }

  /// Seconds since midnight UTC, 0 to 86 399.
  package var secondOfDay: Int { Int(seconds - Int64(day.daysSince1970) * 86_400) }
}

extension Instant: CustomStringConvertible {
  /// RFC 3339 in UTC, to the second: `2026-11-21T17:30:00Z`.
  package var description: String {
    let second = secondOfDay
    return
      "\(day)T\(twoDigits(second / 3600)):\(twoDigits(second / 60 % 60)):\(twoDigits(second % 60))Z"
  }

  /// Reads RFC 3339 with `Z` or an offset, and fractions of a second; nil when it is not that.
  package init?(rfc3339 text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, let day = Day(String(text.prefix(10))),
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"),
      let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]),
      let second = number(bytes[17..<19]), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), hour < 24, minute < 60, second < 61
    else { return nil }
    var rest = bytes[19...]
    var fraction: Int64 = 0
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      guard !digits.isEmpty else { return nil }
      let six = (Array(digits) + Array(repeating: UInt8(ascii: "0"), count: 6)).prefix(6)
      fraction = Int64(number(six) ?? 0)
      rest = rest.dropFirst(1 + digits.count)
    }
    guard let offset = offsetSeconds(rest) else { return nil }
    let start = Instant(day, hour: hour, minute: minute, second: second)
    self.init(microseconds: start.microseconds + fraction - offset * 1_000_000)
  }
}

/// `Z`, `+01:00` or `-05:30` in seconds.
private func offsetSeconds(_ bytes: ArraySlice<UInt8>) -> Int64? {
  let bytes = Array(bytes)
  if bytes == [UInt8(ascii: "Z")] || bytes == [UInt8(ascii: "z")] { return 0 }
  guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"), let hours = number(bytes[1..<3]),
    let minutes = number(bytes[4..<6]), hours < 24, minutes < 60
  else { return nil }
  let seconds = Int64(hours * 3600 + minutes * 60)
  switch bytes[0] {
  case UInt8(ascii: "+"): return seconds
  case UInt8(ascii: "-"): return -seconds
  default: return nil
  }
}

/// An unsigned number of ASCII digits, or nil.
func number(_ digits: some Collection<UInt8>) -> Int? {
  guard !digits.isEmpty, digits.count <= 18 else { return nil }
  var value = 0
  for digit in digits {
    guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
    value = value * 10 + Int(digit - UInt8(ascii: "0"))
  }
  return value
}

func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
