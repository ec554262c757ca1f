import Testing
import Web

@Suite struct FormReaderTests {
  @Test func namesWithDotsBecomeListsAndRecords() throws {
    let value = try Value(
      form: "name=R%C3%A5det+v%C3%A5rt&seats.1.name=Ola&seats.0.name=Kari&seats.0.votes=on&a.b=1")

    #expect(
      value == [
        "name": "Rådet vårt",
        "seats": [["name": "Kari", "votes": "on"], ["name": "Ola"]], "a": ["b": "1"],
      ])
  }

  @Test func linesAreInTheOrderOfTheirNumbersHoweverTheyCome() throws {
    let value = try Value(form: "s.10=k&s.9=j&s.2=c")

    #expect(value == ["s": ["c", "j", "k"]])
  }

  @Test func anEmptyFormIsAnEmptyRecord() throws {
    #expect(try Value(form: "") == [:])
    #expect(try Value(form: "&&") == [:])
    #expect(try Value(form: "a") == ["a": ""])
    #expect(try Value(form: "a=b=c") == ["a": "b=c"])
  }

  @Test(arguments: [
    "a=1&a=2", "a=1&a.b=2", "a.b=1&a=2", "a.0=1&a.0=2", "a=%", "a=%4", "a=%zz", "a=%C3",
    "a=%FF", "a=%00", "%00=a", "a.b.c.d.e=1", "a=1&%61=2",
  ])
  func refusesWhatIsBrokenOrComesTwice(_ text: String) {
    #expect(throws: RequestRefusal.bodyIsNotAForm) { try Value(form: text) }
  }

  @Test(arguments: ["", "æøå /?#&=+%", "a.b", "e\u{301}", "\u{10FFFF}", "~-._", "\r\n"])
  func anythingComesBackFromItsPercentCodes(_ text: String) {
    let encoded = percentEncoded(text)

    #expect(percentDecoded(encoded).map { Array($0.utf8) } == Array(text.utf8))
    #expect(encoded.utf8.allSatisfy { $0 > 32 && $0 < 127 && !"/?#&=+ ".utf8.contains($0) })
  }
}
