import Crypto
import Testing

@Suite struct TimeCodeTests {
  private static let seed = Array("12345678901234567890".utf8)

  @Test(
    "The codes of RFC 6238, appendix B",
    arguments: [
      (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"),
      (1_234_567_890, "005924"), (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ] as [(Int64, String)])
  func codesOfTheStandard(_ seconds: Int64, _ code: String) {
    #expect(TimeCode.code(Self.seed, step: seconds / 30) == code)
    #expect(TimeCode.step(of: code, Self.seed, at: seconds) == seconds / 30)
  }

  @Test func aCodeIsTakenHalfAMinuteEarlyOrLateAndNoMore() {
    let step: Int64 = 1_000_000
    let code = TimeCode.code(Self.seed, step: step)
    let found = (-2...2).map { TimeCode.step(of: code, Self.seed, at: (step + $0) * 30) }
    #expect(found == [nil, step, step, step, nil])
  }

  @Test func nothingElseIsACode() {
    for text in ["", "28708", "2870820", "28708x", " 287082"] {
      #expect(TimeCode.step(of: text, Self.seed, at: 59) == nil)
    }
  }

  @Test(
    "Base32 of RFC 4648 § 10, without padding",
    arguments: [
      ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
      ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
    ])
  func base32(_ text: String, _ encoded: String) {
    #expect(Base32.text(Array(text.utf8)) == encoded)
  }
}
