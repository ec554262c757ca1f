import Synchronization
import TestKit
import Testing

@testable import Database

@Suite(.enabled(if: Superuser.uri != nil))
struct LostConnectionTests {
  private static func process(_ transaction: borrowing Transaction) throws -> Int {
    try transaction.value("SELECT pg_backend_pid()") ?? 0
  }

  @Test(arguments: [Access.read, .write])
  func anIdleConnectionThatWasCutIsReplaced(_ access: Access) throws {
    let scratch = try Scratch(on: .postgres)
    let store = scratch.store()
    let process = try store.transaction(of: Scratch.first, access) { try Self.process($0) }
    try Superuser.terminate(process)

    _ = try store.transaction(of: Scratch.first) { transaction in
      try transaction.run("INSERT INTO scratch_thing (id, name) VALUES (1, 'n')")
    }

    #expect(try scratch.things() == 1)
  }

  @Test func aTransactionThatWasCutRunsAgainWholeAndIsNeverHalfKept() throws {
    let scratch = try Scratch(on: .postgres)
    let store = scratch.store()
    var runs = 0

    try store.transaction(of: Scratch.first) { transaction in
      runs += 1
      try transaction.run("INSERT INTO scratch_thing (id, name) VALUES (\(runs), 'first')")
      if runs == 1 { try Superuser.terminate(try Self.process(transaction)) }
      try transaction.run("INSERT INTO scratch_thing (id, name) VALUES (\(runs + 10), 'second')")
    }

    let ids: [Int] = try scratch.run(.read) {
      try $0.values("SELECT id FROM scratch_thing ORDER BY id")
    }
    #expect(runs == 2)
    #expect(ids == [2, 12])
  }

  @Test func aConnectionThatIsCutEveryTimeIsGivenUp() throws {
    let scratch = try Scratch(on: .postgres)
    var runs = 0

    let found = try kind {
      try scratch.run { transaction in
        runs += 1
        try Superuser.terminate(try Self.process(transaction))
        try transaction.run("INSERT INTO scratch_thing (id, name) VALUES (1, 'n')")
      }
    }

    #expect(found == .connectionLost)
    #expect(runs == 4)
    #expect(try scratch.things() == 0)
  }

  @Test func aConnectionThatIsCutWhileSavingLeavesTheOutcomeUnknown() throws {
    let scratch = try Scratch(on: .postgres)
    let name = try #require(scratch.database).name
    try Superuser.run(
      """
      CREATE FUNCTION samrad.cut() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
      $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
      CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON samrad.scratch_part
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION samrad.cut()
      """, in: name)
    let store = scratch.store()
    var runs = 0

    let found = try kind {
      try store.transaction(of: Scratch.first) { transaction in
        runs += 1
        try transaction.run("INSERT INTO scratch_thing (id, name) VALUES (1, 'n')")
        try transaction.run("INSERT INTO scratch_part (id, thing_id) VALUES (1, 1)")
      }
    }

    #expect(found == .outcomeUnknown)
    #expect(runs == 1)
    let kept = try store.transaction(of: Scratch.first, .read) {
      try $0.value("SELECT count(*) FROM scratch_thing", of: Int.self)
    }
    #expect(kept == 0)
  }

  @Test func aRuleThatIsCheckedWhileSavingIsReportedAsItself() throws {
    let scratch = try Scratch(on: .postgres)
    try Superuser.run(
      """
      CREATE FUNCTION samrad.no() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = 'SR001'; END $$;
      CREATE CONSTRAINT TRIGGER no AFTER INSERT ON samrad.scratch_thing
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION samrad.no()
      """, in: try #require(scratch.database).name)

    let found = try kind {
      try scratch.run { try $0.run("INSERT INTO scratch_thing (id, name) VALUES (1, 'n')") }
    }

    #expect(found == .recordIsFrozen)
    #expect(try scratch.things() == 0)
  }

  @Test func aServerThatWentReadOnlyIsLeftForAnother() throws {
    let scratch = try Scratch(on: .postgres)
    let store = scratch.store()
    var processes: Set<Int> = []

    let found = try kind {
      try store.transaction(of: Scratch.first) { transaction in
        processes.insert(try Self.process(transaction))
        try transaction.run("SET TRANSACTION READ ONLY")
        try transaction.run("INSERT INTO scratch_thing (id, name) VALUES (1, 'n')")
      }
    }

    #expect(found == .connectionLost)
    #expect(processes.count == 4)
  }
}
