import Testing
import Web

@Suite struct JSONReaderTests {
  private static func read(_ text: String) throws -> Value { try Value(json: Array(text.utf8)) }

  @Test func readsEveryKindOfValue() throws {
    let value = try Self.read(
      #"{"a":"x\u00e5\ud834\udd1e\n","b":-7,"c":true,"d":false,"e":null,"f":[1,[]],"g":{"h":""}}"#)

    #expect(
      value == [
        "a": "xå𝄞\n", "b": -7, "c": true, "d": false, "e": .null, "f": [1, []], "g": ["h": ""],
      ])
  }

  @Test(arguments: [("1.0", 1), ("1e3", 1000), ("-0.0", 0), ("9007199254740992.0", 1 << 53)])
  func wholeNumbersMayHaveAPoint(_ text: String, _ number: Int) throws {
    #expect(try Self.read("{\"a\":\(text)}") == ["a": .number(number)])
  }

  @Test(arguments: [
    "", " ", "[]", "1", "\"a\"", "null", "{", "}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}",
    "{'a':1}", "{\"a\":01}", "{\"a\":+1}", "{\"a\":1} x", "{\"a\":1}{\"a\":2}", "{\"a\":1}\0",
    "{\"a\":1,\"a\":2}", "{\"x\":{\"a\":1,\"a\":1}}", "{\"a\":1,\"\\u0061\":2}",
    "{\"a\":1.5}", "{\"a\":1e17}", "{\"a\":1e400}", "{\"a\":[0.1]}", "{\"a\":NaN}",
    "{\"a\":9223372036854775808}", "{\"a\":\"\\u0000\"}", "{\"\\u0000\":1}", "{\"a\":\"\\ud800\"}",
    "{\"a\":\"\\x41\"}", "{\"a\":\"\n\"}", "{\"a\":/* no */1}", "\u{FEFF}{}",
    "{\"\u{e9}\":1,\"e\u{301}\":2}",
  ])
  func refusesWhatIsNoObjectOfOurs(_ text: String) {
    #expect(throws: RequestRefusal.bodyIsNotJSON) { try Self.read(text) }
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFF], [0xC3],
      [0xF4, 0x90, 0x80, 0x80],
    ] as [[UInt8]])
  func refusesBytesThatAreNotUTF8(_ bytes: [UInt8]) {
    let body = Array("{\"a\":\"".utf8) + bytes + Array("\"}".utf8)

    #expect(throws: RequestRefusal.bodyIsNotJSON) { try Value(json: body) }
  }

  @Test func refusesWhatIsNestedTooDeepHoweverDeep() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "{\"a\":", count: depth) + "1" + String(repeating: "}", count: depth)
    }

    #expect(throws: Never.self) { try Self.read(nested(32)) }
    #expect(throws: RequestRefusal.bodyIsNotJSON) { try Self.read(nested(33)) }
    #expect(throws: RequestRefusal.bodyIsNotJSON) { try Self.read(nested(100_000)) }
    #expect(throws: RequestRefusal.bodyIsNotJSON) {
      try Self.read("{\"a\":" + String(repeating: "[", count: 500_000))
    }
    #expect(throws: Never.self) {
      try Self.read("{\"a\":\"\(String(repeating: "[{", count: 99))\"}")
    }
  }

  @Test func readsAMebibyteOfAnyShape() throws {
    let size = 1 << 20
    let long = "{\"a\":\"\(String(repeating: "x", count: size - 8))\"}"
    let many = "{\"a\":[\(String(repeating: "1,", count: size / 2 - 8))1]}"
    let keys = "{\((0..<80_000).map { "\"k\($0)\":1" }.joined(separator: ","))}"

    for body in [long, many, keys] { #expect(throws: Never.self) { try Self.read(body) } }
  }
}
