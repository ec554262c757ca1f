/// The gate on SQLite: a file for each kommune and none besides, each its own and with the tables
/// the migrations make.
///
/// Whether the pages of the files are whole is asked by `SQLiteIntegrity`, not here: it reads all of
/// every file, and a server has to start at once.
struct SQLiteGate {
  let schema: ExpectedSchema
  let folder: SQLiteFolder

  init(_ schema: ExpectedSchema, _ folder: SQLiteFolder) {
    self.schema = schema
    self.folder = folder
  }

  func findings(in store: borrowing Store) throws -> [Finding] {
    let inCatalog = try store.catalog { try objects(.catalog, $0, name: "catalog.sqlite") }
    var findings = inCatalog
    for tenant in try pairs(in: store, &findings) {
      findings += try store.transaction(of: tenant, .read) { transaction in
        try objects(.kommune(tenant), transaction, name: SQLiteFolder.name(of: tenant))
      }
    }
    return findings
  }

  /// The kommuner that have a file which is theirs.
  private func pairs(
    in store: borrowing Store, _ findings: inout [Finding]
  ) throws -> [TenantID] {
    var (listed, files) = try store.catalog { (Set(try $0.tenantIDs()), try folder.tenants()) }
    if listed != files {
      // Somebody may be adding or erasing a kommune just now: whoever writes comes first.
      (listed, files) = try store.catalog(.write) {
        (Set(try $0.tenantIDs()), try folder.tenants())
      }
    }
    findings += listed.subtracting(files).sorted().map { tenant in
      finding(
        "file-is-missing", tenant,
        "\(SQLiteFolder.name(of: tenant)) is missing, though its kommune is in the catalog."
          + " Restore it from a backup, or: samrad tenant erase.")
    }
    findings += files.subtracting(listed).sorted().map { tenant in
      finding(
        "file-has-no-kommune", tenant,
        "\(SQLiteFolder.name(of: tenant)) belongs to no kommune of the catalog. Move it away.")
    }
    return listed.intersection(files).sorted().filter { tenant in
      let fault = self.fault(of: tenant)
      findings += fault.map { [$0] } ?? []
      return fault == nil
    }
  }

  private func fault(of tenant: TenantID) -> Finding? {
    let name = SQLiteFolder.name(of: tenant)
    switch folder.mark(of: tenant) {
    case tenant.number: return nil
    case nil:
      return finding(
        "file-is-no-database", tenant, "\(name) is no database. Restore it from a backup.")
    case 0:
      return finding(
        "file-is-not-marked", tenant, "\(name) does not say whose it is. Run: samrad migrate")
    case .some(let other):
      return finding(
        "file-is-another-kommunes", tenant,
        "\(name) holds the data of kommune number \(other). Put each file back under its own name.")
    }
  }

  private func objects(
    _ scope: Scope, _ transaction: borrowing Transaction, name: String
  ) throws -> [Finding] {
    let (place, known) = scope == .catalog ? ("catalog", schema.catalog) : ("main", schema.kommune)
    var found: [SchemaObject] = []
    _ = try transaction.execute(SchemaObject.query(of: place)) {
      found.append(try SchemaObject(&$0))
    }
    let names = Dictionary(known.map { ($0.name, $0) }) { first, _ in first }
    return known.filter { one in !found.contains { $0.name == one.name } }.map { one in
      Finding(
        code: "\(one.kind)-is-missing", object: "\(name): \(one.name)",
        text: "The \(one.kind) \(one.name) is missing in \(name). Restore it from a backup.")
    }
      + found.filter { names[$0.name] != $0 }.map { one in
        let fault = names[one.name] == nil ? "is-unknown" : "is-changed"
        return Finding(
          code: "\(one.kind)-\(fault)", object: "\(name): \(one.name)",
          text:
            "The \(one.kind) \(one.name) in \(name) is not one that a migration made. Drop it, or"
            + " restore a backup.")
      }
  }

  private func finding(_ code: String, _ tenant: TenantID, _ text: String) -> Finding {
    Finding(code: code, object: SQLiteFolder.name(of: tenant), text: text)
  }
}

extension Transaction {
  /// The ids of the kommuner in the catalog.
  func tenantIDs() throws -> [TenantID] {
    try values("SELECT tenant_id FROM catalog.tenant ORDER BY tenant_id")
  }
}
