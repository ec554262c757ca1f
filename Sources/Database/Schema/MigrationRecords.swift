import Kernel

/// One applied step, as the database remembers it.
struct MigrationRecord {
  let module: String
  let name: String
  let checksum: String

  var label: String { "\(module)/\(name)" }

  func matches(_ migration: Migration) -> Bool {
    migration.module == module && migration.name == name
  }
}

/// The table of applied steps: in PostgreSQL's catalog, in each file of SQLite.
enum MigrationRecords {
  static func prepare(_ transaction: borrowing Transaction, _ scope: Scope) throws {
    try lock(transaction)
    try mark(transaction, scope)
    guard try !exist(transaction, scope) else { return }
    try keepOthersOut(transaction)
    let grant =
      transaction.dialect == .postgres
      ? "\n;;\nGRANT SELECT ON \(table(scope)) TO samrad_app" : ""
    try transaction.engine.script(creation(in: scope) + grant)
  }

  /// Writes into a kommune's own file whose it is, so that files which were mixed up are noticed.
  private static func mark(_ transaction: borrowing Transaction, _ scope: Scope) throws {
    guard transaction.dialect == .sqlite, case .kommune(let tenant) = scope else { return }
    try transaction.engine.script("PRAGMA main.user_version = \(tenant.number)")
  }

  /// What makes the table of applied steps.
  static func creation(in scope: Scope) -> String {
    """
    CREATE TABLE IF NOT EXISTS \(table(scope)) (
      module text NOT NULL, name text NOT NULL, checksum text NOT NULL,
      applied_at bigint NOT NULL, PRIMARY KEY (module, name))
    """
  }

  static func exist(_ transaction: borrowing Transaction, _ scope: Scope) throws -> Bool {
    let found: Int? =
      switch (transaction.dialect, scope) {
      case (.postgres, _):
        try transaction.value("SELECT 1 FROM pg_class WHERE oid = to_regclass('catalog.migration')")
      case (.sqlite, .catalog):
        try transaction.value("SELECT 1 FROM catalog.sqlite_master WHERE name = 'migration'")
      case (.sqlite, .kommune):
        try transaction.value("SELECT 1 FROM main.sqlite_master WHERE name = 'migration'")
      }
    return found != nil
  }

  /// Of two machines that both find no table, IF NOT EXISTS tells one that it exists and lets the
  /// other fail, unless they come one by one.
  private static func keepOthersOut(_ transaction: borrowing Transaction) throws {
    guard transaction.dialect == .postgres else { return }
    let _: Int? = try transaction.value(
      "SELECT 1 FROM (SELECT pg_advisory_xact_lock(\(firstMigration))) AS waited")
  }

  /// Any number will do that nobody else takes a lock on in this database.
  private static let firstMigration = 7_246_723

  /// Keeps a second machine out until this transaction ends; SQLite's write lock already does.
  ///
  /// Whoever comes second waits as long as the first needs, and a step may take its time; only the
  /// waiting for tables that are in use stays short, because everybody else queues up behind it.
  static func lock(_ transaction: borrowing Transaction) throws {
    guard transaction.dialect == .postgres else { return }
    try transaction.engine.script(
      """
      SET LOCAL statement_timeout = 0
      ;;
      SET LOCAL lock_timeout = 0
      ;;
      SELECT pg_advisory_xact_lock(\(lockNumber))
      ;;
      SET LOCAL lock_timeout = '2s'
      """)
  }

  /// Any number, the same in every version of the program.
  private static let lockNumber = 5_382_417_091

  static func all(_ transaction: borrowing Transaction, _ scope: Scope) throws -> [MigrationRecord]
  {
    let columns: SQL = "SELECT module, name, checksum FROM"
    return switch scope {
    case .kommune: try transaction.rows("\(columns) migration", as: MigrationRecord.init)
    case .catalog: try transaction.rows("\(columns) catalog.migration", as: MigrationRecord.init)
    }
  }

  static func add(
    _ migration: Migration, _ transaction: borrowing Transaction, _ scope: Scope, _ now: Instant
  ) throws {
    let row: SQL = """
      (module, name, checksum, applied_at) VALUES
      (\(migration.module), \(migration.name), \(migration.checksum), \(now))
      """
    switch scope {
    case .kommune: try transaction.run("INSERT INTO migration \(row)")
    case .catalog: try transaction.run("INSERT INTO catalog.migration \(row)")
    }
  }

  private static func table(_ scope: Scope) -> String {
    switch scope {
    case .kommune: "main.migration"
    case .catalog: "catalog.migration"
    }
  }
}
