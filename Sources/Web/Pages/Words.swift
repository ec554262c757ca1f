import Kernel

extension Page {
  /// A day as people write it: `lørdag 21. november 2026`.
  package func say(_ day: Day) -> String { Moment.text(day, in: language) }

  /// A point in time as the clock shows it in Norway: `lørdag 21. november 2026 kl. 18.00`.
  package func say(_ instant: Instant) -> String { Moment.text(instant, in: language) }
}

/// Days and times in words, for pages and letters.
package enum Moment {
  /// A day as people write it: `lørdag 21. november 2026`.
  package static func text(_ day: Day, in language: Language) -> String {
    let (year, month, date) = day.parts
    let weekday = weekdays[day.weekday - 1][language]
    return "\(weekday) \(date). \(months[month - 1]) \(year)"
  }

  /// A point in time as the clock shows it in Norway: `lørdag 21. november 2026 kl. 18.00`.
  package static func text(_ instant: Instant, in language: Language) -> String {
    let local = OsloTime(instant)
    let clock = local.clock.split(separator: ":").joined(separator: ".")
    return "\(text(local.day, in: language)) kl. \(clock)"
  }
}

private let weekdays = [
  Text(nb: "mandag", nn: "måndag"), Text(nb: "tirsdag", nn: "tysdag"),
  Text(nb: "onsdag", nn: "onsdag"), Text(nb: "torsdag", nn: "torsdag"),
  Text(nb: "fredag", nn: "fredag"), Text(nb: "lørdag", nn: "laurdag"),
  Text(nb: "søndag", nn: "sundag"),
]

private let months = [
  "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
  "november", "desember",
]
