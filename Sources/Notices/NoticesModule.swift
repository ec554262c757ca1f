import Database

/// What people are told outside of the pages; for now by letter.
package enum NoticesModule {
  /// The outbox.
  package static let migrations = [
    Migration(
      "notices", "0001-letters",
      Table(
        "notices_letter",
        .column("id", .id),
        .column("person_id", .id),
        .column("language", .text),
        .column("subject", .text),
        // The recipient and the text; gone once the letter is sent or given up.
        .column("sealed", .text, optional: true),
        .column("created_at", .instant),
        .column("useless_at", .instant),
        .column("next_try_at", .instant),
        .column("tries", .integer),
        .column("state", .text),
        .primaryKey(["id"]),
        .index(["state", "next_try_at"]),
        .index(["state", "created_at"]),
        .check("state_is_known", "state IN ('waiting', 'sent', 'failed')"),
        .check("only_what_waits_has_a_content", "(state = 'waiting') = (sealed IS NOT NULL)"),
        .check("tries_are_counted", "tries >= 0")))
  ]
}
