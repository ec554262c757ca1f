import Database
import Kernel
import Tenancy
import UseCases
import Web

/// As what somebody takes part in a meeting.
package enum Capacity: String, Storable, JSONValue, CaseIterable {
  case councilLeader = "council_leader"
  case userRepresentative = "user_representative"
  case personalDeputy = "personal_deputy"
  /// In place of whoever of the council is away, by number or in common (K8, K25).
  case deputy
  case staffParticipant = "staff_participant"
  case unitLeader = "unit_leader"

  /// The role it gives at the meeting.
  var role: Role {
    switch self {
    case .councilLeader: .councilLeader
    case .userRepresentative: .userRepresentative
    case .personalDeputy, .deputy: .personalDeputy
    case .staffParticipant: .staffParticipant
    case .unitLeader: .unitLeader
    }
  }

  /// What people call it, in the kommune's own words.
  func text(_ words: Words) -> Text {
    switch self {
    case .councilLeader: Text(nb: "rådets leder", nn: "leiar i rådet")
    case .userRepresentative: Text(nb: "brukerrepresentant", nn: "brukarrepresentant")
    case .personalDeputy: Text(nb: "personlig vara", nn: "personleg vara")
    case .deputy: Text(nb: "vara", nn: "vara")
    case .staffParticipant: Text(nb: "ansatt", nn: "tilsett")
    case .unitLeader: words[.unitLeader]
    }
  }
}
