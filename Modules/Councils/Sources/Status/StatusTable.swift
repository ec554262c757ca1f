import Database

/// The table of what councils have been.
enum StatusTable {
  static let status = Table(
    "councils_status",
    .column("council_id", .id),
    // The council's version once it had become so.
    .column("version", .integer),
    .column("was", .text, optional: true),
    .column("status", .text),
    .column("valid_from", .day),
    .column("reason", .text, optional: true),
    .column("decided_by", .text, optional: true),
    .column("successor_id", .id, optional: true),
    .column("nobody_takes_over", .text, optional: true),
    .column("recorded_at", .instant, optional: true),
    .primaryKey(["council_id", "version"]),
    .index(["successor_id"], where: "successor_id IS NOT NULL"),
    .references("council_id", "councils_council"),
    .references("successor_id", "councils_council"),
    .check("status_is_known", "status IN ('constituted', 'inactive', 'dissolved')"),
    .check("it_begins_constituted", "was IS NOT NULL OR status = 'constituted'"),
    .check("it_becomes_something_else", "was IS NULL OR was <> status"),
    .check("dissolved_is_for_good", "was IS NULL OR was <> 'dissolved'"),
    .check(
      "changes_have_a_reason",
      "was IS NULL OR (reason IS NOT NULL AND length(trim(reason)) >= 10)"),
    .check(
      "somebody_dissolves",
      "status <> 'dissolved' OR (decided_by IS NOT NULL AND length(trim(decided_by)) > 0)"),
    // What it has asked for is left to somebody, or it is said why to nobody.
    .check(
      "somebody_takes_over",
      """
      status <> 'dissolved' OR successor_id IS NOT NULL \
      OR (nobody_takes_over IS NOT NULL AND length(trim(nobody_takes_over)) >= 10)
      """),
    .check("nobody_succeeds_itself", "successor_id IS NULL OR successor_id <> council_id"),
    .appendOnly,
    .refuses(
      .insert,
      when: """
        NEW.was IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM councils_council c WHERE c.id = NEW.council_id AND c.status = NEW.was)
        """),
    .refuses(
      .insert,
      when: """
        EXISTS (
          SELECT 1 FROM councils_council c
          WHERE c.id = NEW.successor_id AND c.status = 'dissolved')
        """))

  /// A council's status is what its history says last; that begins when the council is constituted.
  static let guardOfCouncil = Table(
    "councils_council",
    .refuses(
      .update,
      when: """
        NEW.status <> OLD.status AND NOT EXISTS (
          SELECT 1 FROM councils_status s
          WHERE s.council_id = NEW.id AND s.version = NEW.version AND s.status = NEW.status
            AND (s.was = OLD.status OR s.was IS NULL AND OLD.status = 'forming'))
        """))

  /// What the councils of before are, since when they were constituted; nobody wrote down more.
  static let copies = [
    Copying(
      "councils_council", to: "councils_status",
      [
        "council_id": "id", "version": "version", "status": "'constituted'",
        "valid_from": "constituted_on",
      ])
  ]
}
