import Database

/// The tables that see to the ends of terms.
enum TermTables {
  /// Which reminders were sent, so that each is sent once.
  static let reminder = Table(
    "councils_reminder",
    .column("council_id", .id),
    .column("term_end", .day),
    .column("days_before", .integer),
    .column("reminded_at", .instant),
    .primaryKey(["council_id", "term_end", "days_before"]),
    .references("council_id", "councils_council"),
    .check("reminders_are_known", "days_before IN (120, 60, 14, -1)"),
    .appendOnly)

  static let endOfSeat = Table("councils_seat", .index(["term_end"]))
}
