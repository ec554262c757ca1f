import Database

/// The tables for those who are new in a council.
enum OnboardingTables {
  /// What the kommune bids new members welcome with; the newest version is shown (R053).
  static let welcome = Table(
    "councils_welcome",
    .column("version", .integer),
    .column("body", .text),
    .column("written_at", .instant),
    .primaryKey(["version"]),
    .check("body_is_not_blank", "length(trim(body)) > 0"),
    .appendOnly)

  /// What members promise to keep to themselves; a new version is asked of everybody anew.
  static let confidentiality = Table(
    "councils_confidentiality",
    .column("version", .integer),
    .column("body", .text),
    .column("decided_by", .text),
    .column("written_at", .instant),
    .primaryKey(["version"]),
    .check("body_is_not_blank", "length(trim(body)) > 0"),
    .check("somebody_decided", "length(trim(decided_by)) > 0"),
    .appendOnly)

  /// Who has promised it, by which version.
  static let declaration = Table(
    "councils_declaration",
    .column("person_id", .id),
    .column("version", .integer),
    .column("signed_at", .instant),
    .primaryKey(["person_id", "version"]),
    .references("person_id", "identity_person"),
    .references(["version"], "councils_confidentiality", ["version"]),
    .appendOnly)

  /// Who has been trained in what, and when (R005).
  static let training = Table(
    "councils_training",
    .column("id", .id),
    .column("person_id", .id),
    .column("kind", .text),
    .column("held_on", .day),
    .column("recorded_at", .instant),
    .primaryKey(["id"]),
    .unique(["person_id", "kind", "held_on"]),
    .references("person_id", "identity_person"),
    .check("kind_is_known", "kind IN ('role_and_duties', 'forum', 'joint_day', 'other')"))
}
