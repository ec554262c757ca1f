import TestKit
import Testing

@testable import Database

@Suite struct PipelineTests {
  @Test(arguments: Engine.available)
  func readingAndWritingInTurnNeverMixesUpTheAnswers(_ engine: Engine) throws {
    let scratch = try Scratch(on: engine)
    let store = scratch.store()
    for number in 1...200 {
      let echoed: Int? = try store.transaction(of: Scratch.first, .read) {
        try $0.value("SELECT CAST(\(number) AS bigint)")
      }
      if number % 3 == 0 {
        _ = try store.transaction(of: Scratch.first) { transaction in
          try transaction.run(
            "INSERT INTO scratch_thing (id, name) VALUES (\(number), \("n\(number)"))")
        }
      }
      if number % 7 == 0 {
        let found = try kind {
          try store.transaction(of: Scratch.second, .read) { try $0.run("SELECT 1 FROM nowhere") }
        }
        #expect(found == .other)
      }
      let twice = try store.transaction(of: Scratch.second, .read) { transaction in
        let first: Int? = try transaction.value("SELECT CAST(\(number * 2) AS bigint)")
        let second: String? = try transaction.value("SELECT CAST(\("\(number)") AS text)")
        return (first, second)
      }

      #expect(echoed == number)
      #expect(twice.0 == number * 2)
      #expect(twice.1 == "\(number)")
    }
    #expect(try scratch.things() == 66)
  }

  @Test(arguments: Engine.available)
  func theLastQueryMayTakeTheEndAlong(_ engine: Engine) throws {
    let scratch = try Scratch(on: engine)
    let store = scratch.store()
    for number in 1...20 {
      let read = try store.transaction(of: Scratch.first, .read) { transaction in
        let first: Int? = try transaction.value("SELECT CAST(\(number) AS bigint)")
        let last = try transaction.lastRows("SELECT CAST(\(number * 2) AS bigint)") { (n: Int) in n
        }
        return (first, last)
      }
      let refused = try kind {
        try store.transaction(of: Scratch.second, .read) { transaction in
          _ = try transaction.lastRows("SELECT id FROM nowhere") { (n: Int) in n }
        }
      }
      let written = try store.transaction(of: Scratch.first) { transaction in
        let last = try transaction.lastRows("SELECT CAST(1 AS bigint)") { (n: Int) in n }
        try transaction.run(
          "INSERT INTO scratch_thing (id, name) VALUES (\(number), \("n\(number)"))")
        return last
      }

      #expect(read.0 == number)
      #expect(read.1 == [number * 2])
      #expect(refused == .other)
      #expect(written == [1])
    }
    #expect(try scratch.things() == 20)
  }

  @Test func nothingRunsBehindTheLastQuery() throws {
    guard Engine.available.contains(.postgres) else { return }
    let scratch = try Scratch(on: .postgres)
    let store = scratch.store()

    let found = try kind {
      try store.transaction(of: Scratch.first, .read) { transaction in
        _ = try transaction.lastRows("SELECT CAST(1 AS bigint)") { (n: Int) in n }
        try transaction.run("SELECT 1")
      }
    }

    #expect(found == .other)
    let next: Int? = try store.transaction(of: Scratch.first, .read) {
      try $0.value("SELECT CAST(2 AS bigint)")
    }
    #expect(next == 2)
    #expect(try scratch.things() == 0)
  }

  @Test(arguments: Engine.available)
  func aStatementThatCannotBePreparedDoesNotSpoilTheNext(_ engine: Engine) throws {
    let scratch = try Scratch(on: engine)
    let store = scratch.store()
    for round in 1...3 {
      let found = try kind {
        try store.transaction(of: Scratch.first) { try $0.run("SELECT later FROM scratch_thing") }
      }
      let good: Int? = try store.transaction(of: Scratch.first, .read) {
        try $0.value("SELECT CAST(\(round) AS bigint)")
      }

      #expect(found == .other)
      #expect(good == round)
    }
  }

  @Test(arguments: Engine.available)
  func aStatementThatFailedIsPreparedOnceItCanBe(_ engine: Engine) throws {
    let scratch = try Scratch(on: engine)
    let store = scratch.store()
    let statement: SQL = "INSERT INTO scratch_thing (id, name) VALUES (\(1), \("n"))"

    let first = try kind { try store.transaction(of: Scratch.first) { try $0.run(statement) } }
    let second = try kind { try store.transaction(of: Scratch.first) { try $0.run(statement) } }
    #expect(first == nil)
    #expect(second == .alreadyExists)
    try store.transaction(of: Scratch.first) { transaction in
      try transaction.run("DELETE FROM scratch_thing")
      try transaction.run(statement)
    }

    #expect(try scratch.things() == 1)
  }

  @Test(.enabled(if: Superuser.uri != nil))
  func tooManyValuesAreAFaultAndNotALostConnection() throws {
    let scratch = try Scratch(on: .postgres)

    let found = try kind {
      try scratch.run(.read) { transaction in
        try transaction.run("SELECT 1 WHERE 1 IN (\(list: Array(1...70_000)))")
      }
    }

    #expect(found == .other)
  }
}
