import Database

/// The tables of papers: what belongs to an item, and the bytes of it.
enum PaperTables {
  static let paper = Table(
    "meetings_paper",
    .column("id", .id),
    .column("meeting_id", .id),
    .column("item_id", .id),
    .column("name", .text),
    .column("kind", .text),
    .column("size", .integer),
    .column("sha256", .text),
    .column("added_by", .id),
    .column("added_at", .instant),
    .column("concerns_no_single_person", .flag),
    .primaryKey(["id"]),
    .unique(["id", "meeting_id"]),
    .index(["meeting_id", "item_id", "id"]),
    .references(["item_id", "meeting_id"], "meetings_item", ["id", "meeting_id"]),
    .references("added_by", "identity_person"),
    .check("name_is_not_blank", "length(trim(name)) > 0"),
    .check("kind_is_known", "kind IN ('pdf', 'png', 'jpeg', 'text')"),
    .check("size_is_within_bounds", "size BETWEEN 1 AND 20971520"),
    .check("digest_is_whole", "length(sha256) = 64"),
    .check("no_matters_of_single_persons", "concerns_no_single_person"),
    // Approved minutes never change, and neither does what they are about.
    .refuses(.insert, when: hasApprovedMinutes),
    .refuses(.update, when: "NEW.id = OLD.id OR NEW.id <> OLD.id"),
    .refuses(.delete, when: wasOpened))

  static let piece = Table(
    "meetings_paper_piece",
    .column("paper_id", .id),
    .column("meeting_id", .id),
    .column("number", .integer),
    .column("bytes", .bytes),
    .primaryKey(["paper_id", "number"]),
    .references(["paper_id", "meeting_id"], "meetings_paper", ["id", "meeting_id"]),
    .check("pieces_are_counted_from_zero", "number >= 0"),
    .check("a_piece_is_not_empty", "length(bytes) BETWEEN 1 AND 262144"),
    .refuses(.insert, when: hasApprovedMinutes),
    .refuses(.update, when: "NEW.number = OLD.number OR NEW.number <> OLD.number"),
    .refuses(.delete, when: wasOpened))

  private static let hasApprovedMinutes = """
    EXISTS (
      SELECT 1 FROM meetings_minutes m
      WHERE m.meeting_id = NEW.meeting_id AND m.status = 'approved')
    """

  /// Those who meet have read it.
  private static let wasOpened = """
    EXISTS (
      SELECT 1 FROM meetings_meeting m
      WHERE m.id = OLD.meeting_id AND m.status IN ('open', 'ended'))
    """
}
