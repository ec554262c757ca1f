import Kernel
import Testing

@Suite struct CSVTests {
  private static func rows(_ text: String) throws -> [[String]] {
    try CSV(Array(text.utf8)).rows.map(\.fields)
  }

  @Test func readsCommasAndSemicolons() throws {
    #expect(try Self.rows("a,b\n1,2;3\n") == [["1", "2;3"]])
    #expect(try Self.rows("a;b\n1;2,3\n") == [["1", "2,3"]])
  }

  @Test func readsQuotesWithSeparatorsLineEndsAndQuotesInside() throws {
    let text = "a,b\n\"x, y\",\"he said \"\"no\"\"\nand left\"\nlast,row\n"

    let csv = try CSV(Array(text.utf8))

    #expect(csv.rows.map(\.fields) == [["x, y", "he said \"no\"\nand left"], ["last", "row"]])
    #expect(csv.rows.map(\.line) == [2, 4])
  }

  @Test func passesOverAByteOrderMarkCarriageReturnsAndBlankLines() throws {
    let text = "\u{FEFF}a,b\r\n1, 2 \r\n\r\n,\r\n3,4"

    let csv = try CSV(Array(text.utf8))

    #expect(csv.header == ["a", "b"])
    #expect(csv.rows.map(\.fields) == [["1", "2"], ["3", "4"]])
    #expect(csv.rows.map(\.line) == [2, 5])
  }

  @Test func keepsEmptyFieldsAtBothEnds() throws {
    #expect(try Self.rows("a,b,c\n,x,\n") == [["", "x", ""]])
    #expect(try Self.rows("a,b,c\n,x,") == [["", "x", ""]])
  }

  @Test func namesEveryLineThatIsNotUTF8() {
    #expect(throws: CSV.Fault.notUTF8(lines: [3, 5])) {
      try CSV(Array("a,b\n1,2\nsk".utf8) + [0xF8] + Array("le,3\nb,4\n".utf8) + [0xE5, 0x0A])
    }
  }

  @Test func namesTheLineOfAQuoteThatIsNeverClosed() {
    #expect(throws: CSV.Fault.quoteIsNotClosed(line: 2)) { try Self.rows("a,b\n\"1,2\n3,4\n") }
  }

  @Test(arguments: ["", "\n", "\r\n\r\n", " , \n", "\u{FEFF}"])
  func refusesAFileWithNothingInIt(_ text: String) {
    #expect(throws: CSV.Fault.empty) { try Self.rows(text) }
  }
}
