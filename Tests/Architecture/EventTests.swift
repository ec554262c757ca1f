import Database
import Gateway
import TestKit
import Testing

@Suite struct EventTests {
  private static let kinds = Composition().events

  @Test func everyEventHasItsWords() {
    let written = Set(Repository.product.flatMap(Self.events))
    #expect(written.count > 30)
    #expect(written.subtracting(Self.kinds.map(\.code)).sorted() == [], "an event without words")
    #expect(Set(Self.kinds.map(\.code)).subtracting(written).sorted() == [], "words of no event")
    #expect(Self.kinds.count == Set(Self.kinds.map(\.code)).count)
  }

  @Test func eventsAreFoundInTheSources() {
    func events(_ text: String) -> [String] { Self.events(in: SourceFile("Sources/A.swift", text)) }
    #expect(events("try work.record(\"a-b\", id)") == ["a-b"])
    #expect(events("try work.record(\n  \"a-b\", id)") == ["a-b"])
    #expect(events("try work.recordOnceAnHour(\"c\", id, [\"d\": \"e\"])") == ["c"])
    #expect(events("func record<Record>(_ event: String)") == [])
  }

  @Test func everyEventIsNamedWhereItIsWritten() {
    let hidden = Repository.product.filter {
      $0.code.count { $0.contains(/\bwork\.record(OnceAnHour)?\(/) } > Self.events(in: $0).count
    }
    #expect(hidden.map(\.path) == [], "the event's name is no literal, so nothing finds its words")
  }

  @Test("Facts are ids, numbers, days, codes and digests: nothing that somebody wrote")
  func factsHoldNoFreeText() throws {
    let kommune = try Kommune(on: .sqlite)
    try walkEverything(kommune)
    let facts: [String] = try kommune.work(as: .host, .read) {
      try $0.values("SELECT DISTINCT facts FROM events_event WHERE facts <> ''")
    }
    let lines = facts.flatMap { $0.split(separator: "\n") }
    #expect(lines.count > 100)
    #expect(lines.filter { !Self.isPlain($0) } == [])
    #expect(!Self.isPlain("name=Kari Nordmann"))
    #expect(!Self.isPlain("person=kari@eksempel.no"))
    #expect(!Self.isPlain("a second line"))
  }

  private static func isPlain(_ line: Substring) -> Bool {
    line.wholeMatch(of: /[a-zA-Z]+=([a-z0-9_-]*|[0-9-]+T[0-9:.]+Z)/) != nil
      || line.wholeMatch(of: /useCase=[a-zA-Z]+/) != nil
  }

  /// The events that a file writes.
  private static func events(in file: SourceFile) -> [String] {
    let text = file.code.joined(separator: "\n")
    return text.matches(of: /\.record(?:OnceAnHour)?\(\s*"([a-z-]+)"/).map { String($0.output.1) }
  }
}
