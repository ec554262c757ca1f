import Kernel
import TestKit
import Testing

/// Numbers of single persons stay out (R034, R136).
@Suite struct ScreeningTests {
  private static let today = day(2026, 11, 22)
  private static let number = SyntheticNumber.example

  private static func verdict(_ text: String, on today: Day = today) -> Screening.Verdict {
    Screening(text, on: today).verdict
  }

  @Test func everyNumberIsFoundInEverySpelling() {
    var missed: [String] = []
    for number in SyntheticNumber.all(500) {
      for spelling in SyntheticNumber.spellings(of: number)
      where Self.verdict("Se \(spelling) her") != .refused { missed.append(spelling) }
    }
    #expect(missed == [])
  }

  @Test func aSlipOfThePenIsANearMiss() {
    for number in SyntheticNumber.all(300, seed: 2) {
      var digits = Array(number.utf8)
      digits[8] = digits[8] == 57 ? 48 : digits[8] + 1
      let slip = String(decoding: digits, as: UTF8.self)
      let masked = "\(number.prefix(6))*****"

      for text in [slip, "\(slip.prefix(6)) \(slip.suffix(5))"] {
        #expect(Self.verdict(text) == .suspicious([masked]))
      }
    }
  }

  @Test(arguments: 1...3)
  func theRuleOf2032WarnsBeforeItsDayAndRefusesFromThen(_ remainder: Int) {
    for number in SyntheticNumber.all(100, seed: 3, remainder: remainder) {
      #expect(Self.verdict(number, on: day(2031, 12, 31)) != .clean)
      #expect(Self.verdict(number, on: day(2031, 12, 31)) != .refused)
      #expect(Self.verdict(number, on: day(2032, 1, 1)) == .refused)
    }
  }

  @Test func bothRulesHoldAfter2032() {
    for number in SyntheticNumber.all(100, seed: 4) {
      #expect(Self.verdict(number, on: day(2040, 1, 1)) == .refused)
    }
  }

  @Test func everyNearMissIsShownOnce() {
    let slip = String(Self.number.dropLast(2)) + "00"
    let masked = "\(Self.number.prefix(6))*****"

    #expect(Self.verdict("\(slip), og \(slip) igjen") == .suspicious([masked]))
    #expect(Self.verdict("\(slip) og \(Self.number)") == .refused)
  }

  @Test func aLineForTheLogHoldsNoNumber() {
    for spelling in SyntheticNumber.spellings(of: Self.number) {
      let line = Screening.redacted("GET /sok/\(spelling) 200")

      #expect(line.hasPrefix("GET /sok/") && line.contains("***"))
      #expect(Screening(line, on: Self.today).verdict == .clean)
    }
    #expect(Screening.redacted("GET /moter/12 200") == "GET /moter/12 200")
  }

  /// As long as minutes may be, of the worst kind: nothing but digits and spaces.
  @Test func theLongestTextIsScreenedAtOnce() {
    let text = String(repeating: "01 02 03 1234 ", count: 2900)

    let time = ContinuousClock().measure { #expect(Self.verdict(text) != .refused) }

    #expect(time < .seconds(20), "some milliseconds optimised; this is not, on a busy machine")
  }

  @Test func wholeIdsPass() {
    let ids = IDSource(random: SeededGenerator(seed: 5))
    for _ in 0..<20_000 {
      let id: ID<Never> = ids.next(at: Instant(microseconds: 1_763_800_000_000_000))
      #expect(Self.verdict("/moter/\(id)/referat") == .clean)
    }
  }
}
