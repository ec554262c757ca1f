import Database
import Kernel
import UseCases
import Web

/// Somebody who has said that they may want to take part in a council (R064).
///
/// It stands here for whoever holds the election, and goes when that is settled, when the person wants it,
/// when the council is dissolved, or after a year.
package struct Interest: JSONRecord {
  package let id: ID<Interest>
  package let council: ID<Council>
  /// The code of the group they could sit for.
  package let group: String
  package let name: String
  package let email: String
  package let about: String?
  package let keptUntil: Day

  package static let shape = Shape<Interest>(
    "Interest",
    [
      Field("id", "The id of this interest.") { $0.id },
      Field("council", "The council's id.") { $0.council },
      Field("group", "The code of the group they could sit for.") { $0.group },
      Field("name", "Their name.") { $0.name },
      Field("email", "Where they are reached.") { $0.email },
      Field("about", "What they wrote, or null.") { $0.about },
      Field("keptUntil", "The day it is deleted, if nothing comes of it before.") { $0.keptUntil },
    ])

  static let columns: SQL = "id, council_id, group_code, name, email, about, kept_until"

  /// For how many days it is kept when no election comes of it.
  static let daysKept = 365

  /// Deletes one and writes that it was, without a word about who it was.
  static func remove(_ id: ID<Interest>, in work: borrowing Work) throws {
    try work.run("DELETE FROM councils_interest WHERE id = \(id)")
    try work.record("interest-removed", id)
  }
}

/// Why a link to an interest leads nowhere.
package enum InterestRefusal: Refusal, Equatable {
  case interestIsGone

  package var kind: RefusalKind { .conflict }

  package var text: Text {
    Text(
      nb: "Det du skrev, er allerede slettet, eller lenken er skrevet feil.",
      nn: "Det du skreiv, er allereie sletta, eller lenkja er skriven feil.",
      en: "What you wrote is deleted already, or the link is wrong.")
  }
}
