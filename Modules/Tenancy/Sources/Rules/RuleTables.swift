import Database

extension TenancyModule {
  /// The types of council, and every version of the rules of each.
  ///
  /// What has been decided is never changed: a new decision is a new version.
  static let ruleTables = [
    Table("tenancy_council_type", .column("code", .text), .primaryKey(["code"])),
    Table(
      "tenancy_rules",
      .column("rule_set", .text),
      .column("version", .integer),
      .column("valid_from", .day),
      .column("decided_by", .text),
      .column("decided_on", .day, optional: true),
      .column("document_link", .text, optional: true),
      .column("nb", .text),
      .column("nn", .text),
      .column("legal_basis", .text, default: "'local_decision'"),
      .column("legal_reference", .text, default: "''"),
      .column("fulfils", .text, default: "''"),
      .column("advises", .text, default: "'unit_leader'"),
      .column("power", .text, default: "'none'"),
      .column("is_hearing_body", .flag, default: "true"),
      .column("statements_follow_case", .flag, default: "true"),
      .column("size", .text),
      .column("deputies", .text),
      .column("balance_rule", .text, default: "'none'"),
      .column("years_rule", .text, default: "'none'"),
      .column("term", .text, default: "'years'"),
      .column("term_years", .integer),
      .column("max_terms", .integer, default: "0"),
      .column("may_be_reelected", .flag, default: "true"),
      .column("candidates_by", .text, default: "''"),
      .column("person_ballot", .text, default: "'open'"),
      .column("any_member_may_demand_written", .flag, default: "true"),
      .column("chair", .text, default: "'members'"),
      .column("chair_from", .text, default: "''"),
      .column("chair_has_casting_vote", .flag, default: "false"),
      .column("vice_chair", .text, default: "'none'"),
      .column("secretary", .text, default: "'unit_leader'"),
      .column("quorum", .text),
      .column("quorum_number", .integer, default: "0"),
      .column("tie", .text, default: "'not_adopted'"),
      .column("meetings_per_year", .integer, default: "0"),
      .column("notice_days", .integer, default: "0"),
      .column("late_items", .text, default: "'both_leaders_agree'"),
      .column("meetings_demanded_by", .text, default: "'leader,unit_leader'"),
      .column("treats_personnel", .flag, default: "false"),
      .column("treats_complaints", .flag, default: "false"),
      .column("openness", .text, default: "'open_minutes'"),
      .column("publication", .text, default: "'manual'"),
      .column("has_plain_minutes", .flag, default: "false"),
      .column("answer_days", .integer),
      .column("reasons", .text, default: "'when_not_followed'"),
      .column("asks_for_weighty_reasons", .flag, default: "true"),
      .column("hearing_days", .integer, default: "42"),
      .column("annual_events", .text, default: "''"),
      .column("invites", .text, default: "'none'"),
      .column("is_paid", .flag, default: "false"),
      .primaryKey(["rule_set", "version"]),
      .references(["rule_set"], "tenancy_council_type", ["code"]),
      .check("version_counts_from_one", "version > 0"),
      .check("somebody_decided", "length(trim(decided_by)) > 0"),
      .check("name_is_not_blank", "length(trim(nb)) > 0 AND length(trim(nn)) > 0"),
      .check(
        "advises_is_known",
        "advises IN ('unit_leader', 'section_leader', 'chief_executive', 'body')"),
      .check("power_is_known", "power IN ('none', 'advisory_vote', 'allocates_funds', 'full')"),
      .check(
        "deputies_are_known",
        "deputies IN ('none', 'personal', 'numbered', 'shared', 'alternating')"),
      .check("gender_is_known", "balance_rule IN ('none', 'koml_7')"),
      .check("age_is_known", "years_rule IN ('none', 'most_60', 'all_under_19')"),
      .check("term_is_known", "term IN ('years', 'election_period', 'rolling_half')"),
      .check("term_is_one_to_four_years", "term_years BETWEEN 1 AND 4"),
      .check("half_needs_two_years", "term <> 'rolling_half' OR term_years > 1"),
      .check("chair_is_known", "chair IN ('members', 'unit_leader', 'appointed', 'ex_officio')"),
      .check(
        "vice_chair_is_known",
        "vice_chair IN ('none', 'members', 'unit_leader', 'appointed', 'ex_officio')"),
      .check(
        "secretary_is_known",
        "secretary IN ('none', 'members', 'unit_leader', 'appointed', 'ex_officio')"),
      .check("quorum_is_known", "quorum IN ('none', 'half', 'number')"),
      .check("quorum_has_its_number", "(quorum = 'number') = (quorum_number > 0)"),
      .check("tie_is_known", "tie IN ('not_adopted', 'leader_decides')"),
      .check("openness_is_known", "openness IN ('closed', 'open', 'open_minutes')"),
      .check("publication_is_known", "publication IN ('none', 'manual', 'automatic')"),
      .check(
        "late_items_are_known",
        "late_items IN ('never', 'both_leaders_agree', 'unless_a_third_objects')"),
      .check("person_ballot_is_known", "person_ballot IN ('open', 'secret')"),
      .check("invites_is_known", "invites IN ('none', 'committee', 'supervisory_board')"),
      // No kommune can choose that a refusal needs no reasons (R105).
      .check("reasons_are_given_when_not_followed", "reasons IN ('always', 'when_not_followed')"),
      .check("answer_days_are_positive", "answer_days > 0"),
      .check("hearing_days_are_positive", "hearing_days > 0"),
      .appendOnly),
    Table(
      "tenancy_rules_group",
      .column("rule_set", .text),
      .column("version", .integer),
      .column("code", .text),
      .column("position", .integer),
      .column("nb", .text),
      .column("nn", .text),
      .column("kind", .text),
      .column("number", .text),
      .column("votes", .flag),
      .column("may_propose", .flag),
      .column("may_speak", .flag),
      .column("chosen_by", .text),
      .column("chosen_by_nb", .text, optional: true),
      .column("chosen_by_nn", .text, optional: true),
      .column("names_are_public", .flag),
      .primaryKey(["rule_set", "version", "code"]),
      .references(["rule_set", "version"], "tenancy_rules", ["rule_set", "version"]),
      .check("code_is_not_blank", "length(trim(code)) > 0"),
      .appendOnly),
    Table(
      "tenancy_rules_unit_type",
      .column("rule_set", .text),
      .column("version", .integer),
      .column("unit_type", .text),
      .column("is_mandatory", .flag),
      .primaryKey(["rule_set", "version", "unit_type"]),
      .index(["unit_type"]),
      .references(["rule_set", "version"], "tenancy_rules", ["rule_set", "version"]),
      .appendOnly),
  ]

