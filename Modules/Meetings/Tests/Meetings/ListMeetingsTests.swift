import Testing
import TestKit
import UseCases
import Web

@testable import Meetings

@Suite struct ListMeetingsTests {
  @Test("The newest first, page by page, for everybody", arguments: Engine.available)
  func pages(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    for month in 10...12 { try year.planNext("2026-\(month)-15T16:00:00Z") }
    let first = try list(year, cursor: nil)
    #expect(first.meetings.data.map { $0.startsAt.day.parts.month } == [12, 11])
    let second = try list(year, cursor: first.meetings.next)
    #expect(second.meetings.data.map { $0.startsAt.day.parts.month } == [10, 9])
    #expect(second.meetings.next == nil)
  }

  @Test("As many statements for many meetings as for one", arguments: Engine.available)
  func countsStatements(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let few = try year.countStatements { try list(year, cursor: nil) }
    for month in 10...12 { try year.planNext("2026-\(month)-15T16:00:00Z") }
    #expect(try year.countStatements { try list(year, cursor: nil) } == few)
  }

  private func list(_ year: CouncilYear, cursor: String?) throws -> MeetingList {
    try year.kommune.run(
      ListMeetings.self, as: .visitor,
      [
        "council": .text("\(year.council)"), "limit": 2,
        "cursor": cursor.map { .text($0) } ?? .null,
      ])
  }
}
