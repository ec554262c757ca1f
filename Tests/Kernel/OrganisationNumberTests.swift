import Kernel
import Testing

@Suite struct OrganisationNumberTests {
  @Test(arguments: ["942110464", "942 110 464", "974760673", "889640782"])
  func readsNumbersWithARightCheckDigit(_ text: String) {
    #expect(OrganisationNumber(text)?.text == text.filter { $0 != " " })
  }

  @Test(arguments: [
    "", "94211046", "9421104640", "942110465", "94211046a", "942-110-464", "٩٤٢١١٠٤٦٤",
    "942110464\u{301}",
  ])
  func refusesEverythingElse(_ text: String) {
    #expect(OrganisationNumber(text) == nil)
  }

  @Test func aSingleWrongDigitIsAlwaysFound() throws {
    let right = Array("942110464".utf8)
    for position in right.indices {
      for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != right[position] {
        var wrong = right
        wrong[position] = digit

        #expect(OrganisationNumber(String(decoding: wrong, as: UTF8.self)) == nil)
      }
    }
  }

  @Test func thereIsNoCheckDigitTen() {
    let numbers = (0...9).map { "10000007\($0)" } + (0...9).map { "10000002\($0)" }

    let right = numbers.filter { OrganisationNumber($0) != nil }

    #expect(right.count < 3)
    for text in right { #expect(Self.sum(text) % 11 == 0) }
  }

  private static func sum(_ text: String) -> Int {
    zip(text.utf8, [3, 2, 7, 6, 5, 4, 3, 2, 1]).reduce(0) { $0 + Int($1.0 - 48) * $1.1 }
  }
}
