import TestKit
import Testing

@testable import Database

@Suite struct IsolationTests {
  private static func seeded(on engine: Engine) throws -> Scratch {
    let scratch = try Scratch(on: engine)
    let store = scratch.store()
    for tenant in [Scratch.first, Scratch.second] {
      _ = try store.transaction(of: tenant) { transaction in
        try transaction.run(
          "INSERT INTO scratch_thing (id, name) VALUES (1, 'same'), (\(tenant.number + 10), 'own')")
      }
    }
    return scratch
  }

  private static func rows(_ scratch: Scratch, of tenant: TenantID) throws -> [String] {
    try scratch.store().transaction(of: tenant, .read) {
      try $0.rows(
        "SELECT id, name, amount FROM scratch_thing ORDER BY id",
        as: { (id: Int, name: String, amount: Int) in "\(id) \(name) \(amount)" })
    }
  }

  @Test(arguments: Engine.available)
  func neitherKommuneSeesOrChangesTheOthersRows(_ engine: Engine) throws {
    let scratch = try Self.seeded(on: engine)

    try scratch.run { transaction in
      let updated = try transaction.run("UPDATE scratch_thing SET amount = 5")
      let touched = try transaction.run("UPDATE scratch_thing SET name = 'taken' WHERE id = 12")
      let gone = try transaction.run("DELETE FROM scratch_thing WHERE id IN (11, 12)")
      #expect([updated, touched, gone] == [2, 0, 1])
    }

    #expect(try Self.rows(scratch, of: Scratch.first) == ["1 same 5"])
    #expect(try Self.rows(scratch, of: Scratch.second) == ["1 same 0", "12 own 0"])
  }

  @Test(arguments: Engine.available)
  func aKeyOfTheOtherKommuneIsFreeAndItsRowIsNoReference(_ engine: Engine) throws {
    let scratch = try Self.seeded(on: engine)

    try scratch.run { try $0.run("INSERT INTO scratch_thing (id, name) VALUES (12, 'mine')") }
    let found = try kind {
      try scratch.store().transaction(of: Scratch.second) { transaction in
        try transaction.run("INSERT INTO scratch_part (id, thing_id) VALUES (1, 11)")
      }
    }

    #expect(found == .missingReference)
  }

  @Test(arguments: Engine.available)
  func theCatalogAloneSeesNoKommunesRows(_ engine: Engine) throws {
    let scratch = try Self.seeded(on: engine)
    let store = scratch.store()
    let queries: [SQL] = [
      "SELECT count(*) FROM scratch_thing", "UPDATE scratch_thing SET amount = 9",
      "DELETE FROM scratch_thing", "INSERT INTO scratch_thing (id, name) VALUES (5, 'x')",
    ]

    for _ in 0..<2 {
      for query in queries {
        let found = try kind { try store.catalog(.write) { try $0.run(query) } }
        #expect(found == .other)
      }
      _ = try store.transaction(of: Scratch.first, .read) {
        try $0.value("SELECT count(*) FROM scratch_thing", of: Int.self)
      }
    }
  }

  @Test(arguments: Engine.available)
  func aKommunesTransactionOnlyReadsTheCatalog(_ engine: Engine) throws {
    let scratch = try Self.seeded(on: engine)
    let changes: [SQL] = [
      "UPDATE catalog.tenant SET slug = 'mine'", "DELETE FROM catalog.tenant_number",
      """
      INSERT INTO catalog.tenant_number (number, tenant_id, valid_from)
      VALUES ('0301', 1, '2024-01-01')
      """,
    ]

    for change in changes {
      let found = try kind { try scratch.run { try $0.run(change) } }
      #expect(found == (engine == .sqlite ? .notWritable : .other))
    }
    let slugs = try scratch.run(.read) { try $0.tenants().map(\.slug) }
    #expect(slugs == ["k1", "k2"])
  }

  @Test func onSQLiteTheOtherKommunesFileIsNotOpen() throws {
    let scratch = try Self.seeded(on: .sqlite)

    let files: [String] = try scratch.run(.read) {
      try $0.values("SELECT file FROM pragma_database_list WHERE name <> 'temp'")
    }
    let attached = try kind { try scratch.run { try $0.run("ATTACH 'x.sqlite' AS x") } }

    #expect(files.count == 2)
    #expect(files.contains { $0.hasSuffix("/kommune-1.sqlite") })
    #expect(files.contains { $0.hasSuffix("/catalog.sqlite") })
    #expect(attached == .other)
  }

  @Test func onSQLiteAKommuneWithoutAFileIsNotThereAndGetsNone() throws {
    let folder = try TemporaryFolder()
    let store = Store(.sqlite(folder: folder.path))
    _ = try Scratch.migrator.migrate(store, at: Scratch.now)

    let found = try kind { try store.transaction(of: TenantID(9)) { try $0.run("SELECT 1") } }

    #expect(found == .unreachable)
    #expect(throws: TestKitError.self) { try File.read("\(folder.path)/kommune-9.sqlite") }
  }
}
