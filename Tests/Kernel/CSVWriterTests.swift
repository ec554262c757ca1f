import Kernel
import Testing

@Suite struct CSVWriterTests {
  private static func written(_ fields: String...) -> String {
    var writer = CSVWriter(header: ["a", "b"])
    writer.line(fields)
    return String(decoding: writer.utf8.dropFirst(3), as: UTF8.self)
  }

  @Test func separatesBySemicolonAndEndsLinesAsTheStandardSays() {
    #expect(Self.written("1", "blå") == "a;b\r\n1;blå\r\n")
    #expect(CSVWriter(header: []).utf8.starts(with: [0xEF, 0xBB, 0xBF]))
  }

  @Test func quotesWhatWouldBeTakenForStructure() {
    #expect(Self.written("a;b", "c,d") == "a;b\r\n\"a;b\";\"c,d\"\r\n")
    #expect(Self.written("say \"no\"", "x\ny") == "a;b\r\n\"say \"\"no\"\"\";\"x\ny\"\r\n")
  }

  @Test(arguments: ["=1+1", "+47", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://x\";1)"])
  func noCellIsAFormula(_ text: String) throws {
    var writer = CSVWriter(header: ["a", "b"])
    writer.line([text, "b"])
    let cell = try #require(CSV(writer.utf8).rows.first?.fields.first)
    #expect(cell.hasPrefix("'"))
    #expect(cell.dropFirst() == text)
  }

  @Test func whatIsWrittenCanBeRead() throws {
    let rows = [["æøå", "a;b,c"], ["\"", "linje\nlinje"], ["", "0"]]
    var writer = CSVWriter(header: ["en", "to"])
    for row in rows { writer.line(row) }
    let csv = try CSV(writer.utf8)
    #expect(csv.header == ["en", "to"])
    #expect(csv.rows.map(\.fields) == rows)
  }
}
