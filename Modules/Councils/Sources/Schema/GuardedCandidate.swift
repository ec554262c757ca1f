import Database

/// The table of those who stand, with what was found to be missing.
enum GuardedCandidate {
  static let table = Table(
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
    // What they answered to: being a member, or a deputy.
    .column("answered_for", .text, optional: true),
    // Their place among those with as many votes, until another person has confirmed it.
    .column("tie_proposal", .integer, optional: true),
    .column("tie_entered_by", .id, optional: true),
    .column("tie_confirmed_by", .id, optional: true),
    .primaryKey(["id"]),
    .references("election_id", "councils_election"),
    .references("person_id", "identity_person"),
    .references("deputy_id", "identity_person"),
    .references("tie_entered_by", "identity_person"),
    .references("tie_confirmed_by", "identity_person"),
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
    .check(
      "answers_are_for_a_place",
      "answered_for IS NULL OR (answer IS NOT NULL AND answered_for IN ('member', 'deputy'))"),
    // A yes to standing in is no yes to sitting.
    .check(
      "whoever_sits_was_asked_to",
      "place IS NULL OR place <> 'member' OR answered_for IS NULL OR answered_for = 'member'"),
    .check(
      "somebody_entered_the_tie",
      """
      (tie_proposal IS NULL) = (tie_entered_by IS NULL) \
      AND (tie_proposal IS NULL OR tie_proposal >= 1)
      """),
    .check(
      "another_person_confirms_the_tie",
      """
      tie_confirmed_by IS NULL OR (tie_entered_by IS NOT NULL \
      AND tie_confirmed_by <> tie_entered_by AND tie_rank = tie_proposal)
      """))
}
