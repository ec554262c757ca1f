import Kernel

/// Makes identity numbers that nobody has, with check digits worked out here and not by the code
/// under test: a real person's number never stands in the tests.
package struct SyntheticNumber {
  /// The eleven digits.
  package let text: String

  /// What is added to the month: 80 for Skatteetaten's test numbers, 40 for the hospitals' own.
  package enum Kind: Int, CaseIterable, Sendable { case skatteetaten = 80, hospital = 40 }

  /// A number, of a D-number's shape if asked; `remainder` is what its first check digit leaves,
  /// which is 0 until 2032.
  ///
  /// - Returns: nil where these digits have no such check digits.
  package init?(
    day: Int, month: Int, year: Int, individual: Int, kind: Kind = .skatteetaten,
    isDNumber: Bool = false, remainder: Int = 0
  ) {
    let date = [isDNumber ? day + 40 : day, month + kind.rawValue, year].flatMap {
      [$0 / 10, $0 % 10]
    }
    var digits = date + [individual / 100, individual / 10 % 10, individual % 10]
    let first = zip(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2]).reduce(0) { $0 + $1.0 * $1.1 }
    digits.append((remainder + 11 - first % 11) % 11)
    let second = zip(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]).reduce(0) { $0 + $1.0 * $1.1 }
    digits.append((11 - second % 11) % 11)
    guard digits.allSatisfy({ $0 < 10 }) else { return nil }
    text = digits.map(String.init).joined()
  }

  /// Numbers of every kind, the same each time.
  package static func all(_ count: Int, seed: UInt64 = 1, remainder: Int = 0) -> [String] {
    var random = SeededGenerator(seed: seed)
    var numbers: [String] = []
    while numbers.count < count {
      let number = SyntheticNumber(
        day: .random(in: 1...28, using: &random), month: .random(in: 1...12, using: &random),
        year: .random(in: 0...99, using: &random),
        individual: .random(in: 0...999, using: &random),
        kind: .allCases.randomElement(using: &random) ?? .skatteetaten,
        isDNumber: .random(using: &random), remainder: remainder)
      if let number { numbers.append(number.text) }
    }
    return numbers
  }

  /// One number, for tests that need no more.
  package static let example = all(1)[0]
}

extension SyntheticNumber {
  /// The ways people, forms and word processors write a number.
  package static func spellings(of number: String) -> [String] {
    let digits = Array(number)
    func part(_ range: Range<Int>) -> String { String(digits[range]) }
    let (day, month, year, rest) = (part(0..<2), part(2..<4), part(4..<6), part(6..<11))
    let separators = [
      " ", "\u{A0}", "\u{2009}", "\u{202F}", "-", "\u{2011}", "\u{2013}", "\u{2014}", "\u{2212}",
      ".", "/", "_", " - ", "\n", "\t",
    ]
    let simple = separators.flatMap { separator in
      [
        "\(day)\(month)\(year)\(separator)\(rest)",
        "\(day).\(month).\(year)\(separator)\(rest)",
        "\(day) \(month) \(year)\(separator)\(rest)",
        "\(day)\(month)\(separator)\(year)\(separator)\(rest)",
        "\(day)/\(month)-19\(year)\(separator)\(rest)",
        "\(day)\(month)\(year)\(separator)\(part(6..<9))\(separator)\(part(9..<11))",
        digits.map(String.init).joined(separator: separator),
      ]
    }
    return simple + scripts(of: number) + [
      number, "\(day).\(month).\(year)\(rest)", "fnr:\(number)", "(\(number))", "\(number).",
      "epikrise_\(number).pdf", "fnr\(number).docx",
      number.map { "\($0)\u{200B}" }.joined(), number.map { "\($0)\u{AD}" }.joined(),
      number.map { "\($0)\u{200D}" }.joined(), "\(part(0..<6))\u{FE0F}\u{2060}\(rest)",
      "\(day)\(month)\(year) \u{202A}\(rest)\u{202C}",
    ]
  }

  /// The same digits of other scripts: full-width, Arabic, Persian, Devanagari, bold.
  private static func scripts(of number: String) -> [String] {
    [0xFF10, 0x660, 0x6F0, 0x966, 0x1D7CE].map { zero in
      var text = ""
      for digit in number {
        let scalar = UInt32(zero + (digit.wholeNumberValue ?? 0))
        Unicode.Scalar(scalar).map { text.unicodeScalars.append($0) }
      }
      return text
    }
  }
}
