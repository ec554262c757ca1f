import Database

/// What guards elections since they were found to be guarded too little.
enum ElectionGuards {
  static let step = Migration(
    "councils", "0010-elections-guarded",
    reshaping: [GuardedElection.table, GuardedCandidate.table],
    restating: [result, candidateGoes, candidateChanges],
    altering: [calls, interests])

  /// A council has one election to a group at a time, and one to a seat until somebody sits there;
  /// nobody is elected to a council that is no more.
  private static let calls = Table(
    "councils_election",
    .unique(["council_id", "group_code"], where: "status IN ('called', 'counted', 'confirmed')"),
    .unique(
      ["replaces_id"],
      where: """
        replaces_id IS NOT NULL AND status IN ('called', 'counted', 'confirmed', 'settled')
        """),
    .refuses(
      .insert,
      when: """
        NOT EXISTS (SELECT 1 FROM councils_council c WHERE c.id = NEW.council_id AND (
          c.status = 'forming' AND NEW.term_start IS NULL
          OR c.status = 'constituted' AND NEW.term_start IS NOT NULL))
        """),
    .refuses(
      .update,
      when: "NEW.status = 'seated' AND \(isDissolved("NEW.council_id"))"),
    .refuses(.delete, when: "OLD.status NOT IN ('called', 'counted')"))

  private static let interests = Table(
    "councils_interest", .refuses(.insert, when: isDissolved("NEW.council_id")))

  private static func isDissolved(_ council: String) -> String {
    "EXISTS (SELECT 1 FROM councils_council c WHERE c.id = \(council) AND c.status = 'dissolved')"
  }

  /// Nothing of what was confirmed changes, and no election goes back.
  ///
  /// Who came first of those with as many votes may be decided later, when somebody declines; and what
  /// was never seated ends when it is set aside, or with its council.
  private static let result = Restating(
    "councils_election_refuse_48", of: "councils_election", .update,
    when: """
      OLD.status = 'set_aside' OR OLD.status IN ('confirmed', 'settled') AND (
        \(changes(of: confirmed))
        OR (\(changes(of: ["tie_broken_by", "tie_witness"]))) AND NOT EXISTS (
          SELECT 1 FROM councils_candidate c WHERE c.election_id = NEW.id
            AND c.tie_proposal IS NOT NULL AND c.tie_rank IS NULL)
        OR NEW.status IN ('called', 'counted')
        OR OLD.status = 'settled' AND NEW.status = 'confirmed'
        OR NEW.status = 'set_aside' AND OLD.status <> 'settled'
        OR NEW.status = 'cancelled' AND NOT (
          OLD.status = 'confirmed' AND NEW.cancel_reason = 'council_dissolved'
          AND \(isDissolved("NEW.council_id"))))
      """)

  private static let confirmed = [
    "council_id", "group_code", "kind", "places", "method", "written_demanded", "nominate_until",
    "held_on", "term_start", "replaces_id", "electors", "ballots", "entered_by", "confirmed_by",
    "confirmed_on", "balance_kept", "limits_kept", "balance_rule", "limits_rule",
    "attestation_note", "instead_of_id", "called_by",
  ]

  private static func changes(of columns: [String]) -> String {
    columns.map { "NEW.\($0) IS DISTINCT FROM OLD.\($0)" }.joined(separator: " OR ")
  }

  private static func election(_ row: String, is states: String) -> String {
    """
    EXISTS (SELECT 1 FROM councils_election e
      WHERE e.id = \(row).election_id AND e.status IN (\(states)))
    """
  }

  private static let candidateGoes = Restating(
    "councils_candidate_refuse_32", of: "councils_candidate", .delete,
    when: """
      NOT \(election("OLD", is: "'called', 'counted'"))
      AND NOT EXISTS (SELECT 1 FROM councils_election e
        WHERE e.id = OLD.election_id AND e.status = 'confirmed'
          AND \(isDissolved("e.council_id")))
      """)

  /// An answer stands, but whoever said what they will as a deputy is asked anew as a member; and of
  /// those who stand nothing changes after the count was confirmed but that their addresses go.
  private static let candidateChanges = Restating(
    "councils_candidate_refuse_33", of: "councils_candidate", .update,
    when: """
      NOT \(election("NEW", is: "'called', 'counted', 'confirmed'"))
      OR OLD.answer IS NOT NULL
        AND (\(changes(of: ["answer", "answered_on", "answered_for"])))
        AND NOT (coalesce(OLD.answered_for, '') = 'deputy' AND NEW.answered_for = 'member')
      OR NEW.tie_rank IS NOT NULL AND NEW.tie_rank IS DISTINCT FROM OLD.tie_rank
        AND NEW.tie_confirmed_by IS NULL
      OR NOT \(election("NEW", is: "'called', 'counted'")) AND (
        \(changes(of: ["election_id", "name", "deputy_name", "organisation", "staff_field", "votes"]))
        OR NEW.email IS NOT NULL AND NEW.email IS DISTINCT FROM OLD.email
        OR NEW.deputy_email IS NOT NULL AND NEW.deputy_email IS DISTINCT FROM OLD.deputy_email
        OR OLD.tie_rank IS NOT NULL
          AND (\(changes(of: ["tie_rank", "tie_proposal", "tie_entered_by", "tie_confirmed_by"]))))
      """)
}
