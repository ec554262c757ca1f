import Database
import Kernel
import UseCases
import Web

/// One matter on a meeting's agenda.
package struct AgendaItem: JSONRecord {
  package let id: ID<AgendaItem>
  package let meeting: ID<Meeting>
  /// Its number on the agenda, from 1.
  package let position: Int
  package let title: String
  package let kind: ItemKind
  package let summary: String?
  /// Who proposed it, for those who work with the council (R109); nil to everybody else.
  package var proposedBy: String?
  /// What there is to read beforehand.
  package var papers: [Paper] = []

  package static let shape = Shape<AgendaItem>(
    "AgendaItem",
    [
      Field("id", "The item's id.") { $0.id },
      Field("meeting", "The meeting's id.") { $0.meeting },
      Field("position", "Its number on the agenda.") { $0.position },
      Field("title", "What it is about.") { $0.title },
      Field("kind", "What the council is asked to do with it.") { $0.kind },
      Field("summary", "What there is to know beforehand, or null.") { $0.summary },
      Field("proposedBy", "The name of whoever proposed it; null to the public.") { $0.proposedBy },
      Field("papers", "What there is to read beforehand.") { $0.papers },
    ])

  /// The agenda of a meeting, with its papers.
  static func all(of meeting: ID<Meeting>, in work: borrowing Work) throws -> [AgendaItem] {
    let papers = Dictionary(grouping: try Paper.all(of: meeting, in: work), by: \.item)
    return try work.rows(
      """
      SELECT i.id, i.meeting_id, i.position, i.title, i.kind, i.summary, p.name
      FROM meetings_item i JOIN identity_person p ON p.id = i.proposed_by
      WHERE i.meeting_id = \(meeting) ORDER BY i.position
      """
    ) { id, meeting, position, title, kind, summary, proposedBy in
      AgendaItem(
        id: id, meeting: meeting, position: position, title: title, kind: kind, summary: summary,
        proposedBy: proposedBy, papers: papers[id] ?? [])
    }
  }

  /// Sees that an item is on the agenda of a meeting.
  ///
  /// - Throws: `AccessRefusal.thereIsNoSuchRecord`.
  static func mustBe(
    _ item: ID<AgendaItem>, on meeting: ID<Meeting>, in work: borrowing Work
  ) throws {
    let found: ID<AgendaItem>? = try work.value(
      "SELECT id FROM meetings_item WHERE id = \(item) AND meeting_id = \(meeting)")
    _ = try found.orNotFound()
  }

  /// The item as everybody may see it.
  var withoutNames: AgendaItem {
    var item = self
    item.proposedBy = nil
    item.papers = papers.map(\.withoutName)
    return item
  }

  static func count(of meeting: ID<Meeting>, in work: borrowing Work) throws -> Int {
    try work.value("SELECT count(*) FROM meetings_item WHERE meeting_id = \(meeting)") ?? 0
  }
}

/// What the council is asked to do with an item (R104).
package enum ItemKind: String, Storable, JSONValue, CaseIterable {
  case discussion
  /// A proposal for a measure.
  case proposal
  case information

  var text: Text {
    switch self {
    case .discussion: Text(nb: "Drøfting", nn: "Drøfting")
    case .proposal: Text(nb: "Forslag om tiltak", nn: "Framlegg om tiltak")
    case .information: Text(nb: "Orientering", nn: "Orientering")
    }
  }
}
