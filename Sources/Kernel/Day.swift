/// A calendar day without a time: stored and sent as `YYYY-MM-DD`.
///
/// Counted with Howard Hinnant's civil-days algorithm, so no calendar library is needed.
package struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before.
  package let daysSince1970: Int

  /// A day from its distance to 1970-01-01.
  package init(daysSince1970: Int) { self.daysSince1970 = daysSince1970 }

  /// A day of the Gregorian calendar; nil when it does not exist (31 April, month 13).
  package init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= daysIn(month: month, of: year)
    else { return nil }
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    daysSince1970 = era * 146_097 + dayOfEra - 719_468
  }

  package static func < (a: Self, b: Self) -> Bool { a.daysSince1970 < b.daysSince1970 }

  /// Year, month 1-12 and day 1-31.
  package var parts: (year: Int, month: Int, day: Int) {
    let z = daysSince1970 + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let m = (5 * dayOfYear + 2) / 153
    let month = m < 10 ? m + 3 : m - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * m + 2) / 5 + 1)
  }

  /// The calendar year.
  package var year: Int { parts.year }

  /// 1 for Monday to 7 for Sunday, as in ISO 8601.
  package var weekday: Int { ((daysSince1970 + 3) % 7 + 7) % 7 + 1 }

  /// This day moved by a number of days.
  package func adding(days: Int) -> Day { Day(daysSince1970: daysSince1970 + days) }

  /// The same date some years on; 29 February becomes 28 where the year has none.
  package func adding(years: Int) -> Day {
    let (year, month, day) = parts
    return Day(year: year + years, month: month, day: day)
      ?? Day(year: year + years, month: month, day: day - 1) ?? self
  }
}

extension Day: CustomStringConvertible {
  /// `YYYY-MM-DD`.
  package var description: String {
    let (year, month, day) = parts
    let digits = "\(year)"
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      + "-\(twoDigits(month))-\(twoDigits(day))"
  }

  /// Reads `YYYY-MM-DD`; nil when it is not a day that exists.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
      let day = number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

private func daysIn(month: Int, of year: Int) -> Int {
  switch month {
  case 4, 6, 9, 11: 30
  case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  default: 31
  }
}
