import Database
import Kernel
import Web

/// What staff who sit in a council work with (R066).
package enum StaffField: String, Storable, JSONValue, CaseIterable {
  case nursing, kindergarten, teaching, planning, economy, other
  case homeHelp = "home_help"

  /// The word people use for it.
  package var text: Text {
    switch self {
    case .nursing: Text(nb: "sykepleie", nn: "sjukepleie")
    case .kindergarten: Text(nb: "førskole", nn: "førskule")
    case .homeHelp: Text(nb: "hjemmehjelp", nn: "heimehjelp")
    case .teaching: Text(nb: "pedagogikk", nn: "pedagogikk")
    case .planning: Text(nb: "planlegging", nn: "planlegging")
    case .economy: Text(nb: "økonomi", nn: "økonomi")
    case .other: Text(nb: "annet", nn: "anna")
    }
  }
}
