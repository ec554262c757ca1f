import Database

/// The table of elections, with what was found to be missing.
enum GuardedElection {
  static let table = Table(
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
    // The election that came to nothing, and who then had somebody named.
    .column("instead_of_id", .id, optional: true),
    .column("called_by", .id, optional: true),
    // What the rules asked for when it was attested.
    .column("balance_rule", .text, optional: true),
    .column("limits_rule", .text, optional: true),
    .column("set_aside_by", .id, optional: true),
    .column("set_aside_on", .day, optional: true),
    .column("set_aside_reason", .text, optional: true),
    .primaryKey(["id"]),
    .references("council_id", "councils_council"),
    .references("replaces_id", "councils_seat"),
    .references("entered_by", "identity_person"),
    .references("confirmed_by", "identity_person"),
    .references("instead_of_id", "councils_election"),
    .references("called_by", "identity_person"),
    .references("set_aside_by", "identity_person"),
    .check("kind_is_known", "kind IN ('elected', 'named')"),
    .check("method_is_known", "method IN ('open', 'written', 'paper')"),
    .check("written_when_demanded", "NOT written_demanded OR method <> 'open'"),
    .check(
      "status_is_known",
      """
      status IN ('called', 'counted', 'confirmed', 'settled', 'seated', 'cancelled', 'set_aside')
      """),
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
      status NOT IN ('confirmed', 'settled', 'seated', 'set_aside') OR \
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
      cancel_reason IN ('nobody_stood', 'nobody_elected', 'too_few_came', 'error', \
      'council_dissolved'))
      """),
    // Whoever has somebody named instead of elected does not confirm it.
    .check(
      "another_person_confirms_who_is_named",
      """
      instead_of_id IS NULL OR (kind = 'named' AND called_by IS NOT NULL \
      AND (confirmed_by IS NULL OR confirmed_by <> called_by))
      """),
    .check(
      "rules_are_kept_or_not",
      """
      (balance_rule IS NULL OR balance_kept IS NOT NULL) \
      AND (limits_rule IS NULL OR limits_kept IS NOT NULL)
      """),
    .check(
      "setting_aside_has_a_reason",
      """
      (status = 'set_aside') = (set_aside_reason IS NOT NULL) \
      AND (set_aside_reason IS NULL) = (set_aside_by IS NULL) \
      AND (set_aside_reason IS NULL) = (set_aside_on IS NULL) \
      AND (set_aside_reason IS NULL OR length(trim(set_aside_reason)) >= 10)
      """),
    .check(
      "another_person_sets_aside", "set_aside_by IS NULL OR set_aside_by <> confirmed_by"))
}
