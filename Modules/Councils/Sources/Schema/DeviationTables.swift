import Database

/// The tables of what a council does otherwise than its type.
enum DeviationTables {
  /// As it was first: once for each rule, and for ever.
  static let deviation = Table(
    "councils_deviation",
    .column("council_id", .id),
    .column("field", .text),
    .column("value", .text),
    .column("reason", .text),
    .column("decided_by", .text),
    .column("decided_on", .day, optional: true),
    .column("recorded_at", .instant),
    .primaryKey(["council_id", "field"]),
    .references("council_id", "councils_council"),
    .check("deviation_has_a_reason", "length(trim(reason)) >= 10"),
    .check("somebody_decided", "length(trim(decided_by)) > 0"),
    .appendOnly)

  /// What was decided about one rule of one council, when `version` was the council's: an answer of its
  /// own, or the rule again where there is no value (decision 34).
  static let decision = Table(
    "councils_deviation_decision",
    .column("council_id", .id),
    .column("field", .text),
    .column("version", .integer),
    .column("value", .text, optional: true),
    .column("valid_from", .day, optional: true),
    .column("reason", .text),
    .column("decided_by", .text),
    .column("decided_on", .day, optional: true),
    .column("recorded_at", .instant),
    .primaryKey(["council_id", "field", "version"]),
    .references("council_id", "councils_council"),
    .check("what_ends_ends_on_a_day", "value IS NOT NULL OR valid_from IS NOT NULL"),
    .check("deviation_has_a_reason", "length(trim(reason)) >= 10"),
    .check("somebody_decided", "length(trim(decided_by)) > 0"),
    .appendOnly)

  /// What there is was so from the council's beginning.
  static let copies = [
    Copying(
      "councils_deviation", to: "councils_deviation_decision",
      [
        "council_id": "council_id", "field": "field", "version": "1", "value": "value",
        "reason": "reason", "decided_by": "decided_by", "decided_on": "decided_on",
        "recorded_at": "recorded_at",
      ])
  ]
}
