import Database

/// The tables of elections: what was called, who stood, what was counted, and who wants to take part.
enum ElectionTables {
  static let election = Table(
    "councils_election",
    .column("id", .id),
    .column("council_id", .id),
    .column("group_code", .text),
    .column("kind", .text),
    .column("places", .integer),
    .column("method", .text),
    .column("written_demanded", .flag),
    .column("nominate_until", .day),
    .column("held_on", .day),
    .column("term_start", .day, optional: true),
    .column("replaces_id", .id, optional: true),
    .column("status", .text),
    .column("electors", .integer, optional: true),
    .column("ballots", .integer, optional: true),
    .column("entered_by", .id, optional: true),
    .column("confirmed_by", .id, optional: true),
    .column("confirmed_on", .day, optional: true),
    .column("tie_broken_by", .text, optional: true),
    .column("tie_witness", .text, optional: true),
    .column("balance_kept", .flag, optional: true),
    .column("limits_kept", .flag, optional: true),
    .column("attestation_note", .text, optional: true),
    .column("cancel_reason", .text, optional: true),
    .column("version", .integer),
    .primaryKey(["id"]),
    .index(["council_id", "held_on", "id"]),
    .references("council_id", "councils_council"),
    .references("replaces_id", "councils_seat"),
    .references("entered_by", "identity_person"),
    .references("confirmed_by", "identity_person"),
    .check("kind_is_known", "kind IN ('elected', 'named')"),
    .check("method_is_known", "method IN ('open', 'written', 'paper')"),
    .check("written_when_demanded", "NOT written_demanded OR method <> 'open'"),
    .check(
      "status_is_known",
      "status IN ('called', 'counted', 'confirmed', 'settled', 'seated', 'cancelled')"),
    .check("there_is_a_place_to_fill", "places BETWEEN 1 AND 60"),
    .check("one_place_is_taken_over", "replaces_id IS NULL OR places = 1"),
    .check("candidates_come_first", "held_on >= nominate_until"),
    .check("term_starts_after_election", "term_start IS NULL OR term_start >= held_on"),
    .check("nobody_votes_where_somebody_names", "kind = 'elected' OR ballots IS NULL"),
    .check(
      "a_count_is_whole",
      """
      (electors IS NULL) = (ballots IS NULL) AND (electors IS NULL) = (entered_by IS NULL) AND \
      (electors IS NULL OR ballots BETWEEN 0 AND electors)
      """),
    .check(
      "no_result_without_a_count",
      "status IN ('called', 'cancelled') OR kind = 'named' OR ballots IS NOT NULL"),
    // Whoever enters a count does not confirm it.
    .check(
      "another_person_confirms",
      "confirmed_by IS NULL OR entered_by IS NULL OR confirmed_by <> entered_by"),
    .check(
      "somebody_confirmed",
      """
      status NOT IN ('confirmed', 'settled', 'seated') OR \
      (confirmed_by IS NOT NULL AND confirmed_on IS NOT NULL)
      """),
    .check(
      "a_tie_is_broken_in_a_known_way",
      "tie_broken_by IS NULL OR tie_broken_by IN ('lot', 'leader')"
    ),
    .check(
      "a_lot_is_seen", "tie_broken_by IS NULL OR tie_broken_by <> 'lot' OR tie_witness IS NOT NULL"),
    .check(
      "what_is_not_kept_has_a_reason",
      """
      attestation_note IS NOT NULL OR \
      ((balance_kept IS NULL OR balance_kept) AND (limits_kept IS NULL OR limits_kept))
      """),
    .check(
      "cancelling_has_a_reason",
      """
      (status = 'cancelled') = (cancel_reason IS NOT NULL) AND (cancel_reason IS NULL OR \
      cancel_reason IN ('nobody_stood', 'nobody_elected', 'too_few_came', 'error'))
      """),
    .frozen(when: "OLD.status IN ('seated', 'cancelled')"),
    // Nothing of what was confirmed changes, and no election goes back.
    .refuses(
      .update,
      when: """
        OLD.status IN ('confirmed', 'settled') AND (
          NEW.council_id <> OLD.council_id OR NEW.group_code <> OLD.group_code
          OR NEW.places <> OLD.places OR NEW.method <> OLD.method
          OR NEW.electors IS DISTINCT FROM OLD.electors
          OR NEW.ballots IS DISTINCT FROM OLD.ballots
          OR NEW.entered_by IS DISTINCT FROM OLD.entered_by
          OR NEW.confirmed_by IS DISTINCT FROM OLD.confirmed_by
          OR NEW.status NOT IN ('confirmed', 'settled', 'seated')
          OR (OLD.status = 'settled' AND NEW.status = 'confirmed'))
        """))

