/// Clock time in Norway: UTC+1, and UTC+2 from the last Sunday of March to the last of October.
///
/// The rule has stood since 1996; the changes happen at 01:00 UTC.
package struct OsloTime: Hashable, Sendable {
  /// The local day.
  package let day: Day
  /// The local hour, 0-23.
  package let hour: Int
  /// The local minute, 0-59.
  package let minute: Int

  /// The clock on the wall in Norway at an instant.
  package init(_ instant: Instant) {
    let local = instant.adding(seconds: isSummer(instant) ? 7200 : 3600)
    day = local.day
    hour = local.secondOfDay / 3600
    minute = local.secondOfDay / 60 % 60
  }

  /// A day and a time of day in Norway; nil when the time does not exist, as 02:30 on the Sunday in
  /// March on which the clock is set from 02:00 to 03:00.
  package init?(day: Day, hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    self.day = day
    self.hour = hour
    self.minute = minute
    guard OsloTime(instant) == self else { return nil }
  }

  /// Reads what a form's date-and-time field sends: `2026-11-21T18:30`, perhaps with seconds.
  package init?(formValue text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 16 || bytes.count == 19, bytes[10] == UInt8(ascii: "T"),
      bytes[13] == UInt8(ascii: ":"), let day = Day(String(text.prefix(10))),
      let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]),
      bytes.count == 16 || isSeconds(bytes[16...])
    else { return nil }
    self.init(day: day, hour: hour, minute: minute)
  }

  /// What a form's date-and-time field shows: `2026-11-21T18:30`.
  package var formValue: String { "\(day)T\(twoDigits(hour)):\(twoDigits(minute))" }

  /// `18:30`, as people write it.
  package var clock: String { "\(twoDigits(hour)):\(twoDigits(minute))" }

  /// The instant of this clock time.
  ///
  /// In the hour that comes twice in October, the first.
  package var instant: Instant {
    let asIfUTC = Instant(day, hour: hour, minute: minute)
    let summer = asIfUTC.adding(seconds: -7200)
    return isSummer(summer) ? summer : asIfUTC.adding(seconds: -3600)
  }
}

/// Whether this is `:00` to `:59`.
private func isSeconds(_ bytes: ArraySlice<UInt8>) -> Bool {
  bytes.first == UInt8(ascii: ":") && number(bytes.dropFirst()).map { $0 < 60 } == true
}

private func isSummer(_ instant: Instant) -> Bool {
  let year = instant.day.year
  guard let march = Day(year: year, month: 3, day: 31),
    let october = Day(year: year, month: 10, day: 31)
  else { return false }
  let start = Instant(march.adding(days: -(march.weekday % 7)), hour: 1)
  let end = Instant(october.adding(days: -(october.weekday % 7)), hour: 1)
  return instant >= start && instant < end
}
