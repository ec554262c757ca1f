import Synchronization
import TestKit
import Testing

@testable import Database

@Suite struct RaceTests {
  @Test(arguments: Engine.available)
  func twoStoresThatCountTogetherLoseNoStep(_ engine: Engine) throws {
    let scratch = try Scratch(on: engine)
    try scratch.run { try $0.run("INSERT INTO scratch_thing (id, name) VALUES (1, 'counter')") }

    try inParallel(2) { _ in
      let store = scratch.store()
      for _ in 0..<50 {
        _ = try store.transaction(of: Scratch.first) { transaction in
          try transaction.run("UPDATE scratch_thing SET amount = amount + 1 WHERE id = 1")
        }
      }
    }

    let amount = try scratch.run(.read) {
      try $0.value("SELECT amount FROM scratch_thing WHERE id = 1", of: Int.self)
    }
    #expect(amount == 100)
  }

  @Test(.enabled(if: Superuser.uri != nil))
  func twoTransactionsThatWaitForEachOtherAreBothDoneInTheEnd() throws {
    let scratch = try Scratch(on: .postgres)
    try scratch.run {
      try $0.run("INSERT INTO scratch_thing (id, name) VALUES (0, 'a'), (1, 'b')")
    }
    let runs = Mutex(0)
    let holding = Mutex(0)

    try inParallel(2) { number in
      let store = scratch.store()
      try store.transaction(of: Scratch.first) { transaction in
        runs.withLock { $0 += 1 }
        try transaction.run("UPDATE scratch_thing SET amount = amount + 1 WHERE id = \(number)")
        holding.withLock { $0 += 1 }
        while holding.withLock({ $0 < 2 }) {}
        try transaction.run("UPDATE scratch_thing SET amount = amount + 1 WHERE id = \(1 - number)")
      }
    }

    let amounts: [Int] = try scratch.run(.read) {
      try $0.values("SELECT amount FROM scratch_thing ORDER BY id")
    }
    #expect(amounts == [2, 2])
    #expect(runs.withLock { $0 } > 2)
  }

  @Test func whoeverWaitsTooLongForSQLiteIsToldOfAConflict() throws {
    let scratch = try Scratch(on: .sqlite)
    guard case .sqlite(let folder) = scratch.location else { return }
    let waiting = SQLiteEngine(folder: folder)

    try scratch.run { transaction in
      try transaction.run("INSERT INTO scratch_thing (id, name) VALUES (1, 'held')")
      let found = try kind { try waiting.begin(.kommune(Scratch.first), .write) }
      #expect(found == .conflict)
    }

    #expect(try scratch.things() == 1)
  }

  @Test(.enabled(if: Superuser.uri != nil))
  func whoeverWaitsTooLongForARowIsToldOfAConflict() throws {
    let scratch = try Scratch(on: .postgres)
    try scratch.run { try $0.run("INSERT INTO scratch_thing (id, name) VALUES (1, 'n')") }
    let runs = Mutex(0)

    try scratch.run { transaction in
      try transaction.run("UPDATE scratch_thing SET amount = 1")
      let found = try kind {
        try scratch.run { transaction in
          runs.withLock { $0 += 1 }
          try transaction.run("SET LOCAL lock_timeout = '50ms'")
          try transaction.run("UPDATE scratch_thing SET amount = 2")
        }
      }
      #expect(found == .conflict)
    }

    #expect(runs.withLock { $0 } == 4)
    let amount: Int? = try scratch.run(.read) { try $0.value("SELECT amount FROM scratch_thing") }
    #expect(amount == 1)
  }
}
