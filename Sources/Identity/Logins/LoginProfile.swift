import Database
import Kernel
import UseCases
import Web

/// The kinds of issuers a kommune may let people sign in with, and what is known of each
/// (`norway.md` § 5.1).
package enum LoginProfile: String, Storable, JSONValue, CaseIterable {
  /// For inhabitants: members, parents, relatives.
  case idporten
  /// For employees, and for politicians on behalf of the kommune.
  case ansattporten
  /// For pupils and teachers.
  case feide
  /// Any other that follows the standard, such as Entra ID.
  case oidc

  /// Its issuer, in earnest or for trying things out; nil where there is no one issuer.
  package func issuer(forTests: Bool) -> String? {
    switch self {
    case .idporten: forTests ? "https://test.idporten.no" : "https://idporten.no"
    case .ansattporten: forTests ? "https://test.ansattporten.no" : "https://ansattporten.no"
    case .feide: "https://auth.dataporten.no"
    case .oidc: nil
    }
  }

  /// Its levels of assurance, lowest first; none where the issuer has no such thing.
  var levels: [String] {
    switch self {
    case .idporten:
      ["idporten-loa-low", "idporten-loa-substantial", "idporten-loa-high"]
    case .ansattporten: ["substantial", "high"]
    case .feide, .oidc: []
    }
  }

  /// The level that is asked for when nobody says otherwise.
  var usualLevel: String? {
    switch self {
    case .idporten: "idporten-loa-substantial"
    case .ansattporten: "substantial"
    case .feide, .oidc: nil
    }
  }

  /// What the button says it leads to.
  var usualLabel: String {
    switch self {
    case .idporten: "ID-porten"
    case .ansattporten: "Ansattporten"
    case .feide: "Feide"
    case .oidc: "jobbkonto"
    }
  }

  /// The levels that will do when this one is asked for: itself, and what is above it.
  func levels(from lowest: String?) -> [String] {
    guard let lowest else { return [] }
    guard let place = levels.firstIndex(of: lowest) else { return [lowest] }
    return Array(levels[place...])
  }
}
