import Database

/// The table of councils, as later steps made it.
enum CouncilTables {
  /// A council follows the rules of its type, whatever their version is; what it may be has grown.
  static func council(_ statuses: [String]) -> Table {
    let known = statuses.map { "'\($0)'" }.joined(separator: ", ")
    return Table(
      "councils_council",
      .column("id", .id),
      .column("unit_id", .id),
      .column("name", .text),
      .column("rule_set", .text),
      .column("legal_basis", .text),
      .column("status", .text),
      .column("constituted_on", .day),
      .column("version", .integer),
      .primaryKey(["id"]),
      .unique(["unit_id", "name"]),
      .references("unit_id", "tenancy_unit"),
      .references(["rule_set"], "tenancy_council_type", ["code"]),
      .check("name_is_not_blank", "length(trim(name)) > 0"),
      .check("status_is_known", "status IN (\(known))"))
  }
}
