import Database
import Kernel
import Web

/// Why somebody leaves before the term ends, in words that say nothing about a person's health or home.
package enum LeavingReason: String, Storable, JSONValue, CaseIterable {
  case ownWish = "own_wish"
  /// The child has left school, or the service is not received any more.
  case noLongerUser = "no_longer_user"
  /// Became employed, or took an office that does not go with the seat.
  case newRole = "new_role"
  case other

  /// The words people use for it.
  package var text: Text {
    switch self {
    case .ownWish: Text(nb: "eget ønske", nn: "eige ønske")
    case .noLongerUser: Text(nb: "bruker ikke tjenesten lenger", nn: "brukar ikkje tenesta lenger")
    case .newRole: Text(nb: "har fått en annen rolle", nn: "har fått ei anna rolle")
    case .other: Text(nb: "annet", nn: "anna")
    }
  }
}
