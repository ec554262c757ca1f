import Kernel

/// A kommune on this instance, as its catalog knows it.
package struct Tenant: Sendable, Hashable {
  package let id: TenantID
  /// Its name in URLs and on the command line.
  package let slug: String
  package let name: String
  package let county: String
  /// The host name of its own, if it has one.
  package let host: String?
  /// The language its pages open in: bokmål or nynorsk.
  package let language: Language
  package let preset: String
  package let status: TenantStatus

  /// A kommune from the columns of its line in the catalog.
  package init(
    _ id: TenantID, _ slug: String, _ name: String, _ county: String, _ host: String?,
    _ language: Language, _ preset: String, _ status: TenantStatus
  ) {
    self.id = id
    self.slug = slug
    self.name = name
    self.county = county
    self.host = host
    self.language = language
    self.preset = preset
    self.status = status
  }
}

/// Whether a kommune is served.
package enum TenantStatus: String, Storable {
  case active
  case suspended
}

extension Tenant {
  /// The columns a kommune is made from, of `catalog.tenant` as `t`.
  package static let columns: SQL = """
    t.tenant_id, t.slug, t.name, t.county, t.host, t.language, t.preset, t.status
    """
}

extension Transaction {
  /// Every kommune, by name.
  package func tenants() throws -> [Tenant] {
    try rows(
      "SELECT \(Tenant.columns) FROM catalog.tenant t ORDER BY t.name, t.slug", as: Tenant.init)
  }

  /// The kommune of that slug, or nil.
  package func tenant(slug: String) throws -> Tenant? {
    try row(
      "SELECT \(Tenant.columns) FROM catalog.tenant t WHERE t.slug = \(slug)", as: Tenant.init)
  }

  /// The kommune that has that host name for its own, or nil.
  package func tenant(host: String) throws -> Tenant? {
    try row(
      "SELECT \(Tenant.columns) FROM catalog.tenant t WHERE t.host = \(host)", as: Tenant.init)
  }

  /// The kommune of that id as it stands now, or nil when it is gone.
  package func tenant(_ id: TenantID) throws -> Tenant? {
    try row(
      "SELECT \(Tenant.columns) FROM catalog.tenant t WHERE t.tenant_id = \(id)", as: Tenant.init)
  }
}

extension Store {
  /// Adds a kommune: `register` writes it to the catalog, `seed` fills its data; both or none.
  ///
  /// - Throws: what either throws, with nothing saved.
  package func addTenant(
    migrator: Migrator, at now: Instant,
    register: (borrowing Transaction) throws -> TenantID,
    seed: (borrowing Transaction, TenantID) throws -> Void
  ) throws {
    try catalog(.write) { transaction in
      let tenant = try register(transaction)
      switch engine {
      case let sqlite as SQLiteEngine:
        // A file left behind by an attempt that was cut off has no line in the catalog.
        sqlite.files.remove(tenant)
        try sqlite.files.make(tenant)
        let beside = Store(.sqlite(folder: sqlite.folder))
        do {
          try migrator.migrateNew(tenant, in: beside, at: now)
          try beside.transaction(of: tenant) { try seed($0, tenant) }
        } catch {
          sqlite.files.remove(tenant)
          throw error
        }
      default:
        try transaction.engine.script("SET LOCAL app.tenant = \(tenant.number)")
        try seed(transaction, tenant)
      }
    }
  }
}
