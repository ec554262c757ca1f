import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

@Suite struct ListResolutionsTests {
  @Test("R083: everybody sees what was published, the newest first", arguments: Engine.available)
  func listsWhatIsPublished(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let first = try year.publishMeeting()
    year.kommune.now = year.kommune.now.adding(days: 10)
    try year.planNext("2026-10-15T16:00:00Z")
    let second = try year.publishMeeting()
    try year.planNext("2026-11-15T16:00:00Z")
    _ = try year.holdMeeting()

    let page = try list(year, limit: 1)
    #expect(page.data.map(\.id) == [second.id])
    #expect(page.data.first?.councilName.isEmpty == false)
    let next = try list(year, limit: 1, cursor: page.next)
    #expect(next.data.map(\.id) == [first.id])
    #expect(next.next == nil)
  }

  @Test("An answer that is late is shown as late", arguments: Engine.available)
  func showsWhatIsLate(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let resolution = try year.publishMeeting()
    year.kommune.now = year.kommune.now.adding(days: 30)
    #expect(try list(year, limit: 10).data.map(\.state) == [.waiting])
    year.kommune.now = year.kommune.now.adding(days: 1)
    #expect(try list(year, limit: 10).data.map(\.state) == [.overdue])
    try year.answer(resolution, "followed")
    #expect(try list(year, limit: 10).data.map(\.state) == [.followed])
  }

  @Test("One statement whatever the number", arguments: Engine.available)
  func countsStatements(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    _ = try year.publishMeeting()
    #expect(try year.countStatements { try list(year, limit: 10) } == 1)
  }

  private func list(
    _ year: CouncilYear, limit: Int, cursor: String? = nil
  ) throws -> ListPage<Resolution> {
    try year.kommune.run(
      ListResolutions.self, as: .visitor,
      ["limit": .number(limit), "cursor": cursor.map { .text($0) } ?? .null])
  }
}
