import Kernel

extension Role {
  /// The word people use for a role.
  package var text: Text {
    switch self {
    case .visitor: Text(nb: "besøkende", nn: "besøkjande")
    case .politician: Text(nb: "politiker", nn: "politikar")
    case .userRepresentative: Text(nb: "brukerrepresentant", nn: "brukarrepresentant")
    case .personalDeputy: Text(nb: "personlig vara", nn: "personleg vara")
    case .councilLeader: Text(nb: "leder av rådet", nn: "leiar av rådet")
    case .staffParticipant: Text(nb: "ansatt", nn: "tilsett")
    case .unitLeader: Text(nb: "leder av enheten", nn: "leiar av eininga")
    case .secretary: Text(nb: "sekretær", nn: "sekretær")
    case .administrator: Text(nb: "administrator", nn: "administrator")
    case .auditor: Text(nb: "revisor", nn: "revisor")
    }
  }
}
