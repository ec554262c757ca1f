import Database

/// The table of who was at a meeting, with deputies of the whole council (K8, K25).
enum DeputyTables {
  static let attendance = Table(
    "meetings_attendance",
    .column("meeting_id", .id),
    .column("person_id", .id),
    .column("capacity", .text),
    .column("seat_id", .id, optional: true),
    .column("may_vote", .flag),
    .primaryKey(["meeting_id", "person_id"]),
    .unique(["meeting_id", "person_id", "may_vote"]),
    .unique(["meeting_id", "seat_id"], where: "seat_id IS NOT NULL"),
    .references("meeting_id", "meetings_meeting"),
    .references("person_id", "identity_person"),
    .references(["seat_id", "may_vote"], "councils_seat", ["id", "votes"]),
    .check("only_seats_vote", "seat_id IS NOT NULL OR NOT may_vote"),
    .check(
      "capacity_is_known",
      """
      capacity IN ('council_leader', 'user_representative', 'personal_deputy', 'deputy', \
      'staff_participant', 'unit_leader')
      """))
}
