import Kernel
import TestKit
import Testing

/// What is refused, what warns and what passes, row by row (R034, R136).
@Suite struct ScreeningTableTests {
  private static let today = day(2026, 11, 22)

  private static func verdict(_ text: String) -> Screening.Verdict {
    Screening(text, on: today).verdict
  }

  /// Sentences with a number nobody has; `#` is the whole number, `D` its date, `N` the rest.
  @Test(arguments: [
    "#", "D N", "D-N", "D\u{A0}N", "D.N", "D – N", "Fødselsnummer # gjelder", "f.nr: D N",
    "Bruker #, avdeling 3", "«#»", "Ring om # i morgen", "#\n", "1. #", "Sak 12/26: D N",
    "https://journal.example/pasient/#", "https://journal.example/?fnr=#&side=2", "#.pdf",
    "epikrise_#_2026.pdf", "fnr#", "id#", "Anna#", "æ#", "side-a #", "D N D N", "11111 D N",
    "22 33 44 55, D N", "№#",
    "Konto # hos banken",
  ])
  func isRefused(_ pattern: String) {
    let number = SyntheticNumber.example
    let text = pattern.map { character in
      switch character {
      case "#": number
      case "D": String(number.prefix(6))
      case "N": String(number.suffix(5))
      default: String(character)
      }
    }.joined()

    #expect(Self.verdict(text) == .refused)
  }

  @Test(arguments: [
    "Den 15.11.26 12500 kroner", "KID 15112612345", "150826 12345", "1511 26 12344",
    "15.11.26-10001", "kode 41018012345", "fra 15826012345 til",
  ])
  func warns(_ text: String) {
    guard case .suspicious(let masked) = Self.verdict(text) else {
      Issue.record("\(text): \(Self.verdict(text))")
      return
    }
    #expect(masked.allSatisfy { $0.count == 11 && $0.hasSuffix("*****") })
  }

  @Test(arguments: [
    // Bank accounts, in their own spelling and in one piece.
    "1234.56.78903", "1234 56 78903", "12345678903", "8601.11.17947", "8601 11 17947",
    "86011117947", "NO93 8601 1117 947", "NO9386011117947", "3000.27.79419", "Konto 9999 99 99999",
    // Phone numbers, alone and beside dates.
    "22 33 44 55", "22334455", "+47 22 33 44 55", "004722334455", "+4791234567", "912 34 567",
    "15.11.26 22334455", "15.11.2026, 22 33 44 55", "tlf. 72 54 00 00", "116 117", "02800",
    // Organisation numbers.
    "942110464", "942 110 464", "NO 942 110 464 MVA", "935478715 og 939864970",
    // Case numbers and references.
    "2024/12345", "24/01234-5", "2024/12345-67", "Sak 12/26", "PS 15/26", "202412345/12",
    "LOV-2018-06-22-83", "FOR-2022-06-22-1110", "§ 13-1", "R034", "12-345678-90",
    // Dates, times and years.
    "15.11.2026", "15.11.26", "2026-11-15", "15.11.2026 kl. 18.00", "2026-11-15T18:00:00Z",
    "15.11.2026–16.11.2026", "2025/2026", "født 15.11.1980", "01.01.2026 12500 kroner",
    // Money and amounts.
    "1 500 000", "12 500 kroner", "kr 1.250.000,00", "15 000 12 500 8 000", "3,14159265358979",
    // Longer strings of digits.
    "202611151234567", "123456789012", "1234567890", "4711 0000 0000 0000", "978-82-02-12345-6",
    // Addresses, coordinates, ids.
    "0150 Oslo", "7004 Trondheim", "63.43049, 10.39506", "192.168.100.200",
    "01a200d2-9a51-7000-b4eb-e6b1940405a9", "https://kommune.example/sak/2024012345",
    "https://kommune.example/a-1.15432123456789", "10.5281/zenodo.1234567", "v1.12.345",
    "01a200d2-9a51-7000-b4eb-e15826012345", "a15826012345", "15826012345f", "b1582a6012345",
    // The edges of the table.
    "", "abc", "00000000000", "99999999999", "32132612345", "15132612345", "30022612345",
  ])
  func passes(_ text: String) { #expect(Self.verdict(text) == .clean) }

  /// How many accounts look like a person's number too; decision 20 gives the figures.
  @Test func bankAccountsMostlyPass() {
    var random = SeededGenerator(seed: 6)
    var (total, refused, warned, warnedUndivided) = (0, 0, 0, 0)
    while total < 100_000 {
      let start = (0..<10).map { _ in Int.random(in: 0...9, using: &random) }
      let sum = zip(start, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]).reduce(0) { $0 + $1.0 * $1.1 }
      guard sum % 11 != 1 else { continue }
      let digits = (start + [(11 - sum % 11) % 11]).map(String.init)
      let account = [digits[0..<4], digits[4..<6], digits[6..<11]].map { $0.joined() }
      total += 1
      let verdict = Self.verdict(account.joined(separator: "."))
      let undivided = Self.verdict(account.joined())
      #expect((verdict == .refused) == (undivided == .refused))
      refused += verdict == .refused ? 1 : 0
      warned += verdict == .clean || verdict == .refused ? 0 : 1
      warnedUndivided += undivided == .clean || undivided == .refused ? 0 : 1
    }
    print(
      "of \(total) accounts \(refused) are refused; \(warned) warn, undivided \(warnedUndivided)")
    #expect(refused < 2_500)
    #expect(warned == 0)
    #expect(warnedUndivided < 9_000)
  }
}
