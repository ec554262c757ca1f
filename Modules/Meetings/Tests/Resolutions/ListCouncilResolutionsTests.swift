import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

@Suite struct ListCouncilResolutionsTests {
  @Test("R111: the protocol has no gap", arguments: Engine.available)
  func listsByNumber(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    for number in 1...3 {
      try year.adopt("Råd \(number)")
      let fallen = try year.openBallot("Faller")
      try year.close(fallen)
    }
    #expect(try numbers(year, as: year.leader) == [1, 2, 3])
    let first = try list(year, as: year.leader, limit: 2)
    let next = try list(year, as: year.leader, limit: 2, cursor: first.resolutions.next)
    #expect(next.resolutions.data.map(\.number) == [3])
  }

  @Test("What is not published is the council's own", arguments: Engine.available)
  func hidesWhatIsNotPublished(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    _ = try year.publishMeeting()
    try year.planNext("2026-10-15T16:00:00Z")
    _ = try year.holdMeeting()
    #expect(try numbers(year, as: .visitor) == [1])
    #expect(try numbers(year, as: year.stranger) == [1])
    #expect(try numbers(year, as: year.deputy) == [1, 2])
  }

  private func numbers(_ year: CouncilYear, as actor: Actor) throws -> [Int] {
    try list(year, as: actor, limit: 20).resolutions.data.map(\.number)
  }

  private func list(
    _ year: CouncilYear, as actor: Actor, limit: Int, cursor: String? = nil
  ) throws -> CouncilProtocol {
    try year.kommune.run(
      ListCouncilResolutions.self, as: actor,
      [
        "council": .text("\(year.council)"), "limit": .number(limit),
        "cursor": cursor.map { .text($0) } ?? .null,
      ])
  }
}