  /// What was decided under the first step's tables, which knew fewer questions.
  static let ruleCopies = [
    Copying("tenancy_rule_set", to: "tenancy_council_type", ["code": "code"]),
    Copying(
      "tenancy_rule_set", to: "tenancy_rules",
      [
        "rule_set": "code", "version": "1", "valid_from": "'1900-01-01'",
        "decided_by": "'Samråd'", "nb": "nb", "nn": "nn", "size": "sizes", "deputies": "deputies",
        "term_years": "term_years", "quorum": "quorum", "answer_days": "answer_days",
      ]),
    Copying(
      "tenancy_seat_group", to: "tenancy_rules_group",
      [
        "rule_set": "rule_set", "version": "1", "code": "code", "position": "position", "nb": "nb",
        "nn": "nn", "kind": kindOfOldGroup, "number": numberOfOldGroup, "votes": "votes",
        "may_propose": "true", "may_speak": "true", "chosen_by": electorOfOldGroup,
        "chosen_by_nb": "chosen_by_nb", "chosen_by_nn": "chosen_by_nn", "names_are_public": "true",
      ]),
    Copying(
      "tenancy_rule_unit_type", to: "tenancy_rules_unit_type",
      [
        "rule_set": "rule_set", "version": "1", "unit_type": "unit_type",
        "is_mandatory": "is_mandatory",
      ]),
  ]

  private static let kindOfOldGroup = """
    CASE code WHEN 'forelder' THEN 'parent' WHEN 'elev' THEN 'pupil' WHEN 'ansatt' THEN 'staff'
      WHEN 'pårørende' THEN 'relative' WHEN 'organisasjon' THEN 'organisation' ELSE 'user' END
    """

  private static let numberOfOldGroup = """
    CASE WHEN minimum = maximum THEN CAST(minimum AS text)
      ELSE CAST(minimum AS text) || '-' || CAST(maximum AS text) END
    """

  private static let electorOfOldGroup = """
    CASE chosen_by_nb WHEN 'FAU' THEN 'fau' WHEN 'elevrådet' THEN 'elevraad'
      WHEN 'foreldrerådets årsmøte' THEN 'foreldreraad' WHEN 'enhetslederen' THEN 'unit_leader'
      ELSE 'users' END
    """
}
