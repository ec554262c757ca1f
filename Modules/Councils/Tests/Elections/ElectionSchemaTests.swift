import Database
import Kernel
import TestKit
import Testing

@testable import Councils

/// What the database refuses by itself, however one gets at it.
@Suite struct ElectionSchemaTests {
  @Test("More ballots than electors", arguments: Engine.available)
  func ballotsAreWithinElectors(_ engine: Engine) throws {
    try expectRefused(
      engine, .checkFailed,
      "UPDATE councils_election SET ballots = electors + 1 WHERE status = 'counted'")
  }

  @Test("An election before its last day for candidates", arguments: Engine.available)
  func candidatesComeFirst(_ engine: Engine) throws {
    try expectRefused(
      engine, .checkFailed,
      "UPDATE councils_election SET held_on = '2020-01-01' WHERE status = 'called'")
  }

  @Test("R095: a count that the same person enters and confirms", arguments: Engine.available)
  func anotherPersonConfirms(_ engine: Engine) throws {
    try expectRefused(
      engine, .checkFailed,
      """
      UPDATE councils_election SET status = 'confirmed', confirmed_by = entered_by,
        confirmed_on = '2026-09-01' WHERE status = 'counted'
      """)
  }

  @Test("A result without a count", arguments: Engine.available)
  func noResultWithoutACount(_ engine: Engine) throws {
    try expectRefused(
      engine, .checkFailed,
      """
      UPDATE councils_election SET kind = 'elected', status = 'counted' WHERE kind = 'named'
      """)
  }

  @Test("Votes after they were confirmed", arguments: Engine.available)
  func votesStand(_ engine: Engine) throws {
    try expectRefused(
      engine, .recordIsFrozen, "UPDATE councils_candidate SET votes = votes + 1 WHERE name = 'Kari'"
    )
  }

  @Test("A count after it was confirmed", arguments: Engine.available)
  func countsStand(_ engine: Engine) throws {
    try expectRefused(
      engine, .recordIsFrozen,
      "UPDATE councils_election SET electors = electors + 1 WHERE status = 'confirmed'")
  }

  @Test("An election that goes back", arguments: Engine.available)
  func nothingGoesBack(_ engine: Engine) throws {
    try expectRefused(
      engine, .recordIsFrozen,
      "UPDATE councils_election SET status = 'counted' WHERE status = 'confirmed'")
  }

  @Test("An answer that was given", arguments: Engine.available)
  func answersStand(_ engine: Engine) throws {
    try expectRefused(
      engine, .recordIsFrozen,
      "UPDATE councils_candidate SET answer = 'declined' WHERE answer = 'accepted'")
  }

  @Test("A candidate of a counted election, come or gone", arguments: Engine.available)
  func candidatesStay(_ engine: Engine) throws {
    try expectRefused(
      engine, .recordIsFrozen, "DELETE FROM councils_candidate WHERE name = 'Kari'")
    try expectRefused(
      engine, .recordIsFrozen,
      """
      INSERT INTO councils_candidate (id, election_id, name)
      SELECT council_id, id, 'Eva' FROM councils_election WHERE status = 'counted'
      """)
  }

  /// Parents are elected and one of them has said yes; the pupils are counted; the staff are not named.
  private func expectRefused(
    _ engine: Engine, _ kind: DatabaseError.Kind, _ statement: SQL,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let play = try ElectionPlay(on: engine)
    for name in ["Kari", "Ola"] { try play.nominate(name, to: "forelder", deputy: true) }
    try play.count("forelder", ["Kari": 9, "Ola": 8])
    try play.confirm("forelder")
    try play.answer("Kari", in: "forelder")
    try play.nominate("Ida", to: "elev")
    try play.count("elev", electors: 10, ballots: 10, ["Ida": 9])
    let before = try play.kommune.fingerprint()
    let error = #expect(throws: DatabaseError.self, sourceLocation: sourceLocation) {
      try play.kommune.sql(statement)
    }
    #expect(error?.kind == kind, sourceLocation: sourceLocation)
    #expect(try play.kommune.fingerprint() == before, sourceLocation: sourceLocation)
  }
}
