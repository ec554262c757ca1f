import Councils
import Database
import Kernel
import UseCases
import Web

/// The minutes of a meeting in their current version.
package struct Minutes: JSONRecord, Versioned {
  package let meeting: ID<Meeting>
  package let version: Int
  package let status: MinutesStatus
  package let body: String
  package private(set) var writtenBy: String
  package let writtenAt: Instant
  package let approvedAt: Instant?
  private let writer: ID<Person>

  package static let shape = Shape<Minutes>(
    "Minutes",
    [
      Field("meeting", "The meeting's id.") { $0.meeting },
      Field("version", "The version, for If-Match.") { $0.version },
      Field("status", "How far the minutes have come.") { $0.status },
      Field("body", "The text.") { $0.body },
      Field("writtenBy", "The name of whoever wrote this version.") { $0.writtenBy },
      Field("writtenAt", "When.") { $0.writtenAt },
      Field("approvedAt", "When everybody had approved them, or null.") { $0.approvedAt },
    ])

  /// The minutes as whoever the names are hidden from may see them.
  func hidden(by hidden: HiddenPeople) -> Minutes {
    guard let alias = hidden.alias(of: writer) else { return self }
    var minutes = self
    minutes.writtenBy = alias.name
    return minutes
  }

  /// The minutes of a meeting; nil when none are written.
  static func find(of meeting: ID<Meeting>, in work: borrowing Work) throws -> Minutes? {
    try work.row(
      """
      SELECT m.meeting_id, m.version, m.status, v.body, p.name, v.written_at, m.approved_at,
        v.written_by
      FROM meetings_minutes m
      JOIN meetings_minutes_version v ON v.meeting_id = m.meeting_id AND v.version = m.version
      JOIN identity_person p ON p.id = v.written_by
      WHERE m.meeting_id = \(meeting)
      """, as: Minutes.init)
  }
}

/// How far minutes have come.
package enum MinutesStatus: String, Storable, JSONValue, CaseIterable {
  case draft
  /// Sent to those who met, for approval.
  case circulated
  /// Everybody who met has approved them (R110); they do not change any more.
  case approved

  var text: Text {
    switch self {
    case .draft: Text(nb: "Utkast", nn: "Utkast")
    case .circulated: Text(nb: "Til godkjenning", nn: "Til godkjenning")
    case .approved: Text(nb: "Godkjent", nn: "Godkjent")
    }
  }

  var badge: String {
    switch self {
    case .draft: "draft"
    case .circulated: "waiting"
    case .approved: "approved"
    }
  }
}
