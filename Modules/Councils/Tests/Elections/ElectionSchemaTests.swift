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

  @Test("R095: anything else of an election after it was confirmed", arguments: Engine.available)
  func nothingConfirmedChanges(_ engine: Engine) throws {
    let changes: [SQL] = [
      "kind = 'named'", "written_demanded = (1 = 1), method = 'written'", "held_on = '2027-01-01'",
      "nominate_until = '2020-01-01'", "term_start = '2027-01-01'", "confirmed_on = '2020-01-01'",
      "balance_kept = (1 = 1)", "limits_kept = (1 = 1)", "attestation_note = 'en annen grunn'",
      "tie_broken_by = 'leader'", "tie_witness = 'en annen'",
    ]
    try expectRefused(
      engine, .recordIsFrozen,
      changes.map { "UPDATE councils_election SET \($0) WHERE status = 'confirmed'" })
  }

  @Test("A candidate's deputy after the count was confirmed", arguments: Engine.available)
  func candidatesStand(_ engine: Engine) throws {
    let changes: [SQL] = [
      "deputy_name = 'Per'", "organisation = 'Laget'", "staff_field = 'nursing'",
      "email = 'per@example.org'", "deputy_email = 'per@example.org'",
      "tie_rank = 1", "answered_for = 'deputy'",
    ]
    try expectRefused(
      engine, .recordIsFrozen,
      changes.map { "UPDATE councils_candidate SET \($0) WHERE name = 'Kari'" })
  }

  @Test("Two open elections to one group", arguments: Engine.available)
  func oneAtATime(_ engine: Engine) throws {
    try expectRefused(
      engine, .alreadyExists,
      "UPDATE councils_election SET group_code = 'elev' WHERE group_code = 'ansatt'")
  }

  @Test("An election called to a first term that has begun", arguments: Engine.available)
  func firstTermsAreForNewCouncils(_ engine: Engine) throws {
    try expectRefused(
      engine, .recordIsFrozen,
      """
      INSERT INTO councils_election (id, council_id, group_code, kind, places, method,
        written_demanded, nominate_until, held_on, term_start, status, version)
      SELECT council_id, council_id, 'politiker', 'named', 1, 'open', written_demanded,
        nominate_until, held_on, '2027-01-01', 'called', 1
      FROM councils_election WHERE group_code = 'elev'
      """)
  }

  @Test("A confirmed election that is cancelled or set aside", arguments: Engine.available)
  func confirmedElectionsAreFinished(_ engine: Engine) throws {
    let ends: [SQL] = [
      "'cancelled', cancel_reason = 'error'", "'cancelled', cancel_reason = 'council_dissolved'",
      """
      'set_aside', set_aside_by = entered_by, set_aside_on = '2026-09-20',
        set_aside_reason = 'Noen flyttet ut av kommunen.'
      """,
    ]
    try expectRefused(
      engine, .recordIsFrozen,
      ends.map { "UPDATE councils_election SET status = \($0) WHERE status = 'confirmed'" })
  }

  @Test("An election that is away without a trace", arguments: Engine.available)
  func electionsStay(_ engine: Engine) throws {
    try expectRefused(
      engine, .recordIsFrozen, "DELETE FROM councils_election WHERE status = 'confirmed'")
  }

  @Test("R095: a lot that the same person enters and confirms", arguments: Engine.available)
  func anotherPersonConfirmsTheTie(_ engine: Engine) throws {
    try expectRefused(
      engine, .checkFailed,
      """
      UPDATE councils_candidate SET tie_rank = 1, tie_proposal = 1,
        tie_entered_by = (SELECT entered_by FROM councils_election WHERE status = 'counted'),
        tie_confirmed_by = (SELECT entered_by FROM councils_election WHERE status = 'counted')
      WHERE name = 'Ida'
      """)
  }

  @Test("R095: a naming that its caller confirms", arguments: Engine.available)
  func anotherPersonConfirmsTheNaming(_ engine: Engine) throws {
    try expectRefused(
      engine, .checkFailed,
      """
      UPDATE councils_election SET instead_of_id = id, called_by = e.by, confirmed_by = e.by
      FROM (SELECT entered_by AS by FROM councils_election WHERE status = 'counted') AS e
      WHERE kind = 'named'
      """)
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

  private func expectRefused(
    _ engine: Engine, _ kind: DatabaseError.Kind, _ statement: SQL,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try expectRefused(engine, kind, [statement], sourceLocation: sourceLocation)
  }

  /// Parents are elected and one of them has said yes; the pupils are counted; the staff are not named.
  private func expectRefused(
    _ engine: Engine, _ kind: DatabaseError.Kind, _ statements: [SQL],
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
    for statement in statements {
      let error = #expect(throws: DatabaseError.self, sourceLocation: sourceLocation) {
        try play.kommune.sql(statement)
      }
      #expect(error?.kind == kind, "\(statement)", sourceLocation: sourceLocation)
    }
    #expect(try play.kommune.fingerprint() == before, sourceLocation: sourceLocation)
  }
}
