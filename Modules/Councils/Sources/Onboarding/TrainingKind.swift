import Database
import Kernel
import Web

/// What members of councils are trained in (R005, K27).
package enum TrainingKind: String, Storable, JSONValue, CaseIterable {
  /// The role and duties of user representatives are gone through.
  case roleAndDuties = "role_and_duties"
  case forum
  /// One day for several councils together (K27).
  case jointDay = "joint_day"
  case other

  /// The words people use for it.
  var text: Text {
    switch self {
    case .roleAndDuties: Text(nb: "rolle og oppgaver", nn: "rolle og oppgåver")
    case .forum: Text(nb: "brukerrådsforum", nn: "brukarrådsforum")
    case .jointDay: Text(nb: "felles opplæringsdag", nn: "felles opplæringsdag")
    case .other: Text(nb: "annet", nn: "anna")
    }
  }
}
