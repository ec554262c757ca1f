import Database

/// The tables of minutes: what was written, who approved it, and that it is published.
enum MinutesTables {
  /// Every version stays: minutes are corrected by adding (arkivforskrifta § 11).
  static let version = Table(
    "meetings_minutes_version",
    .column("meeting_id", .id),
    .column("version", .integer),
    .column("body", .text),
    .column("written_by", .id),
    .column("written_at", .instant),
    .primaryKey(["meeting_id", "version"]),
    .references("meeting_id", "meetings_meeting"),
    .references("written_by", "identity_person"),
    .check("body_is_not_blank", "length(trim(body)) > 0"),
    .appendOnly)

  static let minutes = Table(
    "meetings_minutes",
    .column("meeting_id", .id),
    .column("version", .integer),
    .column("status", .text),
    .column("approved_at", .instant, optional: true),
    .primaryKey(["meeting_id"]),
    .unique(["meeting_id", "status"]),
    .references(
      ["meeting_id", "version"], "meetings_minutes_version", ["meeting_id", "version"]),
    .check("status_is_known", "status IN ('draft', 'circulated', 'approved')"),
    .check("approved_at_a_time", "status <> 'approved' OR approved_at IS NOT NULL"),
    .frozen(when: "OLD.status = 'approved'"),
    .refuses(.insert, when: isNotApprovedByAll),
    .refuses(.update, when: isNotApprovedByAll))

  /// Minutes are approved when everybody who met has approved this version of them (R110).
  private static let isNotApprovedByAll = """
    NEW.status = 'approved' AND (
      NOT EXISTS (SELECT 1 FROM meetings_attendance a WHERE a.meeting_id = NEW.meeting_id)
      OR EXISTS (
        SELECT 1 FROM meetings_attendance a WHERE a.meeting_id = NEW.meeting_id AND NOT EXISTS (
          SELECT 1 FROM meetings_minutes_approval p WHERE p.meeting_id = NEW.meeting_id
            AND p.version = NEW.version AND p.person_id = a.person_id)))
    """

  static let approval = Table(
    "meetings_minutes_approval",
    .column("meeting_id", .id),
    .column("version", .integer),
    .column("person_id", .id),
    .column("approved_at", .instant),
    .primaryKey(["meeting_id", "version", "person_id"]),
    .index(["meeting_id", "person_id"]),
    // Minutes belong to those who met (R110).
    .references(
      ["meeting_id", "person_id"], "meetings_attendance", ["meeting_id", "person_id"]),
    .references(
      ["meeting_id", "version"], "meetings_minutes_version", ["meeting_id", "version"]),
    .appendOnly)

  static let publication = Table(
    "meetings_publication",
    .column("meeting_id", .id),
    .column("status", .text),
    .column("published_by", .id),
    .column("published_at", .instant),
    .primaryKey(["meeting_id"]),
    .references(["meeting_id", "status"], "meetings_minutes", ["meeting_id", "status"]),
    .references("published_by", "identity_person"),
    .check("only_approved_minutes_are_published", "status = 'approved'"),
    .appendOnly)
}
