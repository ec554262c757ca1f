import Kernel
import TestKit
import Testing

@testable import Database

/// A table that has landed gets other rules, and keeps its rows.
@Suite struct ReshapeTests {
  private static let thing = Table(
    "scratch_thing",
    .column("id", .integer), .column("name", .text), .column("note", .text, optional: true),
    .column("amount", .integer, default: "0"), .column("is_done", .flag, default: "false"),
    .column("kind", .text, default: "'it''s'"), .column("since", .day, optional: true),
    .column("part_of", .integer, optional: true),
    .primaryKey(["id"]), .unique(["name"]), .references("part_of", "scratch_thing"),
    .check("amount_is_at_most_nine", "amount <= 9"),
    .check("kind_is_known", "kind IN ('it''s', 'new')"))

  private static let migrator = Migrator(
    Scratch.migrator.all.suffix(1) + [Migration("scratch", "0002-reshaped", reshaping: [thing])])

  private static func reshaped(_ engine: Engine) throws -> Scratch {
    let scratch = try Scratch(on: engine)
    try scratch.run {
      try $0.run("INSERT INTO scratch_thing (id, name, amount) VALUES (1, 'one', 9), (2, 'two', 5)")
      try $0.run("INSERT INTO scratch_part (id, thing_id) VALUES (1, 1)")
      try $0.run("UPDATE scratch_thing SET is_done = true WHERE id = 2")
    }
    _ = try migrator.migrate(
      Store(scratch.database?.owner ?? scratch.location), at: Scratch.now)
    return scratch
  }

  @Test(arguments: Engine.available)
  func rowsStayAndHaveTheNewColumns(_ engine: Engine) throws {
    let scratch = try Self.reshaped(engine)

    let rows = try scratch.run(.read) {
      try $0.rows("SELECT name, amount, kind FROM scratch_thing ORDER BY id") {
        (name: String, amount: Int, kind: String) in "\(name) \(amount) \(kind)"
      }
    }

    #expect(rows == ["one 9 it's", "two 5 it's"])
  }

  @Test(arguments: Engine.available)
  func theNewRulesHoldAndTheOldAreGone(_ engine: Engine) throws {
    let scratch = try Self.reshaped(engine)
    func refusal(_ sql: SQL) throws -> DatabaseError.Kind? {
      try kind { try scratch.run { try $0.run(sql) } }
    }

    #expect(try refusal("UPDATE scratch_thing SET amount = -1 WHERE id = 1") == nil)
    #expect(try refusal("UPDATE scratch_thing SET amount = 10 WHERE id = 1") == .checkFailed)
    #expect(try refusal("UPDATE scratch_thing SET kind = 'old' WHERE id = 1") == .checkFailed)
    #expect(try refusal("UPDATE scratch_thing SET kind = 'new' WHERE id = 1") == nil)
    #expect(try refusal("UPDATE scratch_thing SET since = '2026' WHERE id = 1") == .checkFailed)
    #expect(
      try refusal("UPDATE scratch_thing SET part_of = 7 WHERE id = 1") == .missingReference)
    #expect(try refusal("UPDATE scratch_thing SET part_of = 2 WHERE id = 1") == nil)
  }

  @Test(arguments: Engine.available)
  func keysAndTriggersStay(_ engine: Engine) throws {
    let scratch = try Self.reshaped(engine)
    func refusal(_ sql: SQL) throws -> DatabaseError.Kind? {
      try kind { try scratch.run { try $0.run(sql) } }
    }

    #expect(
      try refusal("INSERT INTO scratch_thing (id, name) VALUES (3, 'one')") == .alreadyExists)
    #expect(try refusal("UPDATE scratch_thing SET name = 'x' WHERE id = 2") == .recordIsFrozen)
    #expect(
      try refusal("INSERT INTO scratch_part (id, thing_id) VALUES (2, 9)") == .missingReference)
    #expect(try refusal("DELETE FROM scratch_thing WHERE id = 1") == .missingReference)
  }

  @Test(arguments: Engine.available)
  func rowsThatBreakTheNewRulesStopTheStep(_ engine: Engine) throws {
    let scratch = try Scratch(on: engine)
    try scratch.run {
      try $0.run("INSERT INTO scratch_thing (id, name, amount) VALUES (1, 'much', 10)")
    }
    let store = Store(scratch.database?.owner ?? scratch.location)

    #expect(try kind { try Self.migrator.migrate(store, at: Scratch.now) } == .checkFailed)
    #expect(try scratch.things() == 1)
    #expect(
      try Self.migrator.standing(of: Store(scratch.location))
        == .behind(missing: ["scratch/0002-reshaped"]))
  }

  @Test func sqliteFindsNothingWrongWithItsFile() throws {
    let scratch = try Self.reshaped(.sqlite)

    #expect(
      try scratch.run { try $0.values("PRAGMA integrity_check", of: String.self) } == ["ok"])
    #expect(
      try scratch.run { try $0.values("PRAGMA foreign_key_check", of: String.self) } == [])
  }
}
