import Councils
import Database
import Kernel
import TestKit
import Testing
import UseCases

@testable import Gateway

/// What happens by itself happens in every kommune that is served, and stops nowhere.
@Suite struct ChoresTests {
  @Test(arguments: Engine.available)
  func everyKommuneHasItsRound(_ engine: Engine) throws {
    let house = try House(on: engine)
    let statements = StatementLog()
    let application = Application(
      at: house.kommune.location, settings: TestKit.Kommune.settings, clock: house.kommune.clock,
      statements: statements, log: { _ in })
    let chores = Chores(application)
    try chores.round()
    #expect(statements.statements.contains { $0.contains("councils_seat") })
    statements.clear()
    try chores.round { true }
    #expect(!statements.statements.contains { $0.contains("councils_seat") })
  }
}
