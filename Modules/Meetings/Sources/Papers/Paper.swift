import Database
import Files
import Kernel
import UseCases
import Web

/// A paper of an agenda item: a file to read before the meeting.
package struct Paper: JSONRecord {
  package let id: ID<Paper>
  package let meeting: ID<Meeting>
  package let item: ID<AgendaItem>
  package let name: String
  package let kind: FileKind
  package let size: Int
  package let sha256: String
  let adder: ID<Person>
  /// Who added it, for those who work with the council; nil to everybody else.
  package var addedBy: String?
  package let addedAt: Instant

  package static let shape = Shape<Paper>(
    "Paper",
    [
      Field("id", "The paper's id.") { $0.id },
      Field("meeting", "The meeting's id.") { $0.meeting },
      Field("item", "The agenda item's id.") { $0.item },
      Field("name", "The file's name.") { $0.name },
      Field("kind", "What kind of file it is, by its bytes.") { $0.kind },
      Field("size", "How many bytes it has.") { $0.size },
      Field("sha256", "The SHA-256 of its bytes, in hexadecimal.") { $0.sha256 },
      Field("addedBy", "The name of whoever added it; null to the public.") { $0.addedBy },
      Field("addedAt", "When.") { $0.addedAt },
    ])

  /// The most bytes a paper may have.
  static let largest = 20 * 1024 * 1024
  /// The most papers an item may have.
  static let mostOfAnItem = 10

  /// The papers of a meeting, in the order they came.
  static func all(of meeting: ID<Meeting>, in work: borrowing Work) throws -> [Paper] {
    try work.rows("\(query) WHERE a.meeting_id = \(meeting) ORDER BY a.id", as: Paper.init)
  }

  /// A paper of an item of a meeting.
  ///
  /// - Throws: `AccessRefusal.thereIsNoSuchRecord`.
  static func find(
    _ id: ID<Paper>, of item: ID<AgendaItem>, at meeting: ID<Meeting>, in work: borrowing Work
  ) throws -> Paper {
    try work.row(
      """
      \(query) WHERE a.id = \(id) AND a.item_id = \(item) AND a.meeting_id = \(meeting)
      """, as: Paper.init
    ).orNotFound()
  }

  /// The paper as everybody may see it.
  var withoutName: Paper {
    var paper = self
    paper.addedBy = nil
    return paper
  }

  private static let query: SQL = """
    SELECT a.id, a.meeting_id, a.item_id, a.name, a.kind, a.size, a.sha256, a.added_by, p.name,
      a.added_at
    FROM meetings_paper a JOIN identity_person p ON p.id = a.added_by
    """
}
