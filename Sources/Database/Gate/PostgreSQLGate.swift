/// The gate on PostgreSQL: some forty questions to its catalog.
struct PostgreSQLGate {
  let schema: ExpectedSchema

  init(_ schema: ExpectedSchema) { self.schema = schema }

  func findings(in transaction: borrowing Transaction) throws -> [Finding] {
    if let tooOld = try version(transaction) { return [tooOld] }
    let role = try answers(RoleChecks.all, transaction)
    // To whoever owns the tables or is above the rules everything is allowed: one sentence, not
    // one for each table.
    let rights =
      role.contains { RoleChecks.aboveTheRules.contains($0.code) }
      ? [] : try answers(RightChecks.all(schema) + ReachChecks.all, transaction)
    let structure = try answers(
      TableChecks.all + KeyChecks.all + BypassChecks.all + SettingChecks.all, transaction)
    let found = try role + rights + structure + SchemaChecks(schema).findings(in: transaction)
    let cannotAsk = found.contains { ["right-is-missing", "table-is-missing"].contains($0.code) }
    return cannotAsk ? found : try found + BypassChecks.erased.findings(in: transaction)
  }

  private func answers(
    _ checks: [CatalogCheck], _ transaction: borrowing Transaction
  ) throws -> [Finding] {
    var findings: [Finding] = []
    for check in checks { findings += try check.findings(in: transaction) }
    return findings
  }

  /// Views with the rights of whoever asks, and rights on settings, came with PostgreSQL 15.
  private func version(_ transaction: borrowing Transaction) throws -> Finding? {
    let check = CatalogCheck(
      "server-is-too-old",
      """
      SELECT current_setting('server_version')
      WHERE current_setting('server_version_num')::integer < 150000
      """
    ) { "PostgreSQL \($0) is too old. Upgrade it to 15 or newer." }
    return try check.findings(in: transaction).first
  }
}
