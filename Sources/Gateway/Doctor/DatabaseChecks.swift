import Database
import Kernel
import UseCases

/// What the doctor asks the database.
extension Doctor {
  func reach(_ store: borrowing Store) throws -> Diagnosis {
    let server = try store.catalog { transaction -> String? in
      switch transaction.dialect {
      case .sqlite: try transaction.value("SELECT 'SQLite ' || sqlite_version()")
      case .postgres:
        try transaction.value(
          """
          SELECT 'PostgreSQL ' || current_setting('server_version') || ', as ' || current_user
          """)
      }
    }
    return Diagnosis("database", .ok, server ?? "")
  }

  func standing(_ store: borrowing Store) throws -> Diagnosis {
    switch try composition.migrator.standing(of: store) {
    case .upToDate:
      let count = composition.migrator.all.count
      return Diagnosis("migrations", .ok, "All \(count) steps are applied.")
    case .behind(let steps):
      return Diagnosis(
        "migrations", .wrong, "Steps are missing. Run: samrad migrate", details: steps)
    case .newer(let steps):
      return Diagnosis("migrations", .wrong, MigrationRefusal.databaseIsNewer(steps).text.en)
    case .changed(let steps):
      return Diagnosis("migrations", .wrong, MigrationRefusal.landedStepWasChanged(steps).text.en)
    }
  }

  /// The gate, in two parts: who serves, and what is served.
  func isolation(_ store: borrowing Store) throws -> [Diagnosis] {
    let findings = try CatalogGate.findings(in: store, composition.migrator)
    let role = findings.filter { $0.code.hasPrefix("role-") }
    let other = findings.filter { !$0.code.hasPrefix("role-") }
    return [
      Self.verdict("role", role, "It owns nothing and is bound by every policy."),
      Self.verdict("isolation", other, "The kommuner are kept apart as the migrations say."),
    ]
  }

  func files(_ store: borrowing Store) throws -> [Diagnosis] {
    guard case .sqlite = location else { return [] }
    return [Self.verdict("files", try store.damages(), "Every file is whole.")]
  }

  /// Tokens, links and deadlines go wrong when the server's clock does.
  func time(_ store: borrowing Store) throws -> Diagnosis {
    guard case .postgres = location else {
      return Diagnosis("clock", .ok, "\(clock.now), the same as the database's.")
    }
    let before = clock.now
    let there: Instant? = try store.catalog {
      try $0.value("SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint")
    }
    let here = (before.microseconds + clock.now.microseconds) / 2
    let offset = here - (there?.microseconds ?? 0)
    let milliseconds = offset / 1000
    guard offset.magnitude <= Self.largestOffset.magnitude else {
      return Diagnosis(
        "clock", .wrong,
        "This machine's clock is \(milliseconds) ms from the database's. Set both by NTP.")
    }
    return Diagnosis("clock", .ok, "\(milliseconds) ms from the database's.")
  }

  private static let largestOffset: Int64 = 5_000_000

  func events(_ store: borrowing Store) throws -> [Diagnosis] {
    guard isDeep else {
      return [Diagnosis("events", .notChecked, "Run: samrad doctor --deep")]
    }
    var broken: [String] = []
    var count = 0
    let tenants = try store.catalog { try $0.tenants() }
    for tenant in tenants {
      let verdict = try store.transaction(of: tenant.id, .read) { try EventLog.verify(in: $0) }
      switch verdict {
      case .whole(let events): count += events
      case .brokenAt(let number): broken.append("\(tenant.slug): broken at event \(number).")
      }
    }
    return [
      broken.isEmpty
        ? Diagnosis("events", .ok, "\(count) events, every chain whole.")
        : Diagnosis(
          "events", .wrong, "Events were changed, removed or put in. Compare with a backup.",
          details: broken)
    ]
  }

  private static func verdict(_ check: String, _ findings: [Finding], _ ok: String) -> Diagnosis {
    findings.isEmpty
      ? Diagnosis(check, .ok, ok)
      : Diagnosis(check, .wrong, "\(findings.count) found:", details: findings.map(\.text))
  }
}
