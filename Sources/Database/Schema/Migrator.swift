import Kernel

/// Brings an instance's database up to date, and says whether it is.
package struct Migrator: Sendable {
  private let migrations: [Migration]

  /// The steps of all modules, in the order they were written.
  package init(_ migrations: [Migration]) { self.migrations = BaseMigrations.catalog + migrations }

  /// Every step with its checksum, to compare with those that have landed.
  package var all: [Migration] { migrations }

  /// How a database stands to this program.
  package enum Standing: Sendable, Hashable {
    case upToDate
    /// Steps are missing: run `samrad migrate`.
    case behind(missing: [String])
    /// The database has steps this program does not know: it is newer than the program.
    case newer(unknown: [String])
    /// A step was changed after it was applied.
    case changed([String])
  }

  /// Applies what is missing, one transaction a step, with a lock that keeps a second machine out.
  ///
  /// - Returns: the steps that were applied now.
  /// - Throws: `MigrationRefusal` when the database is newer than the program or a step changed.
  package func migrate(_ store: borrowing Store, at now: Instant) throws -> [String] {
    var applied = try migrate(store, .catalog, now)
    for scope in try kommuneScopes(of: store) { applied += try migrate(store, scope, now) }
    return applied
  }

  /// How the whole instance stands.
  package func standing(of store: borrowing Store) throws -> Standing {
    guard try exists(store, .catalog) else { return .behind(missing: migrations.map(\.label)) }
    for scope in [.catalog] + (try kommuneScopes(of: store)) {
      let known = steps(in: scope, store.engine.dialect)
      guard try exists(store, scope) else { return .behind(missing: known.map(\.label)) }
      let records = try store.inTransaction(scope, .read) { try MigrationRecords.all($0, scope) }
      let standing = standing(of: records, known)
      guard standing == .upToDate else { return standing }
    }
    return .upToDate
  }

  /// Applies a new kommune's steps to its own file; on PostgreSQL there is nothing to do.
  func migrateNew(_ tenant: TenantID, in store: borrowing Store, at now: Instant) throws {
    guard store.engine.dialect == .sqlite else { return }
    _ = try migrate(store, .kommune(tenant), now)
  }

  private func migrate(
    _ store: borrowing Store, _ scope: Scope, _ now: Instant
  ) throws -> [String] {
    try store.inTransaction(scope, .write) { try MigrationRecords.prepare($0, scope) }
    let known = steps(in: scope, store.engine.dialect)
    return try known.filter { migration in
      try store.inTransaction(scope, .write) { transaction in
        try MigrationRecords.lock(transaction)
        let records = try MigrationRecords.all(transaction, scope)
        switch standing(of: records, known) {
        case .newer(let unknown): throw MigrationRefusal.databaseIsNewer(unknown)
        case .changed(let steps): throw MigrationRefusal.landedStepWasChanged(steps)
        case .upToDate, .behind: break
        }
        guard !records.contains(where: { $0.matches(migration) }) else { return false }
        try transaction.engine.script(migration.text(for: transaction.dialect))
        try MigrationRecords.add(migration, transaction, scope, now)
        return true
      }
    }.map(\.label)
  }

  private func standing(of records: [MigrationRecord], _ known: [Migration]) -> Standing {
    let unknown = records.filter { record in !known.contains { record.matches($0) } }
    guard unknown.isEmpty else { return .newer(unknown: unknown.map(\.label)) }
    let changed = records.filter { record in
      known.contains { record.matches($0) && record.checksum != $0.checksum }
    }
    guard changed.isEmpty else { return .changed(changed.map(\.label)) }
    let missing = known.filter { step in !records.contains { $0.matches(step) } }
    return missing.isEmpty ? .upToDate : .behind(missing: missing.map(\.label))
  }

  /// PostgreSQL remembers every step in one place; SQLite those of each file in that file.
  private func steps(in scope: Scope, _ dialect: Dialect) -> [Migration] {
    switch (dialect, scope) {
    case (.postgres, _): migrations
    case (.sqlite, .catalog): migrations.filter { $0.home == .catalog }
    case (.sqlite, .kommune): migrations.filter { $0.home == .kommune }
    }
  }

  /// The kommuner that have a file of their own.
  ///
  /// One whose file is missing or another's is the gate's to name; the others are not held up.
  private func kommuneScopes(of store: borrowing Store) throws -> [Scope] {
    guard let sqlite = store.engine as? SQLiteEngine else { return [] }
    let tenants = try store.catalog { try $0.tenantIDs() }
    return tenants.filter { [0, $0.number].contains(sqlite.files.mark(of: $0)) }.map {
      .kommune($0)
    }
  }

  private func exists(_ store: borrowing Store, _ scope: Scope) throws -> Bool {
    try store.inTransaction(scope, .read) { try MigrationRecords.exist($0, scope) }
  }
}

/// Why a database is not touched.
package enum MigrationRefusal: Refusal {
  case databaseIsNewer([String])
  case landedStepWasChanged([String])

  package var kind: RefusalKind { .conflict }

  package var text: Text {
    switch self {
    case .databaseIsNewer(let steps):
      Text(
        same: "The database is newer than this program: it has \(steps.joined(separator: ", "))."
          + " Use the program that made it, or a newer one.")
    case .landedStepWasChanged(let steps):
      Text(
        same: "The program's step \(steps.joined(separator: ", ")) is not the one this database"
          + " was made with. Use the program that made it.")
    }
  }
}
