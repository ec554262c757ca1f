import Database
import Kernel
import UseCases

/// A word that kommuner say differently, such as what the leader of a unit is called (R059, R140).
package enum Word: String, Storable, CaseIterable {
  case userCouncil = "user_council"
  case unitLeader = "unit_leader"
  case chiefExecutive = "chief_executive"
  case assembly
  case committee
  case supervisoryBoard = "supervisory_board"

  /// What most kommuner say.
  var usual: Text {
    switch self {
    case .userCouncil: Text(nb: "brukerråd", nn: "brukarråd")
    case .unitLeader: Text(nb: "enhetsleder", nn: "einingsleiar")
    case .chiefExecutive: Text(nb: "kommunedirektør", nn: "kommunedirektør")
    case .assembly: Text(nb: "kommunestyre", nn: "kommunestyre")
    case .committee: Text(nb: "komité", nn: "komité")
    case .supervisoryBoard: Text(nb: "tilsynsutvalg", nn: "tilsynsutval")
    }
  }
}

/// A kommune's own words.
package struct Words: Sendable {
  private let texts: [Word: Text]

  /// Reads them all in one statement.
  package static func load(in work: borrowing Work) throws -> Words {
    let rows = try work.rows(
      "SELECT code, nb, nn FROM tenancy_word ORDER BY code",
      as: { (code: String, nb: String, nn: String) in (Word(rawValue: code), Text(nb: nb, nn: nn)) }
    )
    var texts: [Word: Text] = [:]
    for (word, text) in rows { if let word { texts[word] = text } }
    return Words(texts: texts)
  }

  /// What the kommune says.
  package subscript(word: Word) -> Text { texts[word] ?? word.usual }
}
