import TestKit
import Testing
import Web

/// No byte of another kommune ever leaks: every route, as everybody, with everything of the other
/// kommune in every place.
@Suite struct RouteSweepTests {
  @Test(arguments: Engine.available)
  func noRouteTellsOrChangesAnythingOfTheOtherKommune(_ engine: Engine) throws {
    let two = try TwoKommuner(on: engine)
    let good = try GoodRequests.of(engine)
    let clock = ContinuousClock()
    let began = clock.now
    let sweep = RouteSweep(two, good.a, Loot(two, good.b))
    try sweep.run()
    for finding in sweep.findings.prefix(20) { Issue.record("\(finding)") }
    #expect(sweep.findings.count == 0)
    #expect(good.a.count == two.routes.count)
    print(
      """
      two-tenant sweep on \(engine): \(good.a.count) of \(two.routes.count) routes x \
      \(sweep.own.count) own and \(sweep.strangers.count) foreign callers = \
      \(sweep.counts.knocks) combinations; \(sweep.counts.requests) requests with \
      \(sweep.counts.substitutions) substitutions; \(sweep.searched) bytes searched for marks; \
      \(clock.now - began)
      """)
  }
  /// On PostgreSQL the database keeps the kommuner apart, whatever the program does; so without it
  /// the same requests must tell of the other kommune.
  @Test(.enabled(if: Superuser.uri != nil), arguments: RouteSweepTests.faults)
  func itSeesWhatLeaksWhenTheDatabaseKeepsNothingApart(_ fault: String, _ body: String) throws {
    let good = try GoodRequests.of(.postgres)
    let two = try TwoKommuner(on: .postgres)
    try SuperuserSession(in: try #require(two.database).name).run(body)
    let lists = good.a.filter { $0.route.door == .api && $0.route.takesCursor }
    // The first requests of a connection are planned anew each time.
    for list in good.b where list.route.door == .api && list.route.takesCursor {
      for _ in 0..<10 {
        _ = two.send(list.request(list.values, as: list.principal, to: two.b))
      }
    }
    let sweep = RouteSweep(two, lists, Loot(two, good.b))
    try sweep.run()
    let shown = sweep.findings.filter { $0.contains(" shows ") }
    #expect(shown.count > 0, "the sweep is blind: \(fault)")
    print("\(fault): \(shown.count) of \(sweep.counts.requests) answers tell")
  }

  private static let faults = [
    (
      "every policy lets all rows through",
      """
      DO $$ DECLARE t name; BEGIN
        FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'samrad' LOOP
          EXECUTE format('ALTER POLICY kommune ON samrad.%I USING (true)', t);
        END LOOP;
      END $$
      """
    ),
    (
      "every transaction is the other kommune's",
      """
      CREATE OR REPLACE FUNCTION samrad.current_tenant() RETURNS integer LANGUAGE sql STABLE
      AS $$ SELECT 2 $$
      """
    ),
    (
      "a prepared statement remembers the kommune it was planned for",
      """
      CREATE OR REPLACE FUNCTION samrad.current_tenant() RETURNS integer LANGUAGE sql IMMUTABLE
      AS $$ SELECT current_setting('app.tenant')::integer $$
      """
    ),
  ]
}

extension Route {
  fileprivate var takesCursor: Bool { fields.contains { $0.name == "cursor" } }
}
