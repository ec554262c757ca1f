import Glibc
import TestKit
import Testing

@testable import Database

@Suite struct SQLiteFolderTests {
  @Test func aFolderThatCannotBeMadeIsAClearError() throws {
    let store = Store(.sqlite(folder: "/proc/samrad/nowhere"))

    do {
      _ = try Scratch.migrator.migrate(store, at: Scratch.now)
      Issue.record("nothing was refused")
    } catch let error as DatabaseError {
      #expect(error.kind == .notWritable)
      #expect(error.message.contains("/proc/samrad/nowhere"))
    }
  }

  @Test func aFileThatIsNoDatabaseIsAClearError() throws {
    let folder = try TemporaryFolder()
    try File.write(
      Array(String(repeating: "søppel ", count: 500).utf8), to: "\(folder.path)/catalog.sqlite")
    let store = Store(.sqlite(folder: folder.path))

    let found = try kind { _ = try Scratch.migrator.migrate(store, at: Scratch.now) }

    #expect(found == .notWritable)
  }

  @Test func aKommunesFileThatIsNoDatabaseLeavesTheOthersAlone() throws {
    let scratch = try Scratch(on: .sqlite)
    guard case .sqlite(let folder) = scratch.location else { return }
    try File.write(
      Array(String(repeating: "søppel ", count: 500).utf8), to: "\(folder)/kommune-2.sqlite")

    let broken = try kind {
      try scratch.store().transaction(of: Scratch.second) { try $0.run("SELECT 1") }
    }

    #expect(broken == .notWritable)
    #expect(try scratch.things() == 0)
  }

  @Test func filesAreReadableByTheirOwnerAlone() throws {
    let scratch = try Scratch(on: .sqlite)
    guard case .sqlite(let folder) = scratch.location else { return }

    for name in ["catalog.sqlite", "kommune-1.sqlite"] {
      var status = stat()
      #expect(stat("\(folder)/\(name)", &status) == 0)
      #expect(status.st_mode & 0o077 == 0, "\(name)")
    }
  }

  @Test func manyKommunerInOneStoreDoNotMixUpTheirFiles() throws {
    let folder = try TemporaryFolder()
    let store = Store(.sqlite(folder: folder.path))
    _ = try Scratch.migrator.migrate(store, at: Scratch.now)
    let tenants = (1...70).map { TenantID($0) }
    for tenant in tenants {
      try store.addTenant(migrator: Scratch.migrator, at: Scratch.now) { catalog in
        try catalog.run(
          """
          INSERT INTO catalog.tenant
            (tenant_id, slug, name, county, language, preset, status, created_at)
          VALUES (\(tenant), \("k\(tenant)"), 'P', 'P', 'nb', 'none', 'active', \(Scratch.now))
          """)
        return tenant
      } seed: { transaction, tenant in
        try transaction.run("INSERT INTO scratch_thing (id, name) VALUES (\(tenant), 'own')")
      }
    }

    for tenant in tenants + tenants.reversed() {
      let ids: [Int] = try store.transaction(of: tenant, .read) {
        try $0.values("SELECT id FROM scratch_thing")
      }
      #expect(ids == [tenant.number])
    }
  }

  @Test(arguments: [
    ("sqlite:/var/lib/samrad", DatabaseLocation.sqlite(folder: "/var/lib/samrad")),
    ("postgres://a@h1,h2/samrad", .postgres(uri: "postgres://a@h1,h2/samrad")),
    ("postgresql:///samrad", .postgres(uri: "postgresql:///samrad")),
  ])
  func addressesAreRead(_ url: String, _ location: DatabaseLocation) {
    #expect(DatabaseLocation(url: url) == location)
  }

  @Test(arguments: ["", "sqlite:", "/var/lib/samrad", "mysql://x", "SQLITE:x", "postgres:x"])
  func otherAddressesAreRefused(_ url: String) {
    #expect(DatabaseLocation(url: url) == nil)
  }
}
