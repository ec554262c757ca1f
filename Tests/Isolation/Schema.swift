import TestKit

/// The tables of kommuner as PostgreSQL itself has them.
struct Schema {
  struct Table {
    let name: String
    /// Every column but the kommune's.
    let columns: [String]
    /// Every unique key, the primary one too.
    let keys: [Key]
    /// The references to other tables of the kommune.
    let references: [Reference]
  }

  struct Key {
    let name: String
    /// Without the kommune.
    let columns: [String]
    /// The condition of a key of some rows.
    let condition: String
  }

  struct Reference {
    let name: String
    /// Without the kommune.
    let columns: [String]
    let table: String
    let target: [String]
  }

  let tables: [Table]

  init(_ session: SuperuserSession) throws {
    let names = try session.rows(
      "SELECT tablename FROM pg_tables WHERE schemaname = 'samrad' ORDER BY 1"
    ).compactMap(\.first)
    tables = try names.map { name in
      Table(
        name: name, columns: try Self.columns(of: name, session),
        keys: try Self.keys(of: name, session), references: try Self.references(of: name, session))
    }
  }

  private static func columns(
    of table: String, _ session: SuperuserSession
  ) throws -> [String] {
    try session.rows(
      """
      SELECT attname FROM pg_attribute WHERE attrelid = 'samrad.\(table)'::regclass
        AND attnum > 0 AND NOT attisdropped AND attname <> 'tenant_id' ORDER BY attnum
      """
    ).compactMap(\.first)
  }

  private static func keys(of table: String, _ session: SuperuserSession) throws -> [Key] {
    try session.rows(
      """
      SELECT i.indexrelid::regclass, array_to_string(ARRAY(
        SELECT a.attname FROM unnest(i.indkey) WITH ORDINALITY AS k (number, place)
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
        WHERE a.attname <> 'tenant_id' ORDER BY k.place), ','),
        coalesce(pg_get_expr(i.indpred, i.indrelid), '')
      FROM pg_index i WHERE i.indisunique AND i.indrelid = 'samrad.\(table)'::regclass
      """
    ).map { Key(name: $0[0], columns: list($0[1]), condition: $0[2]) }
  }

  private static func references(
    of table: String, _ session: SuperuserSession
  ) throws -> [Reference] {
    try session.rows(
      """
      SELECT c.conname, \(columns("c.conkey", "c.conrelid")), p.relname,
        \(columns("c.confkey", "c.confrelid"))
      FROM pg_constraint c JOIN pg_class p ON p.oid = c.confrelid
      WHERE c.contype = 'f' AND c.conrelid = 'samrad.\(table)'::regclass
        AND p.relnamespace = 'samrad'::regnamespace ORDER BY 1
      """
    ).map { Reference(name: $0[0], columns: list($0[1]), table: $0[2], target: list($0[3])) }
  }

  private static func columns(_ numbers: String, _ relation: String) -> String {
    """
    array_to_string(ARRAY(
      SELECT a.attname FROM unnest(\(numbers)) WITH ORDINALITY AS k (number, place)
      JOIN pg_attribute a ON a.attrelid = \(relation) AND a.attnum = k.number
      WHERE a.attname <> 'tenant_id' ORDER BY k.place), ',')
    """
  }

  private static func list(_ text: String) -> [String] {
    text.split(separator: ",").map(String.init)
  }
}
