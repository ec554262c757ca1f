import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils

/// Councils of which each shall take over after the other.
@Suite struct DissolvedAtOnceTests {
  @Test("Of two that dissolve into each other, one stays", arguments: Engine.available)
  func oneStays(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let councils = try kommune.schoolsWithCouncils(2).map(\.id)
    let told = try kommune.overlap(
      (Self.dissolve(councils[0], into: councils[1]), .host),
      (Self.dissolve(councils[1], into: councils[0]), .host))
    #expect(told == "successor-cannot-take-over")
    let left = try kommune.run(ListCouncils.self).data.filter { $0.status == .constituted }
    #expect(left.map(\.id) == [councils[1]])
  }

  private static func dissolve(
    _ council: ID<Council>, into successor: ID<Council>
  ) throws -> ChangeCouncilStatus {
    var input = Input([
      "council": .text("\(council)"), "version": 1, "status": "dissolved",
      "reason": "Skolene slås sammen.", "decidedBy": "Kommunestyret",
      "successor": .text("\(successor)"),
    ])
    let change = ChangeCouncilStatus(&input)
    try input.finish()
    return change
  }
}
