import Kernel
import TestKit
import Testing

@testable import Database

/// A rule of a table that has landed refuses something else from now on.
@Suite struct RestatingTests {
  private static let migrator = Migrator(
    Scratch.migrator.all.suffix(1) + [
      Migration(
        "scratch", "0002-a-rule",
        altering: [Table("scratch_thing", .refuses(.update, when: "NEW.name = 'old'"))]),
      Migration(
        "scratch", "0003-restated",
        restating: [
          Restating(
            "scratch_thing_0002_refuse_0", of: "scratch_thing", .update, when: "NEW.name = 'new'")
        ]),
    ])

  @Test(arguments: Engine.available)
  func theNewRuleTakesThePlaceOfTheOld(_ engine: Engine) throws {
    let scratch = try Scratch(on: engine)
    try scratch.run { try $0.run("INSERT INTO scratch_thing (id, name) VALUES (1, 'one')") }
    let store = Store(scratch.database?.owner ?? scratch.location)
    _ = try Self.migrator.migrate(store, at: Scratch.now)
    func refusal(_ sql: SQL) throws -> DatabaseError.Kind? {
      try kind { try scratch.run { try $0.run(sql) } }
    }

    #expect(try refusal("UPDATE scratch_thing SET name = 'old' WHERE id = 1") == nil)
    #expect(try refusal("UPDATE scratch_thing SET name = 'new' WHERE id = 1") == .recordIsFrozen)
    #expect(try Self.migrator.standing(of: store) == .upToDate)
  }
}
