import Glibc
import TestKit
import Testing

@testable import Database

@Suite struct TransactionTests {
  private struct Stop: Error {}

  @Test(arguments: Engine.available)
  func whatIsThrownUndoesEverything(_ engine: Engine) throws {
    let scratch = try Scratch(on: engine)
    let store = scratch.store()

    #expect(throws: Stop.self) {
      try store.transaction(of: Scratch.first) { transaction in
        try transaction.run("INSERT INTO scratch_thing (id, name) VALUES (1, 'n')")
        throw Stop()
      }
    }
    _ = try store.transaction(of: Scratch.first) { transaction in
      try transaction.run("INSERT INTO scratch_thing (id, name) VALUES (2, 'kept')")
    }

    let names: [String] = try scratch.run(.read) {
      try $0.values("SELECT name FROM scratch_thing ORDER BY id")
    }
    #expect(names == ["kept"])
  }

  @Test(arguments: Engine.available)
  func aFailedStatementThatSomebodyOverlooksSavesNothing(_ engine: Engine) throws {
    let scratch = try Scratch(on: engine)

    let found = try kind {
      try scratch.run { transaction in
        try transaction.run("INSERT INTO scratch_thing (id, name) VALUES (1, 'n')")
        _ = try? transaction.run("INSERT INTO scratch_thing (id, name) VALUES (1, 'again')")
      }
    }

    #expect(found == .alreadyExists)
    #expect(try scratch.things() == 0)
  }

  @Test(arguments: Engine.available)
  func aStatementReportsHowManyRowsItChanged(_ engine: Engine) throws {
    let scratch = try Scratch(on: engine)

    try scratch.run { transaction in
      let added = try transaction.run(
        "INSERT INTO scratch_thing (id, name) VALUES (1, 'a'), (2, 'b'), (3, 'c')")
      let changed = try transaction.run("UPDATE scratch_thing SET amount = 5 WHERE id > 1")
      let ignored = try transaction.run(
        "INSERT INTO scratch_thing (id, name) VALUES (1, 'a') ON CONFLICT DO NOTHING")
      let gone = try transaction.run("DELETE FROM scratch_thing WHERE id = 99")

      #expect([added, changed, ignored, gone] == [3, 2, 0, 0])
    }
  }

  @Test(arguments: Engine.available)
  func rowsMayBeReadWhileOthersAre(_ engine: Engine) throws {
    let scratch = try Scratch(on: engine)
    try scratch.run { transaction in
      for id in 1...3 {
        try transaction.run("INSERT INTO scratch_thing (id, name) VALUES (\(id), \("n\(id)"))")
        try transaction.run(
          "INSERT INTO scratch_part (id, thing_id) VALUES (\(id * 10), \(id)), (\(id * 10 + 1), \(id))"
        )
      }
    }

    try scratch.run(.read) { transaction in
      let parts = try transaction.rows(
        "SELECT id FROM scratch_thing ORDER BY id",
        as: { (id: Int) in
          let parts: [Int] = try transaction.values(
            "SELECT id FROM scratch_part WHERE thing_id = \(id) ORDER BY id")
          return parts
        })
      let same = try transaction.rows(
        "SELECT id FROM scratch_thing WHERE id >= \(1) ORDER BY id",
        as: { (id: Int) in
          let rest: [Int] = try transaction.values(
            "SELECT id FROM scratch_thing WHERE id >= \(id) ORDER BY id")
          return rest.count
        })

      #expect(parts == [[10, 11], [20, 21], [30, 31]])
      #expect(same == [3, 2, 1])
    }
  }

  @Test(arguments: Engine.available)
  func oneTransactionInsideAnotherIsRefusedAndHarmsNeither(_ engine: Engine) throws {
    let scratch = try Scratch(on: engine)
    let store = scratch.store()

    try store.transaction(of: Scratch.first) { transaction in
      try transaction.run("INSERT INTO scratch_thing (id, name) VALUES (1, 'first')")
      let found = try kind {
        try store.transaction(of: Scratch.second) { inner in
          try inner.run("INSERT INTO scratch_thing (id, name) VALUES (2, 'second')")
        }
      }
      #expect(found == .other)
      try transaction.run("INSERT INTO scratch_thing (id, name) VALUES (3, 'third')")
    }

    #expect(try scratch.things() == 2)
    let others = try store.transaction(of: Scratch.second, .read) {
      try $0.value("SELECT count(*) FROM scratch_thing", of: Int.self)
    }
    #expect(others == 0)
  }

  @Test(arguments: Engine.available)
  func aTransactionThatIsOverRunsNothing(_ engine: Engine) throws {
    let scratch = try Scratch(on: engine)
    let store = scratch.store()
    let over = try store.transaction(of: Scratch.first) { transaction in
      try transaction.run("INSERT INTO scratch_thing (id, name) VALUES (1, 'n')")
      return Kept(transaction.lent())
    }

    let found = try kind { try over.transaction.run("DELETE FROM scratch_thing") }

    #expect(found == .other)
    #expect(try scratch.things() == 1)
  }

  private final class Kept {
    let transaction: Transaction
    init(_ transaction: consuming Transaction) { self.transaction = transaction }
  }
}
