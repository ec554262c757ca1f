/// What eleven digits are, if they are a person's; known only to be kept out (`norway.md` § 5.4).
enum IdentityNumber {
  /// How sure it is.
  enum Likeness: Sendable, Hashable {
    /// Date and check digits are right.
    case valid
    /// The date is right and the check digits are not: a slip of the pen.
    case slip
    /// As right as a bank account: a number of the rule from 2032, before anybody can have one, or
    /// an emergency number of the hospitals, which has no date.
    case unsure
  }

  /// The day from which new numbers may leave 1, 2 or 3 where the first check digit is summed.
  static let newRule = Day(year: 2032, month: 1, day: 1)

  /// Whether eleven digits are somebody's; nil when they are not.
  ///
  /// The second check digit is the one bank accounts have too: a number whose second is right and
  /// whose first is wrong is an account. Numbers of the rule from 2032 look the same until somebody
  /// can have one, so the day decides, not the number, which no longer tells a century.
  static func likeness(of digits: some Sequence<UInt8>, on today: Day) -> Likeness? {
    let digits = digits.map(Int.init)
    guard digits.count == 11 else { return nil }
    let first = remainder(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1])
    let second = remainder(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1])
    guard hasDate(digits) else {
      return digits[0] >= 8 && first == 0 && second == 0 ? .unsure : nil
    }
    guard second == 0 else { return .slip }
    switch first {
    case 0: return .valid
    case 1...3: return newRule.map { today >= $0 } == true ? .valid : .unsure
    default: return nil
    }
  }

  /// Weighs each digit; the last weight is the check digit's own.
  private static func remainder(_ digits: [Int], _ weights: [Int]) -> Int {
    zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11
  }

  /// Whether the first six are a day that exists in some century: D-numbers add 40 to the day,
  /// H-numbers and some test numbers 40 to the month, Skatteetaten's test numbers 80.
  private static func hasDate(_ digits: [Int]) -> Bool {
    let day = digits[0] * 10 + digits[1]
    let month = digits[2] * 10 + digits[3]
    // Years after 2000 have the leap years of every century that counts.
    return Day(
      year: 2000 + digits[4] * 10 + digits[5],
      month: month > 80 ? month - 80 : month > 40 ? month - 40 : month,
      day: day > 40 ? day - 40 : day) != nil
  }
}
