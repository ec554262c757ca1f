import Glibc
import TestKit
import Testing

@testable import Database

@Suite struct SQLiteGateTests {
  private static func findings(_ scratch: Scratch) throws -> [Finding] {
    try CatalogGate.findings(in: Store(scratch.location), Scratch.migrator)
  }

  private static func path(_ scratch: Scratch, _ name: String) throws -> String {
    guard case .sqlite(let folder) = scratch.location else { throw TestKitError.cannotMakeFolder }
    return "\(folder)/\(name)"
  }

  @Test func anInstanceAsMigratedHasNothingToFind() throws {
    #expect(try Self.findings(Scratch(on: .sqlite)) == [])
  }

  @Test(arguments: [
    Fault(
      "DROP TABLE scratch_log", ["table-is-missing", "trigger-is-missing", "trigger-is-missing"],
      "kommune-1.sqlite: scratch_log"),
    Fault("CREATE TABLE notes (a TEXT) STRICT", "table-is-unknown", "kommune-1.sqlite: notes"),
    Fault(
      "DROP TRIGGER scratch_log_refuse_delete", "trigger-is-missing",
      "kommune-1.sqlite: scratch_log_refuse_delete"),
    Fault(
      "DROP TRIGGER scratch_log_refuse_delete; CREATE TRIGGER scratch_log_refuse_delete BEFORE"
        + " DELETE ON scratch_log WHEN 0 BEGIN SELECT 1; END",
      "trigger-is-changed", "kommune-1.sqlite: scratch_log_refuse_delete"),
    Fault(
      "ALTER TABLE scratch_thing ADD born TEXT", "table-is-changed",
      "kommune-1.sqlite: scratch_thing"),
    Fault("CREATE VIEW all_things AS SELECT 1", "view-is-unknown", "kommune-1.sqlite: all_things"),
    Fault(
      "CREATE INDEX quick ON scratch_thing (note)", "index-is-unknown", "kommune-1.sqlite: quick"),
  ])
  func aPlantedFaultInAKommunesFileIsFound(_ fault: Fault) throws {
    let scratch = try Scratch(on: .sqlite)

    try scratch.run { try $0.engine.script(fault.statements) }

    fault.expect(try Self.findings(scratch))
  }

  @Test func aFaultInTheCatalogIsFound() throws {
    let scratch = try Scratch(on: .sqlite)

    try scratch.store().catalog(.write) { try $0.engine.script("DROP INDEX catalog.tenant_11") }

    Fault("", "index-is-missing", "catalog.sqlite: tenant_11").expect(try Self.findings(scratch))
  }

  @Test func filesThatWereMixedUpAreFoundAndNotOpened() throws {
    let scratch = try Scratch(on: .sqlite)
    let one = try Self.path(scratch, "kommune-1.sqlite")
    let two = try Self.path(scratch, "kommune-2.sqlite")
    let (first, second) = (try File.read(one), try File.read(two))
    try File.write(first, to: two)
    try File.write(second, to: one)

    let codes = ["file-is-another-kommunes", "file-is-another-kommunes"]
    Fault("", codes, "kommune-1.sqlite").expect(try Self.findings(scratch))
    #expect(try kind { try scratch.things() } == .notWritable)
  }

  @Test func aFileWithoutAKommuneIsFound() throws {
    let scratch = try Scratch(on: .sqlite)
    try File.write([], to: Self.path(scratch, "kommune-7.sqlite"))

    Fault("", "file-has-no-kommune", "kommune-7.sqlite").expect(try Self.findings(scratch))
  }

  @Test func aKommuneWithoutAFileIsFound() throws {
    let scratch = try Scratch(on: .sqlite)
    unlink(try Self.path(scratch, "kommune-2.sqlite"))

    Fault("", "file-is-missing", "kommune-2.sqlite").expect(try Self.findings(scratch))
    #expect(try Scratch.migrator.standing(of: scratch.store()) == .upToDate)
  }

  @Test func aFileThatIsNoDatabaseIsFound() throws {
    let scratch = try Scratch(on: .sqlite)
    let noise = Array(String(repeating: "søppel ", count: 500).utf8)
    try File.write(noise, to: Self.path(scratch, "kommune-2.sqlite"))

    Fault("", "file-is-no-database", "kommune-2.sqlite").expect(try Self.findings(scratch))
  }

  @Test func aFileFromBeforeFilesWereMarkedIsMarkedByMigrating() throws {
    let scratch = try Scratch(on: .sqlite)
    try scratch.run { try $0.engine.script("PRAGMA main.user_version = 0") }
    Fault("", "file-is-not-marked", "kommune-1.sqlite").expect(try Self.findings(scratch))

    _ = try Scratch.migrator.migrate(scratch.store(), at: Scratch.now)

    #expect(try Self.findings(scratch) == [])
  }
}
