import Gateway
import TestKit
import Testing

@testable import Database

/// One at a time, because they pretend about the same tables.
@Suite(.serialized) struct QueryPlanTests {
  @Test(.enabled(if: Superuser.uri != nil, "needs PostgreSQL: run Tests/run.sh"))
  func noQueryReadsAWholeTableToFindSomeOfIt() throws {
    let house = try QuietHouse()
    try walkEverything(house.kommune)
    let statements = Set(house.kommune.statements.statements).filter(Self.finds).sorted()
    #expect(statements.count > 10)
    for plan in try Self.plans(of: statements, in: house) {
      #expect(plan.complaints(Self.tables) == [], "\(plan)")
    }
  }

  @Test(.enabled(if: Superuser.uri != nil, "needs PostgreSQL: run Tests/run.sh"))
  func aSlowQueryIsFound() throws {
    let slow = [
      "SELECT id FROM tenancy_unit WHERE area = $1",
      "SELECT p.id FROM identity_person p JOIN tenancy_unit u ON u.area = p.status WHERE p.id = $1",
    ]
    for plan in try Self.plans(of: slow, in: QuietHouse()) {
      #expect(plan.complaints(Self.tables).count == 1, "\(plan)")
    }
  }

  @Test func plansAreRead() {
    let tables = Self.tables
    func complaints(_ lines: String...) -> Int {
      QueryPlan(text: lines.joined(separator: "\n")).complaints(tables).count
    }
    let scan = "->  Index Scan using tenancy_unit_pkey on tenancy_unit u"
    #expect(complaints("Seq Scan on tenancy_unit", "  Filter: (name = $1)") == 1)
    #expect(complaints("Parallel Seq Scan on tenancy_unit") == 1)
    #expect(complaints("->  Seq Scan on tenant") == 0)
    #expect(complaints(scan, "  Index Cond: (tenant_id = 1)") == 0)
    #expect(complaints(scan, "  Index Cond: (tenant_id = 1)", "  Filter: (area = $1)") == 1)
    #expect(complaints(scan, "  Filter: (area = $1)") == 1)
    let settings = "Index Scan using tenancy_rules_unit_type_pkey on tenancy_rules_unit_type"
    #expect(complaints(settings, "  Index Cond: (tenant_id = 1)", "  Filter: is_mandatory") == 0)
    let found = "  Index Cond: ((tenant_id = 1) AND (id = $1))"
    #expect(complaints(scan, found, "  Filter: (area = $1)") == 0)
    #expect(complaints(scan, "  Index Cond: (tenant_id = 1)", "  Filter: (id = $1)") == 0)
    let joined = "  Join Filter: (u.id = c.unit_id)"
    let whole = "    Index Cond: (tenant_id = 1)"
    #expect(complaints("Nested Loop", joined, "  ->  Index Scan on a", "  " + scan, whole) == 1)
  }

  private static let tables =
    RenderedTable.all(Composition().migrator.all, on: .postgres).filter(\.isOfKommune)

  private static func finds(_ statement: String) -> Bool {
    ["SELECT", "UPDATE", "DELETE", "WITH"].contains { statement.hasPrefix($0) }
  }

  /// The plans of statements, for the role that serves; all that was pretended is rolled back.
  private static func plans(of statements: [String], in house: QuietHouse) throws -> [QueryPlan] {
    struct Pretence: Error {}
    let store = Store(house.database.superuser)
    var plans: [QueryPlan] = []
    do {
      try store.transaction(of: house.kommune.tenant.id) { transaction in
        try pretendThatTablesAreLarge(in: transaction)
        try transaction.run("SET LOCAL ROLE samrad_app")
        // What is left is a loop, which shows whether an index leads to the other table's rows.
        try transaction.run("SET LOCAL enable_hashjoin = off")
        try transaction.run("SET LOCAL enable_mergejoin = off")
        try transaction.run("SET LOCAL enable_material = off")
        try transaction.run("SET LOCAL enable_seqscan = off")
        try transaction.run("SET LOCAL plan_cache_mode = force_generic_plan")
        plans = try statements.map { try QueryPlan(of: $0, in: transaction) }
        throw Pretence()
      }
    } catch is Pretence {}
    return plans
  }

  /// A test's tables are so small that PostgreSQL would read all of them whatever indexes there are.
  ///
  /// It never believes that an empty table is large, so each of those gets a row without sense.
  private static func pretendThatTablesAreLarge(in transaction: borrowing Transaction) throws {
    try transaction.run("SET LOCAL session_replication_role = replica")
    try transaction.run(
      "UPDATE pg_class SET relchecks = 0 WHERE relnamespace = 'samrad'::regnamespace")
    try transaction.run(rowInEveryEmptyTable)
    // Without statistics it guesses so badly that a key and any other index look alike.
    try transaction.run("ANALYZE")
    try transaction.run(
      """
      UPDATE pg_class SET relpages = 1, reltuples = 1000000
      WHERE relnamespace = 'samrad'::regnamespace AND relkind = 'r'
      """)
  }

  private static let rowInEveryEmptyTable: SQL = """
    DO $do$ DECLARE
      relation regclass;
      cells text;
    BEGIN
      FOR relation IN SELECT oid FROM pg_class
        WHERE relnamespace = 'samrad'::regnamespace AND relkind = 'r' AND pg_relation_size(oid) = 0
      LOOP
        SELECT string_agg(
          CASE WHEN attname = 'tenant_id' THEN 'samrad.current_tenant()'
            WHEN atttypid = 'uuid'::regtype THEN 'gen_random_uuid()'
            WHEN atttypid = 'boolean'::regtype THEN 'false' ELSE quote_literal(1) END,
          ', ' ORDER BY attnum) INTO cells
        FROM pg_attribute WHERE attrelid = relation AND attnum > 0 AND NOT attisdropped;
        EXECUTE format('INSERT INTO %s VALUES (%s)', relation, cells);
      END LOOP;
    END $do$
    """
}
