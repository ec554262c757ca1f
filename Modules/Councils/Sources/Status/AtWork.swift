import Kernel

extension Council {
  /// Refuses what only a council at work begins, such as a meeting; what it has begun it may finish.
  ///
  /// - Throws: `AtWorkRefusal`.
  package func mustBeAtWork() throws {
    switch status {
    case .constituted: break
    case .forming: throw AtWorkRefusal.councilIsBeingFormed
    case .inactive: throw AtWorkRefusal.councilIsNotAtWork
    case .dissolved: throw AtWorkRefusal.councilIsDissolved
    }
  }

  /// Refuses to seat anybody in a council that is no more; one that rests may be filled again first.
  ///
  /// - Throws: `AtWorkRefusal.councilIsDissolved`.
  func mustNotBeDissolved() throws {
    guard status != .dissolved else { throw AtWorkRefusal.councilIsDissolved }
  }

  /// Whether the council that a column names is at work, as a condition of other modules' schemas.
  package static func isAtWork(_ column: String) -> String {
    "EXISTS (SELECT 1 FROM councils_council c WHERE c.id = \(column) AND c.status = 'constituted')"
  }
}

/// Why a council begins nothing new.
package enum AtWorkRefusal: Refusal {
  case councilIsBeingFormed
  case councilIsNotAtWork
  case councilIsDissolved

  package var kind: RefusalKind { .conflict }

  package var text: Text {
    switch self {
    case .councilIsBeingFormed:
      Text(
        nb: "Rådet er under dannelse. Vent til valgene er avgjort og rådet er konstituert.",
        nn: "Rådet er under skiping. Vent til vala er avgjorde og rådet er konstituert.",
        en: "The council is being formed. Wait until it is constituted.")
    case .councilIsNotAtWork:
      Text(
        nb: "Rådet er ikke i arbeid. Sett det i arbeid igjen før dere begynner på noe nytt.",
        nn: "Rådet er ikkje i arbeid. Set det i arbeid igjen før de byrjar på noko nytt.",
        en: "The council is not at work. Put it to work again before anything new begins.")
    case .councilIsDissolved:
      Text(
        nb: "Rådet er nedlagt og begynner ikke på noe nytt. Bruk rådet som har tatt over.",
        nn: "Rådet er nedlagt og byrjar ikkje på noko nytt. Bruk rådet som har teke over.",
        en: "The council is dissolved and begins nothing new. Use the council that took over.")
    }
  }
}