  static let candidate = Table(
    "councils_candidate",
    .column("id", .id),
    .column("election_id", .id),
    .column("name", .text),
    .column("email", .text, optional: true),
    .column("deputy_name", .text, optional: true),
    .column("deputy_email", .text, optional: true),
    .column("organisation", .text, optional: true),
    .column("staff_field", .text, optional: true),
    .column("votes", .integer, optional: true),
    .column("tie_rank", .integer, optional: true),
    .column("answer", .text, optional: true),
    .column("answered_on", .day, optional: true),
    .column("place", .text, optional: true),
    .column("place_number", .integer, optional: true),
    .column("person_id", .id, optional: true),
    .column("deputy_id", .id, optional: true),
    .primaryKey(["id"]),
    .unique(["election_id", "email"], where: "email IS NOT NULL"),
    .index(["election_id", "id"]),
    .references("election_id", "councils_election"),
    .references("person_id", "identity_person"),
    .references("deputy_id", "identity_person"),
    .check("name_is_not_blank", "length(trim(name)) > 0"),
    .check("votes_are_counted_from_zero", "votes >= 0"),
    .check("ranks_count_from_one", "tie_rank >= 1"),
    .check("answer_is_known", "answer IN ('accepted', 'declined')"),
    .check("answers_have_a_day", "(answer IS NULL) = (answered_on IS NULL)"),
    .check("place_is_known", "place IN ('member', 'deputy')"),
    .check("places_are_numbered", "(place IS NULL) = (place_number IS NULL)"),
    .check(
      "whoever_has_a_place_took_it",
      "place IS NULL OR (answer = 'accepted' AND person_id IS NOT NULL)"),
    .check(
      "staff_field_is_known",
      """
      staff_field IS NULL OR staff_field IN ('nursing', 'kindergarten', 'home_help', 'teaching', \
      'planning', 'economy', 'other')
      """),
    .refuses(.insert, when: "NOT EXISTS (\(electionOf("NEW", "'called'")))"),
    .refuses(.delete, when: "NOT EXISTS (\(electionOf("OLD", "'called', 'counted'")))"),
    // A result does not change after it was confirmed, and an answer that was given stands.
    .refuses(
      .update,
      when: """
        NOT EXISTS (\(electionOf("NEW", "'called', 'counted', 'confirmed'")))
        OR (OLD.answer IS NOT NULL AND NEW.answer IS DISTINCT FROM OLD.answer)
        OR (NOT EXISTS (\(electionOf("NEW", "'called', 'counted'"))) AND (
          NEW.election_id <> OLD.election_id OR NEW.name <> OLD.name
          OR NEW.votes IS DISTINCT FROM OLD.votes
          OR (OLD.tie_rank IS NOT NULL AND NEW.tie_rank IS DISTINCT FROM OLD.tie_rank)))
        """))

  private static func electionOf(_ row: String, _ states: String) -> String {
    """
    SELECT 1 FROM councils_election e WHERE e.id = \(row).election_id AND e.status IN (\(states))
    """
  }

  static let interest = Table(
    "councils_interest",
    .column("id", .id),
    .column("council_id", .id),
    .column("group_code", .text),
    .column("name", .text),
    .column("email", .text),
    .column("about", .text, optional: true),
    .column("secret_hash", .text),
    .column("consented_at", .instant),
    .column("kept_until", .day),
    .primaryKey(["id"]),
    .unique(["secret_hash"]),
    .index(["council_id", "group_code", "id"]),
    .index(["kept_until"]),
    .references("council_id", "councils_council"),
    .check("name_is_not_blank", "length(trim(name)) > 0"))
}
