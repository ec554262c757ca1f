import Database
import Kernel
import UseCases
import Web

/// A vote that was cast.
///
/// How each person voted is never shown, only the count.
package struct Vote: JSONRecord {
  package let ballot: ID<Ballot>
  package let choice: Choice

  package static let shape = Shape<Vote>(
    "Vote",
    [
      Field("ballot", "The ballot's id.") { $0.ballot },
      Field("choice", "How you voted.") { $0.choice },
    ])

  static func someWasCast(at meeting: ID<Meeting>, in work: borrowing Work) throws -> Bool {
    let cast: Int? = try work.value(
      "SELECT 1 FROM meetings_vote WHERE meeting_id = \(meeting) LIMIT 1")
    return cast != nil
  }
}

/// How one votes.
package enum Choice: String, Storable, JSONValue, CaseIterable {
  case yes
  case no
  case blank

  var text: Text {
    switch self {
    case .yes: Text(nb: "For", nn: "For")
    case .no: Text(nb: "Mot", nn: "Mot")
    case .blank: Text(nb: "Blankt", nn: "Blankt")
    }
  }
}
