@testable import Database
import Gateway
import Testing

/// No table can be made that forgets to be isolated, or that stores what we do not want to know.
@Suite struct TableTests {
  private static let migrations = Composition().migrator.all
  private static let postgres = RenderedTable.all(migrations, on: .postgres)
  private static let sqlite = RenderedTable.all(migrations, on: .sqlite)
  private static let ofKommuner = postgres.filter(\.isOfKommune)

  @Test func thereAreTables() {
    #expect(Self.ofKommuner.map(\.name).contains("samrad.tenancy_unit"))
    #expect(Self.postgres.count == Self.sqlite.count)
  }

  @Test func theKommuneComesFirstInEveryKey() {
    for table in Self.ofKommuner {
      #expect(table.keys.filter { !$0.hasPrefix("tenant_id, ") } == [], "\(table.name)")
      #expect(
        table.definitions.contains { $0.hasPrefix("PRIMARY KEY (tenant_id, ") }, "\(table.name)")
      #expect(table.definitions.first?.hasPrefix(Self.tenantColumn) == true, "\(table.name)")
    }
  }

  @Test func everyKommunesTableIsIsolated() {
    for table in Self.ofKommuner {
      for statement in Self.isolation(of: table.name) {
        #expect(table.others.contains(statement), "\(table.name)")
      }
      #expect(table.others.filter { $0.contains("POLICY") }.count == 1, "\(table.name)")
    }
  }

  @Test func theApplicationMayReadAndWriteButOwnsNothing() {
    for table in Self.ofKommuner {
      let grants = table.others.filter { $0.hasPrefix("GRANT ") }
      #expect(grants.count == 1, "\(table.name)")
      #expect(
        grants.first?.contains(/^GRANT SELECT, INSERT(, UPDATE, DELETE)? ON \S+ TO samrad_app$/)
          == true,
        "\(table.name)")
    }
    for table in Self.postgres where !table.isOfKommune {
      let grants = table.others.filter { $0.hasPrefix("GRANT ") }
      #expect(grants.contains("GRANT SELECT ON \(table.name) TO samrad_app"))
      #expect(grants.filter { $0.contains(/INSERT|UPDATE|DELETE|ALL/) } == [])
    }
  }

  @Test func tablesAreNamedAfterTheirModule() {
    for migration in Self.migrations where migration.home == .kommune {
      for table in RenderedTable.all([migration], on: .sqlite) {
        #expect(table.name.hasPrefix("\(migration.module)_"), "\(migration.label)")
      }
    }
  }

  @Test func everyColumnIsTheSameOnBothEngines() {
    let types: [Substring: Substring] = [
      "uuid": "TEXT", "text": "TEXT", "bigint": "INTEGER", "boolean": "INTEGER",
      "bytea": "BLOB",
    ]
    for (postgres, sqlite) in zip(Self.postgres, Self.sqlite) {
      let columns = postgres.columns.filter { !postgres.isOfKommune || $0.name != "tenant_id" }
      #expect(columns.map(\.name) == sqlite.columns.map(\.name), "\(sqlite.name)")
      #expect(columns.map { types[$0.type] } == sqlite.columns.map(\.type), "\(sqlite.name)")
      for (name, type) in columns {
        let line = sqlite.definitions.first { $0.hasPrefix("\(name) ") } ?? ""
        #expect(line.contains("CHECK (length(\(name)) = 36)") == (type == "uuid"), "\(line)")
        #expect(line.contains("CHECK (\(name) IN (0, 1))") == (type == "boolean"), "\(line)")
      }
      #expect(!columns.isEmpty, "\(sqlite.name)")
    }
  }

  @Test func nothingAboutPeopleIsStoredThatNeedNotBe() {
    for table in Self.sqlite {
      #expect(table.columns.map(\.name).filter(Self.isTooPrivate) == [], "\(table.name)")
    }
    #expect(Self.isTooPrivate("person_birth_date"))
    #expect(Self.isTooPrivate("fnr"))
    #expect(!Self.isTooPrivate("email"))
  }

  private static let tenantColumn = """
    tenant_id integer NOT NULL DEFAULT samrad.current_tenant() REFERENCES catalog.tenant (tenant_id)
    """

  private static func isolation(of table: String) -> [String] {
    [
      "ALTER TABLE \(table) ENABLE ROW LEVEL SECURITY",
      "ALTER TABLE \(table) FORCE ROW LEVEL SECURITY",
      "CREATE POLICY kommune ON \(table) USING (tenant_id = samrad.current_tenant())",
    ]
  }

  /// Birth, gender, address, national identity numbers, diagnoses and plans (decision 8).
  private static func isTooPrivate(_ column: Substring) -> Bool {
    let words = [
      "fnr", "fodsel", "personnum", "person_number", "national_id", "identity_number", "ssn",
      "birth", "born", "age", "gender", "sex", "kjonn", "address", "adresse", "street", "postal",
      "phone", "diagnos", "illness", "health", "plan_content", "religion", "ethnic", "union",
    ]
    return words.contains { word in
      word.count > 3 ? column.contains(word) : column.split(separator: "_").contains { $0 == word }
    }
  }
}
