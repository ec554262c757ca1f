import Kernel
import TestKit
import Testing

@testable import Database

@Suite struct DecodingTests {
  private static func kindOfReading<Value: Storable>(
    _ sql: SQL, as type: Value.Type, _ engine: Engine
  ) throws -> DatabaseError.Kind? {
    let scratch = try Scratch(on: engine)
    return try kind { try scratch.run(.read) { _ = try $0.value(sql, of: type) } }
  }

  @Test(arguments: Engine.available)
  func aColumnThatHoldsSomethingElseIsAnError(_ engine: Engine) throws {
    let text: SQL = "SELECT CAST('solbakken' AS text)"

    #expect(try Self.kindOfReading(text, as: Int.self, engine) == .unexpectedValue)
    #expect(try Self.kindOfReading(text, as: Day.self, engine) == .unexpectedValue)
    #expect(try Self.kindOfReading(text, as: Bool.self, engine) == .unexpectedValue)
    #expect(try Self.kindOfReading(text, as: ID<Never>.self, engine) == .unexpectedValue)
    #expect(try Self.kindOfReading(text, as: TenantStatus.self, engine) == .unexpectedValue)
    #expect(try Self.kindOfReading(text, as: Int?.self, engine) == .unexpectedValue)
  }

  @Test(arguments: Engine.available)
  func nullIsAnErrorUnlessItMayBeMissing(_ engine: Engine) throws {
    let null: SQL = "SELECT CAST(NULL AS text)"

    #expect(try Self.kindOfReading(null, as: String.self, engine) == .unexpectedValue)
    #expect(try Self.kindOfReading(null, as: Int.self, engine) == .unexpectedValue)
    #expect(try Self.kindOfReading(null, as: Bool.self, engine) == .unexpectedValue)
    #expect(try Self.kindOfReading(null, as: String?.self, engine) == nil)
  }

  @Test(arguments: Engine.available)
  func aFractionIsAnErrorAndNeverTakenForMissing(_ engine: Engine) throws {
    let fraction: SQL = "SELECT 1.5"

    #expect(try Self.kindOfReading(fraction, as: Int.self, engine) == .unexpectedValue)
    #expect(try Self.kindOfReading(fraction, as: Int?.self, engine) == .unexpectedValue)
  }

  @Test(arguments: Engine.available)
  func aColumnTheQueryDoesNotHaveIsAnError(_ engine: Engine) throws {
    let scratch = try Scratch(on: engine)

    let found = try kind {
      try scratch.run(.read) { transaction in
        _ = try transaction.rows("SELECT 1", as: { (a: Int, b: String?) in a })
      }
    }

    #expect(found == .unexpectedValue)
  }

  @Test(arguments: Engine.available)
  func aNumberThatDoesNotFitIsAnErrorAndNeverAnotherNumber(_ engine: Engine) throws {
    let tooLarge: SQL = "SELECT CAST('9223372036854775808' AS text)"
    let tooSmall: SQL = "SELECT CAST('-9223372036854775809' AS text)"
    let smallest: SQL = "SELECT CAST('-9223372036854775808' AS text)"

    #expect(try Self.kindOfReading(tooLarge, as: Int.self, engine) == .unexpectedValue)
    #expect(try Self.kindOfReading(tooSmall, as: Int.self, engine) == .unexpectedValue)
    #expect(try Self.kindOfReading(smallest, as: Int.self, engine) == nil)
  }

  @Test(arguments: Engine.available)
  func anErrorWhileReadingRowsLeavesTheTransactionUsable(_ engine: Engine) throws {
    let scratch = try Scratch(on: engine)
    struct Stop: Error {}

    try scratch.run { transaction in
      #expect(throws: Stop.self) {
        _ = try transaction.rows(
          "SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3", as: { (_: Int) in throw Stop() })
      }
      let next: Int? = try transaction.value("SELECT 41 + 1")
      #expect(next == 42)
    }
  }

  @Test func anErrorSaysNothingOfTheValuesUnlessADeveloperAsks() throws {
    let scratch = try Scratch(on: .sqlite)

    do {
      try scratch.run { try $0.run("SELECT hemmelig FROM nowhere WHERE a = \("Kari")") }
      Issue.record("nothing was refused")
    } catch let error as DatabaseError {
      #expect(error.description == "database: other")
      #expect(error.debugDescription.contains("SELECT hemmelig"))
      #expect(!error.debugDescription.contains("Kari"))
    }
  }
}
