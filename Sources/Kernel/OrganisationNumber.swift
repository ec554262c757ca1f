/// A Norwegian organisation number: nine digits, the last a check digit mod 11 (`norway.md` § 5.4).
package struct OrganisationNumber: Hashable, Sendable {
  /// The nine digits.
  package let text: String

  /// Reads nine digits, with spaces between them allowed; nil when the check digit is wrong.
  package init?(_ raw: some StringProtocol) {
    let digits = raw.utf8.filter { $0 != UInt8(ascii: " ") }
    guard digits.count == 9, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    let weights = [3, 2, 7, 6, 5, 4, 3, 2]
    let sum = zip(digits, weights).reduce(0) { $0 + Int($1.0 - 48) * $1.1 }
    let remainder = sum % 11
    guard remainder != 1, Int(digits[8] - 48) == (remainder == 0 ? 0 : 11 - remainder) else {
      return nil
    }
    text = String(decoding: digits, as: UTF8.self)
  }
}
