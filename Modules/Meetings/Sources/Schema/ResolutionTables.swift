import Database

/// The tables of ballots, votes, the protocol, and what is answered.
enum ResolutionTables {
  static let ballot = Table(
    "meetings_ballot",
    .column("id", .id),
    .column("meeting_id", .id),
    .column("item_id", .id),
    .column("motion", .text),
    .column("status", .text),
    .column("yes", .integer, optional: true),
    .column("no", .integer, optional: true),
    .column("blank", .integer, optional: true),
    .column("closed_at", .instant, optional: true),
    .primaryKey(["id"]),
    .unique(["id", "meeting_id"]),
    .unique(["meeting_id"], where: "status = 'open'"),
    .index(["meeting_id", "id"]),
    .references(["item_id", "meeting_id"], "meetings_item", ["id", "meeting_id"]),
    .check("motion_is_not_blank", "length(trim(motion)) > 0"),
    .check("status_is_known", "status IN ('open', 'closed')"),
    .check(
      "closed_ballots_are_counted",
      """
      status = 'open' OR (yes IS NOT NULL AND no IS NOT NULL AND blank IS NOT NULL \
      AND closed_at IS NOT NULL)
      """),
    .frozen(when: "OLD.status = 'closed'"))

  static let vote = Table(
    "meetings_vote",
    .column("ballot_id", .id),
    .column("person_id", .id),
    .column("meeting_id", .id),
    .column("may_vote", .flag),
    .column("choice", .text),
    .primaryKey(["ballot_id", "person_id"]),
    .index(["meeting_id", "person_id"]),
    .references(["ballot_id", "meeting_id"], "meetings_ballot", ["id", "meeting_id"]),
    .references(
      ["meeting_id", "person_id", "may_vote"], "meetings_attendance",
      ["meeting_id", "person_id", "may_vote"]),
    .check("only_user_representatives_vote", "may_vote"),
    .check("choice_is_known", "choice IN ('yes', 'no', 'blank')"),
    .appendOnly,
    .refuses(
      .insert,
      when: """
        NOT EXISTS (
          SELECT 1 FROM meetings_ballot b WHERE b.id = NEW.ballot_id AND b.status = 'open')
        """))

  static let protocolCounter = Table(
    "meetings_protocol",
    .column("council_id", .id),
    .column("last_number", .integer),
    .primaryKey(["council_id"]),
    .references("council_id", "councils_council"),
    .check("numbers_start_at_one", "last_number >= 0"))

  static let resolution = Table(
    "meetings_resolution",
    .column("id", .id),
    .column("council_id", .id),
    .column("meeting_id", .id),
    .column("ballot_id", .id),
    .column("number", .integer),
    .column("text", .text),
    .column("adopted_on", .day),
    .column("answer_due", .day),
    .primaryKey(["id"]),
    .unique(["ballot_id"]),
    .unique(["council_id", "number"]),
    .index(["adopted_on", "id"]),
    .index(["meeting_id", "number"]),
    .references(["meeting_id", "council_id"], "meetings_meeting", ["id", "council_id"]),
    .references(["ballot_id", "meeting_id"], "meetings_ballot", ["id", "meeting_id"]),
    .check("numbers_start_at_one", "number >= 1"),
    .check("there_is_time_to_answer", "answer_due > adopted_on"),
    .appendOnly,
    // Adopted is what more voted for than against (R133).
    .refuses(
      .insert,
      when: """
        NOT EXISTS (
          SELECT 1 FROM meetings_ballot b
          WHERE b.id = NEW.ballot_id AND b.status = 'closed' AND b.yes > b.no)
        """))

  static let answer = Table(
    "meetings_answer",
    .column("resolution_id", .id),
    .column("outcome", .text),
    .column("reasons", .text, optional: true),
    .column("weighty_reason", .text, optional: true),
    .column("answered_by", .id),
    .column("answered_at", .instant),
    .primaryKey(["resolution_id"]),
    .references("resolution_id", "meetings_resolution"),
    .references("answered_by", "identity_person"),
    .check("outcome_is_known", "outcome IN ('followed', 'partly_followed', 'not_followed')"),
    // Advice is not set aside without reasons (R077), and the reasons are weighty (R105).
    .check(
      "reasons_are_given_when_not_followed",
      "outcome = 'followed' OR (reasons IS NOT NULL AND length(trim(reasons)) >= 10)"),
    .check(
      "weighty_reason_when_not_followed",
      "outcome <> 'not_followed' OR weighty_reason IS NOT NULL"),
    .check(
      "weighty_reason_is_known",
      """
      weighty_reason IS NULL OR weighty_reason IN \
      ('economy', 'law', 'staffing', 'safety', 'other_decision', 'other')
      """),
    .appendOnly)
}
