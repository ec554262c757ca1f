/// Looks for identity numbers in a text that somebody wants to keep: a field, a title, the name of a
/// file, what a document says of itself.
///
/// It knows shapes of numbers, not people (decision 20).
package struct Screening: Sendable {
  /// What is to be done with a text.
  package enum Verdict: Sendable, Hashable {
    case clean
    /// Something looks like an identity number and may be something else; each as `ddmmyy*****`.
    case suspicious([String])
    /// It holds an identity number.
    case refused
  }

  package let verdict: Verdict
  private let hits: [Range<String.Index>]

  /// Looks through a text; `today` decides which check digits are right.
  package init(_ text: String, on today: Day) {
    let groups = DigitGroup.all(in: text)
    var hits: [Range<String.Index>] = []
    var near: [String] = []
    var isRefused = false
    var index = 0
    while index < groups.count {
      guard let hit = Self.hit(in: groups[index...], on: today) else {
        index += 1
        continue
      }
      hits.append(groups[index].range.lowerBound..<groups[index + hit.length - 1].range.upperBound)
      isRefused = isRefused || hit.likeness == .valid
      if hit.likeness != .valid, !near.contains(hit.masked) { near.append(hit.masked) }
      index += hit.length
    }
    self.hits = hits
    verdict = isRefused ? .refused : near.isEmpty ? .clean : .suspicious(near)
  }

  /// A line for a log without anything in it that looks like an identity number.
  package static func redacted(_ line: String) -> String {
    let hits = Screening(line, on: Day(daysSince1970: 0)).hits
    guard !hits.isEmpty else { return line }
    var text = ""
    var rest = line.startIndex
    for hit in hits {
      text += line[rest..<hit.lowerBound] + "***"
      rest = hit.upperBound
    }
    return text + line[rest...]
  }

  private struct Hit {
    let likeness: IdentityNumber.Likeness
    let length: Int
    let masked: String
  }

  /// The number that begins with the first of these runs of digits.
  ///
  /// A valid one is found in every spelling, one that is only near in those people use.
  private static func hit(in groups: ArraySlice<DigitGroup>, on today: Day) -> Hit? {
    guard let first = groups.first else { return nil }
    var nearest: Hit?
    for spelling in Spelling.beginning[first.digits.count] ?? [] {
      let window = groups.prefix(spelling.groups.count)
      guard spelling.matches(window) else { continue }
      let digits = spelling.number(window.flatMap(\.digits))
      guard let likeness = IdentityNumber.likeness(of: digits, on: today) else { continue }
      let hit = Hit(
        likeness: likeness, length: window.count,
        masked: digits.prefix(6).map(String.init).joined() + "*****")
      if likeness == .valid { return hit }
      if spelling.warns(of: likeness), !first.isFraction, nearest == nil { nearest = hit }
    }
    return nearest
  }
}

/// A way to write an identity number: how many digits stand together.
private struct Spelling {
  let groups: [Int]
  /// Whether people write identity numbers so.
  private let isUsual: Bool
  private let hasLongYear: Bool

  /// The spellings by the number of digits they begin with.
  static let beginning = Dictionary(grouping: all) { $0.groups[0] }

  private static let all: [Spelling] = {
    let ends = [[5], [3, 2], [2, 3]]
    let dates = [[6], [2, 2, 2], [4, 2], [2, 4]]
    let longDates = [[8], [2, 2, 4], [4, 4]]
    let usual = [[11], [6, 5], [2, 2, 2, 5], [4, 2, 5]]
    let short = dates.flatMap { date in ends.map { date + $0 } }
    let long = longDates.flatMap { date in ends.map { date + $0 } }
    let together = [[11], [2, 2, 7], [4, 7], Array(repeating: 1, count: 11)]
    return (together + short).map {
      Spelling(groups: $0, isUsual: usual.contains($0), hasLongYear: false)
    } + long.map { Spelling(groups: $0, isUsual: false, hasLongYear: true) }
  }()

  /// Whether these runs of digits stand together so, and are not parts of an id.
  func matches(_ window: ArraySlice<DigitGroup>) -> Bool {
    guard window.count == groups.count else { return false }
    return zip(window.indices, groups).allSatisfy { index, count in
      window[index].digits.count == count && !window[index].isPartOfAnID
        && (index == window.startIndex || window[index].follows)
    }
  }

  /// Whether what is only near is worth asking about; `1234.56.78903` is how accounts are written.
  func warns(of likeness: IdentityNumber.Likeness) -> Bool {
    isUsual && (likeness == .slip || groups != [4, 2, 5])
  }

  /// The eleven digits: the year's last two where it was written with four.
  func number(_ digits: [UInt8]) -> [UInt8] {
    hasLongYear ? Array(digits[..<4] + digits[6...]) : digits
  }
}
