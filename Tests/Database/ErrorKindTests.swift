import TestKit
import Testing

@testable import Database

@Suite struct ErrorKindTests {
  private static let broken: [(SQL, DatabaseError.Kind)] = [
    ("INSERT INTO scratch_thing (id, name) VALUES (1, 'other')", .alreadyExists),
    ("INSERT INTO scratch_thing (id, name) VALUES (9, 'first')", .alreadyExists),
    ("INSERT INTO scratch_part (id, thing_id) VALUES (1, 99)", .missingReference),
    ("DELETE FROM scratch_thing WHERE id = 1", .missingReference),
    ("INSERT INTO scratch_thing (id, name, amount) VALUES (9, 'n', -1)", .checkFailed),
    ("INSERT INTO scratch_thing (id, name) VALUES (9, NULL)", .checkFailed),
    ("UPDATE scratch_thing SET name = 'new' WHERE id = 2", .recordIsFrozen),
    ("DELETE FROM scratch_thing WHERE id = 2", .recordIsFrozen),
    ("SELECT 1 FROM scratch_nowhere", .other),
    ("SELEKT 1", .other),
  ]

  @Test(arguments: Engine.available)
  func everyBrokenRuleHasItsKindAndChangesNothing(_ engine: Engine) throws {
    let scratch = try Scratch(on: engine)
    let store = scratch.store()
    try store.transaction(of: Scratch.first) { transaction in
      try transaction.run(
        """
        INSERT INTO scratch_thing (id, name, is_done)
        VALUES (1, 'first', \(false)), (2, 'done', \(true))
        """)
      try transaction.run("INSERT INTO scratch_part (id, thing_id) VALUES (7, 1)")
    }
    let before = try store.transaction(of: Scratch.first, .read) { try $0.fingerprint() }

    for (statement, expected) in Self.broken {
      let found = try kind { try store.transaction(of: Scratch.first) { try $0.run(statement) } }

      let after = try store.transaction(of: Scratch.first, .read) { try $0.fingerprint() }
      #expect(found == expected, "\(statement.text)")
      #expect(after == before)
    }
  }

  @Test(arguments: Engine.available)
  func whatIsOnlyEverAddedIsNeverChanged(_ engine: Engine) throws {
    let scratch = try Scratch(on: engine)
    try scratch.run { try $0.run("INSERT INTO scratch_log (number) VALUES (1)") }

    for change: SQL in ["UPDATE scratch_log SET number = 2", "DELETE FROM scratch_log"] {
      let found = try kind { try scratch.run { try $0.run(change) } }

      #expect(found == (engine == .sqlite ? .recordIsFrozen : .other))
    }
    let number: Int? = try scratch.run(.read) { try $0.value("SELECT number FROM scratch_log") }
    #expect(number == 1)
  }

  @Test(arguments: Engine.available)
  func theBrokenRuleIsNamed(_ engine: Engine) throws {
    let scratch = try Scratch(on: engine)

    do {
      try scratch.run { transaction in
        try transaction.run("INSERT INTO scratch_thing (id, name, amount) VALUES (9, 'n', -1)")
      }
      Issue.record("nothing was refused")
    } catch let error as DatabaseError {
      #expect((error.constraint ?? error.message).contains("amount_is_not_negative"))
    }
  }

  @Test(arguments: Engine.available)
  func aTransactionThatOnlyReadsChangesNothing(_ engine: Engine) throws {
    let scratch = try Scratch(on: engine)

    let found = try kind {
      try scratch.run(.read) { transaction in
        try transaction.run("INSERT INTO scratch_thing (id, name) VALUES (1, 'n')")
      }
    }

    #expect(found == .notWritable)
    #expect(try scratch.things() == 0)
  }

  @Test(.enabled(if: Superuser.uri != nil))
  func aStatementThatRunsTooLongIsStopped() throws {
    let scratch = try Scratch(on: .postgres)

    let found = try kind {
      try scratch.run(.read) { transaction in
        try transaction.run("SET LOCAL statement_timeout = '50ms'")
        try transaction.run("SELECT pg_sleep(20)")
      }
    }

    #expect(found == .timeout)
  }

  @Test(.enabled(if: Superuser.uri != nil))
  func aStatementHasFiveSecondsAndALockTwo() throws {
    let scratch = try Scratch(on: .postgres)

    let limits: [String] = try scratch.run(.read) { transaction in
      try transaction.values(
        """
        SELECT setting FROM pg_settings WHERE name IN
          ('idle_in_transaction_session_timeout', 'lock_timeout', 'statement_timeout')
        ORDER BY name
        """)
    }

    #expect(limits == ["10000", "2000", "5000"])
  }

  @Test(.enabled(if: Superuser.uri != nil))
  func aServerThatIsNotThereIsUnreachable() throws {
    let nowhere = Store(.postgres(uri: "postgres://nobody@/nothing?host=/nonexistent&port=1"))

    let found = try kind { try nowhere.catalog { _ = try $0.tenants() } }

    #expect(found == .unreachable)
  }
}
