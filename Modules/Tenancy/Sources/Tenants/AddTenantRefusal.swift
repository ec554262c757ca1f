import Kernel

extension AddTenant {
  /// Why a kommune is not onboarded.
  package enum Refusal: Kernel.Refusal {
    case kommuneNumberIsUnknown
    case kommuneIsAlreadyHere
    case slugCannotBeUsed
    case slugIsTaken
    case hostCannotBeUsed
    case hostIsTaken
    case presetIsUnknown
    case emailCannotBeRead

    package var kind: RefusalKind {
      switch self {
      case .kommuneIsAlreadyHere, .slugIsTaken, .hostIsTaken: .conflict
      default: .invalid
      }
    }

    package var text: Text {
      switch self {
      case .kommuneNumberIsUnknown:
        Text(same: "No kommune has this number today. Numbers change: look it up by name.")
      case .kommuneIsAlreadyHere:
        Text(same: "This kommune is already on this instance. See: samrad tenant list")
      case .slugCannotBeUsed:
        Text(
          same: "A slug has 2 to 40 lower-case letters a-z, digits and hyphens, starts with a"
            + " letter, and is not a word the server uses itself.")
      case .slugIsTaken: Text(same: "Another kommune has this slug. Choose another.")
      case .hostCannotBeUsed:
        Text(same: "A host is a name such as brukerrad.eksempel.no, in lower case.")
      case .hostIsTaken: Text(same: "Another kommune has this host. Choose another.")
      case .presetIsUnknown:
        Text(
          same: "There is no such preset. Use one of: "
            + Preset.all.map(\.code).joined(separator: ", ") + ".")
      case .emailCannotBeRead:
        Text(
          same:
            "The administrator's e-mail address cannot be read. Write one such as kari@eksempel.no."
        )
      }
    }
  }
}
