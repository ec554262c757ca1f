import TestKit
import Testing

@testable import Database

@Suite struct ErasureTests {
  private static func filled(on engine: Engine) throws -> Scratch {
    let scratch = try Scratch(on: engine)
    for tenant in [Scratch.first, Scratch.second] {
      try scratch.store().transaction(of: tenant) { transaction in
        try transaction.run(
          """
          INSERT INTO scratch_thing (id, name, note, is_done)
          VALUES (1, 'open', 'hemmelig', false), (2, 'done', 'frosset', true)
          """)
        try transaction.run("INSERT INTO scratch_part (id, thing_id) VALUES (1, 1), (2, 2), (3, 2)")
        try transaction.run("INSERT INTO scratch_log (number) VALUES (1), (2)")
      }
    }
    return scratch
  }

  private static func owner(_ scratch: Scratch) -> Store {
    Store(scratch.database?.owner ?? scratch.location)
  }

  private static func fingerprint(_ tenant: TenantID, _ scratch: Scratch) throws -> String {
    try scratch.store().transaction(of: tenant, .read) { try $0.fingerprint() }
  }

  @Test(arguments: Engine.available)
  func everyRowGoesAlsoThoseThatMayNotChange(_ engine: Engine) throws {
    let scratch = try Self.filled(on: engine)

    let erasure = try Self.owner(scratch).eraseTenant(Scratch.first, at: Scratch.now)

    let rows = erasure.tables.filter { $0.name.contains("scratch") }.map(\.rows)
    #expect(rows == [2, 3, 2])
    #expect(erasure.tables.first { $0.name == "catalog.tenant" }?.rows == 1)
    let tenants = try scratch.store().catalog { try $0.tenants().map(\.id) }
    #expect(tenants == [Scratch.second])
  }

  @Test(arguments: Engine.available)
  func theOtherKommunesDataIsAsItWas(_ engine: Engine) throws {
    let scratch = try Self.filled(on: engine)
    let before = try Self.fingerprint(Scratch.second, scratch)

    _ = try Self.owner(scratch).eraseTenant(Scratch.first, at: Scratch.now)

    #expect(try Self.fingerprint(Scratch.second, scratch) == before)
    // It is bound by its rules as before, for the owner too.
    for change: SQL in ["DELETE FROM scratch_log", "DELETE FROM scratch_thing WHERE id = 2"] {
      let found = try kind {
        try Self.owner(scratch).transaction(of: Scratch.second) { try $0.run(change) }
      }
      #expect(found == .recordIsFrozen)
    }
    #expect(try CatalogGate.findings(in: scratch.store(), Scratch.migrator) == [])
  }

  @Test(.enabled(if: Superuser.uri != nil))
  func theRoleThatServesCannotErase() throws {
    let scratch = try Self.filled(on: .postgres)
    let before = try Self.fingerprint(Scratch.first, scratch)

    let found = try kind { try scratch.store().eraseTenant(Scratch.first, at: Scratch.now) }

    #expect(found == .other)
    #expect(try Self.fingerprint(Scratch.first, scratch) == before)
  }

  @Test(.enabled(if: Superuser.uri != nil))
  func aRowSomewhereElseKeepsTheKommuneFromBeingErased() throws {
    let scratch = try Self.filled(on: .postgres)
    let database = try #require(scratch.database)
    try Superuser.run(
      """
      CREATE TABLE public.copies (kommune integer REFERENCES catalog.tenant, note text);
      INSERT INTO public.copies VALUES (1, 'hemmelig')
      """, in: database.name)
    let before = try Self.fingerprint(Scratch.first, scratch)

    let found = try kind { try Self.owner(scratch).eraseTenant(Scratch.first, at: Scratch.now) }

    #expect(found == .missingReference)
    #expect(try Self.fingerprint(Scratch.first, scratch) == before)
  }

  /// A row that is being added when the kommune is erased is erased as well, or is refused.
  @Test(arguments: Engine.available)
  func whoeverIsAtWorkWhenItIsErasedLeavesNothingBehind(_ engine: Engine) throws {
    let scratch = try Self.filled(on: engine)
    let location = scratch.location
    try inParallel(4) { worker in
      guard worker > 0 else {
        _ = try Self.owner(scratch).eraseTenant(Scratch.first, at: Scratch.now)
        return
      }
      for number in 0..<30 {
        _ = try? Store(location).transaction(of: Scratch.first) { transaction in
          try transaction.run(
            "INSERT INTO scratch_log (number) VALUES (\(worker * 100 + number))")
        }
      }
    }
    guard let database = scratch.database else { return }
    let left = try Superuser.run(
      "SELECT count(*) FROM samrad.scratch_log WHERE tenant_id = 1", in: database.name)
    #expect(left == "0")
  }

  @Test func whatAServerStillHasOpenHoldsNothing() throws {
    let scratch = try Self.filled(on: .sqlite)
    let server = scratch.store()
    func things() throws -> Int? {
      try server.transaction(of: Scratch.first, .read) {
        try $0.value("SELECT count(*) FROM scratch_thing")
      }
    }
    #expect(try things() == 2)

    _ = try scratch.store().eraseTenant(Scratch.first, at: Scratch.now)

    #expect(try things() == 0)
  }
}
