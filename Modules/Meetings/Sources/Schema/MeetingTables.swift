import Councils
import Database

/// The tables of meetings, their agendas, and who was there.
enum MeetingTables {
  static let meeting = Table(
    "meetings_meeting",
    .column("id", .id),
    .column("council_id", .id),
    .column("starts_at", .instant),
    .column("place", .text),
    .column("status", .text),
    .column("version", .integer),
    .column("opened_at", .instant, optional: true),
    .column("ended_at", .instant, optional: true),
    .primaryKey(["id"]),
    // What a resolution refers to, so that it stands in its own council's protocol.
    .unique(["id", "council_id"]),
    .index(["council_id", "starts_at", "id"]),
    .references("council_id", "councils_council"),
    .check("place_is_not_blank", "length(trim(place)) > 0"),
    .check("status_is_known", "status IN ('planned', 'agenda_approved', 'open', 'ended')"),
    .check("has_opened_when_open", "status NOT IN ('open', 'ended') OR opened_at IS NOT NULL"),
    .check("has_ended_when_ended", "status <> 'ended' OR ended_at IS NOT NULL"),
    // A meeting only goes forward, a state at a time.
    .refuses(.insert, when: "NEW.status <> 'planned'"),
    .refuses(
      .update,
      when: """
        NEW.status <> OLD.status AND (OLD.status || '>' || NEW.status) NOT IN \
        ('planned>agenda_approved', 'agenda_approved>open', 'open>ended')
        """))

  /// Only a council at work meets.
  static let guardOfNewMeetings = Table(
    "meetings_meeting",
    .refuses(.insert, when: "NOT \(Council.isAtWork("NEW.council_id"))"))

  static let item = Table(
    "meetings_item",
    .column("id", .id),
    .column("meeting_id", .id),
    .column("position", .integer),
    .column("title", .text),
    .column("kind", .text),
    .column("summary", .text, optional: true),
    .column("proposed_by", .id),
    .column("concerns_no_single_person", .flag),
    .primaryKey(["id"]),
    .unique(["id", "meeting_id"]),
    .unique(["meeting_id", "position"]),
    .references("meeting_id", "meetings_meeting"),
    .references("proposed_by", "identity_person"),
    .check("title_is_not_blank", "length(trim(title)) > 0"),
    .check("kind_is_known", "kind IN ('discussion', 'proposal', 'information')"),
    .check("no_matters_of_single_persons", "concerns_no_single_person"))

  static let agendaApproval = Table(
    "meetings_agenda_approval",
    .column("meeting_id", .id),
    .column("role", .text),
    .column("person_id", .id),
    .column("approved_at", .instant),
    .primaryKey(["meeting_id", "role"]),
    // Two parties are two people (R108).
    .unique(["meeting_id", "person_id"]),
    .references("meeting_id", "meetings_meeting"),
    .references("person_id", "identity_person"),
    .check("role_sets_agendas", "role IN ('unit_leader', 'council_leader')"))

  /// Who was there, and in which of these capacities.
  static func attendance(_ capacities: [String]) -> Table {
    let known = capacities.map { "'\($0)'" }.joined(separator: ", ")
    return Table(
      "meetings_attendance",
      .column("meeting_id", .id),
      .column("person_id", .id),
      .column("capacity", .text),
      .column("seat_id", .id, optional: true),
      .column("may_vote", .flag),
      .primaryKey(["meeting_id", "person_id"]),
      // What a vote refers to, so that nobody else can cast one (R101).
      .unique(["meeting_id", "person_id", "may_vote"]),
      // A member or the personal deputy, never both (R133).
      .unique(["meeting_id", "seat_id"], where: "seat_id IS NOT NULL"),
      .references("meeting_id", "meetings_meeting"),
      .references("person_id", "identity_person"),
      .references(["seat_id", "may_vote"], "councils_seat", ["id", "votes"]),
      .check("only_seats_vote", "seat_id IS NOT NULL OR NOT may_vote"),
      .check("capacity_is_known", "capacity IN (\(known))"))
  }
}
