import Database
import Kernel
import Web

/// The kinds of units that may have a council (R060).
package enum UnitType: String, Storable, JSONValue, CaseIterable {
  case school
  case kindergarten
  case nursingHome = "nursing_home"
  case homeCare = "home_care"
  case housing
  case dayCentre = "day_centre"
  case other

  /// The word people use for it.
  package var text: Text {
    switch self {
    case .school: Text(nb: "skole", nn: "skule")
    case .kindergarten: Text(nb: "barnehage", nn: "barnehage")
    case .nursingHome: Text(nb: "sykehjem", nn: "sjukeheim")
    case .homeCare: Text(nb: "hjemmetjeneste", nn: "heimeteneste")
    case .housing: Text(nb: "bolig", nn: "bustad")
    case .dayCentre: Text(nb: "dagsenter", nn: "dagsenter")
    case .other: Text(nb: "annet", nn: "anna")
    }
  }

  /// Reads a kind as a file names it: our code, or the word in bokmål or nynorsk.
  package init?(inFile name: String) {
    let wanted = name.lowercased()
    let found = Self.allCases.first {
      wanted == $0.rawValue || wanted == $0.text.nb || wanted == $0.text.nn
    }
    guard let found else { return nil }
    self = found
  }
}
