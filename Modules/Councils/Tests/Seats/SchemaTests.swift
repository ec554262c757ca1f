import Database
import Kernel
import TestKit
import Testing

@testable import Councils

/// What the database refuses by itself, however one gets at it.
@Suite struct SchemaTests {
  @Test("R101: a leader without a vote", arguments: Engine.available)
  func leaderHasAVote(_ engine: Engine) throws {
    try expectRefused(
      engine, .checkFailed, "UPDATE councils_seat SET votes = false WHERE is_leader")
  }

  @Test("Two leaders", arguments: Engine.available)
  func thereIsOneLeader(_ engine: Engine) throws {
    try expectRefused(
      engine, .recordIsFrozen, "UPDATE councils_seat SET is_leader = true WHERE votes")
  }

  @Test("R134: one person in two seats, and in two places as deputy", arguments: Engine.available)
  func onePlaceEach(_ engine: Engine) throws {
    try expectRefused(
      engine, .recordIsFrozen,
      """
      INSERT INTO councils_seat (id, council_id, group_code, votes, person_id, is_leader, term_start,
        term_end)
      SELECT '01990000-0000-7000-8000-000000000001', council_id, group_code, votes, person_id,
        \(false), '2026-12-01', '2027-12-01' FROM councils_seat WHERE is_leader
      """)
    try expectRefused(
      engine, .recordIsFrozen,
      """
      INSERT INTO councils_deputy (id, council_id, number, person_id, term_start, term_end)
      SELECT CASE n WHEN 1 THEN person_id ELSE council_id END, council_id, n, person_id,
        CASE n WHEN 1 THEN term_start ELSE term_end END, term_end
      FROM councils_seat, (SELECT 1 AS n UNION ALL SELECT 2) AS two WHERE is_leader ORDER BY n
      """)
  }

  @Test("R093: a deputy for two", arguments: Engine.available)
  func deputyIsForOne(_ engine: Engine) throws {
    try expectRefused(
      engine, .alreadyExists,
      """
      UPDATE councils_seat SET deputy_id =
        (SELECT deputy_id FROM councils_seat WHERE is_leader)
      WHERE votes
      """)
  }

  @Test("R093: a deputy for oneself", arguments: Engine.available)
  func deputyIsAnother(_ engine: Engine) throws {
    try expectRefused(
      engine, .checkFailed, "UPDATE councils_seat SET deputy_id = person_id WHERE is_leader")
  }

  @Test("R094: a term without an end", arguments: Engine.available)
  func termEnds(_ engine: Engine) throws {
    try expectRefused(engine, .checkFailed, "UPDATE councils_seat SET term_end = '2026-07-31'")
  }

  @Test("A council of no rule set", arguments: Engine.available)
  func rulesAreKnown(_ engine: Engine) throws {
    try expectRefused(engine, .missingReference, "UPDATE councils_council SET rule_set = 'oslo'")
  }

  @Test("A status that its history does not tell", arguments: Engine.available)
  func statusHasAHistory(_ engine: Engine) throws {
    try expectRefused(engine, .recordIsFrozen, "UPDATE councils_council SET status = 'dissolved'")
  }

  @Test("A change without a reason, or one that leaves nobody behind", arguments: Engine.available)
  func changesAreWhole(_ engine: Engine) throws {
    let halves: [SQL] = [
      "'inactive', NULL, NULL, NULL", "'inactive', 'fordi', NULL, NULL",
      "'dissolved', 'Skolen er lagt ned', 'Styret', NULL",
      "'dissolved', 'Skolen er lagt ned', NULL, 'Skolen finnes ikke'",
      "'dissolved', 'Skolen er lagt ned', ' ', 'Skolen finnes ikke'",
    ]
    for half in halves {
      try expectRefused(engine, .checkFailed, Self.change("'constituted'", half))
    }
  }

  @Test("A dissolved council that works again", arguments: Engine.available)
  func dissolvedIsForGood(_ engine: Engine) throws {
    try expectRefused(
      engine, .recordIsFrozen,
      Self.change("'inactive'", "'constituted', 'Skolen er åpnet', NULL, NULL"))
    try expectRefused(
      engine, .checkFailed,
      """
      INSERT INTO councils_status (council_id, version, was, status, valid_from, reason)
      SELECT id, 2, NULL, 'inactive', '2026-08-17', 'Skolen er åpnet' FROM councils_council
      """)
  }

  private static func change(_ was: SQL, _ values: SQL) -> SQL {
    """
    INSERT INTO councils_status (council_id, version, was, valid_from, status, reason, decided_by,
      nobody_takes_over)
    SELECT id, 2, \(was), '2026-08-17', \(values) FROM councils_council
    """
  }

  private func expectRefused(
    _ engine: Engine, _ kind: DatabaseError.Kind, _ statement: SQL,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let kommune = try Kommune(on: engine)
    try kommune.run(ConstituteCouncil.self, SchoolCouncil.request(try kommune.school()))
    let before = try kommune.fingerprint()
    let error = #expect(throws: DatabaseError.self, sourceLocation: sourceLocation) {
      try kommune.sql(statement)
    }
    #expect(error?.kind == kind, sourceLocation: sourceLocation)
    #expect(try kommune.fingerprint() == before, sourceLocation: sourceLocation)
  }
}
