import Database

/// The tables of those who sit in councils, as they were extended.
enum PeopleTables {
  static let organisation = Table(
    "councils_organisation",
    .column("id", .id),
    .column("name", .text),
    .column("name_key", .text),
    .primaryKey(["id"]),
    .unique(["name_key"]),
    .check("name_is_not_blank", "length(trim(name)) > 0"))

  static let deputy = Table(
    "councils_deputy",
    .column("id", .id),
    .column("council_id", .id),
    .column("group_code", .text, optional: true),
    .column("number", .integer),
    .column("person_id", .id),
    .column("term_start", .day),
    .column("term_end", .day),
    .primaryKey(["id"]),
    .unique(["council_id", "person_id", "term_start"]),
    .unique(["council_id", "number", "term_start"]),
    .index(["person_id"]),
    .references("council_id", "councils_council"),
    .references("person_id", "identity_person"),
    .check("number_counts_from_one", "number >= 1"),
    .check("term_has_an_end", "term_end >= term_start"))

  /// Whoever leaves early keeps the seat's row, which ends then; the next one is a row of its own.
  static let seat = Table(
    "councils_seat",
    .column("id", .id),
    .column("council_id", .id),
    .column("group_code", .text),
    .column("votes", .flag),
    .column("person_id", .id),
    .column("deputy_id", .id, optional: true),
    .column("is_leader", .flag),
    .column("term_start", .day),
    .column("term_end", .day),
    .column("planned_end", .day, optional: true),
    .column("left_reason", .text, optional: true),
    .column("replaces_id", .id, optional: true),
    .column("organisation_id", .id, optional: true),
    .column("staff_field", .text, optional: true),
    .column("is_vice_leader", .flag, default: "false"),
    .primaryKey(["id"]),
    .unique(["id", "votes"]),
    .unique(["council_id", "person_id", "term_start"]),
    .references("council_id", "councils_council"),
    .references("person_id", "identity_person"),
    .references("deputy_id", "identity_person"),
    .references("replaces_id", "councils_seat"),
    .references("organisation_id", "councils_organisation"),
    .check("term_has_an_end", "term_end >= term_start"),
    .check("deputy_is_another_person", "deputy_id IS NULL OR deputy_id <> person_id"),
    .check("leader_is_a_user_representative", "votes OR NOT is_leader"),
    .check("vice_leader_is_a_user_representative", "votes OR NOT is_vice_leader"),
    .check("leader_is_not_vice_leader", "NOT (is_leader AND is_vice_leader)"),
    .check("leaving_has_a_reason", "(left_reason IS NULL) = (planned_end IS NULL)"),
    .check("leaving_is_before_the_end", "planned_end IS NULL OR term_end < planned_end"),
    .check(
      "reason_is_known",
      "left_reason IS NULL OR left_reason IN ('own_wish', 'no_longer_user', 'new_role', 'other')"),
    .check(
      "staff_field_is_known",
      """
      staff_field IS NULL OR staff_field IN ('nursing', 'kindergarten', 'home_help', 'teaching', \
      'planning', 'economy', 'other')
      """))

  /// Nobody has two places in a council on any day, and it has one leader on each.
  static let onePlaceEach = [
    Table(
      "councils_seat",
      .refuses(.insert, when: hasAnotherSeat), .refuses(.update, when: hasAnotherSeat),
      .refuses(.insert, when: isASecondLeader), .refuses(.update, when: isASecondLeader)),
    Table("councils_deputy", .refuses(.insert, when: standsInAlready)),
  ]

  private static let hasAnotherSeat = """
    EXISTS (SELECT 1 FROM councils_seat o
      WHERE o.council_id = NEW.council_id AND o.person_id = NEW.person_id AND o.id <> NEW.id
        AND o.term_start <= NEW.term_end AND o.term_end >= NEW.term_start)
    """

  private static let isASecondLeader = """
    NEW.is_leader AND EXISTS (SELECT 1 FROM councils_seat o
      WHERE o.council_id = NEW.council_id AND o.is_leader AND o.id <> NEW.id
        AND o.term_start <= NEW.term_end AND o.term_end >= NEW.term_start)
    """

  private static let standsInAlready = """
    EXISTS (SELECT 1 FROM councils_deputy o
      WHERE o.council_id = NEW.council_id AND o.person_id = NEW.person_id
        AND o.term_start <= NEW.term_end AND o.term_end >= NEW.term_start)
    """
}
