import Database
import Kernel
import Web

/// The kinds of units that may have a council (R060), and of what stands above them (K2, K4, K12).
package enum UnitType: String, RuleChoice {
  case school
  case kindergarten
  case nursingHome = "nursing_home"
  case homeCare = "home_care"
  case housing
  case dayCentre = "day_centre"
  case other
  case zone
  case serviceArea = "service_area"
  case kommune
  case interMunicipal = "inter_municipal"

  /// The kinds that people meet as users (R060); the others stand above several such units.
  package static let services: [UnitType] = [
    .school, .kindergarten, .nursingHome, .homeCare, .housing, .dayCentre, .other,
  ]

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
    case .zone: Text(nb: "sone", nn: "sone")
    case .serviceArea: Text(nb: "tjenesteområde", nn: "tenesteområde")
    case .kommune: Text(nb: "hele kommunen", nn: "heile kommunen")
    case .interMunicipal: Text(nb: "flere kommuner", nn: "fleire kommunar")
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
