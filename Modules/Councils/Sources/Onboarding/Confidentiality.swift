import Database
import Kernel
import UseCases
import Web

/// What members promise to keep to themselves, where the kommune demands it.
package struct Confidentiality: JSONRecord, Versioned {
  package let version: Int
  let body: String
  let decidedBy: String

  package static let shape = Shape<Confidentiality>(
    "Confidentiality",
    [
      Field("version", "Counts its changes, from 1.") { $0.version },
      Field("body", "The text that members agree to.") { $0.body },
      Field("decidedBy", "Who decided it.") { $0.decidedBy },
    ])

  /// The newest text; nil where the kommune demands none.
  static func current(in work: borrowing Work) throws -> Confidentiality? {
    try work.row(
      "SELECT version, body, decided_by FROM councils_confidentiality ORDER BY version DESC LIMIT 1",
      as: Confidentiality.init)
  }
}
