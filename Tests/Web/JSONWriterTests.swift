import Kernel
import Testing
import Web

@Suite struct JSONWriterTests {
  private struct Everything: JSONRecord {
    let text: String
    let number: Int
    let flag: Bool
    let missing: String?
    let list: [String]

    static let shape = Shape<Everything>(
      "Everything",
      [
        Field("text", "A text.") { $0.text }, Field("number", "A number.") { $0.number },
        Field("flag", "A flag.") { $0.flag }, Field("missing", "Nothing.") { $0.missing },
        Field("list", "A list.") { $0.list },
      ])
  }

  private static func written(_ value: some JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    value.write(to: &writer)
    return writer.utf8
  }

  @Test(arguments: [
    "", "\"", "\\", "\\\"", "\n\r\t", "\u{1}\u{1F}\u{7F}\u{8}\u{C}", "æøå", "𝄞", "e\u{301}",
    "\"\u{301}", "\\\u{301}", "</script>", "\u{2028}", "{\"a\":1}",
  ])
  func whatIsWrittenIsReadBackAsItWas(_ text: String) throws {
    let record = Everything(text: text, number: .min, flag: true, missing: nil, list: [text, "b"])

    let read = try Value(json: Self.written(record))

    #expect(
      read == [
        "text": .text(text), "number": .number(.min), "flag": true, "missing": .null,
        "list": [.text(text), "b"],
      ])
    guard case .object(let fields) = read, case .text(let back) = fields["text"] else {
      Issue.record("the text is missing")
      return
    }
    #expect(Array(back.utf8) == Array(text.utf8))
  }

  @Test func daysInstantsAndIDsAreWrittenAsTheAPISays() {
    let day = Day(daysSince1970: 20_000)

    #expect(String(decoding: Self.written(day), as: UTF8.self) == "\"2024-10-04\"")
    #expect(
      String(decoding: Self.written(Instant(day, hour: 9)), as: UTF8.self)
        == "\"2024-10-04T09:00:00Z\"")
    #expect(
      String(decoding: Self.written(ID<Never>(high: 0, low: 1)), as: UTF8.self)
        == "\"00000000-0000-0000-0000-000000000001\"")
  }

  @Test func aPageOfAListSaysWhereTheNextOneStarts() throws {
    func page(_ count: Int) -> Value? {
      var input = Input(["limit": 2])
      let paging = input.paging()
      let records = (0..<count).map {
        Everything(text: "t\($0)", number: $0, flag: false, missing: nil, list: [])
      }
      let list = ListPage(records, for: paging) { Cursor($0.text, ID<Never>(high: 0, low: 7)) }
      guard case .object(let fields)? = try? Value(json: Self.written(list)) else { return nil }
      return fields["next"]
    }

    #expect(page(2) == .null)
    #expect(page(3) == .text("00000000-0000-0000-0000-000000000007t1"))
  }
}
