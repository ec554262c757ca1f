import Kernel

extension Preset {
  /// Trondheim's nine guideline points (R091-R098): three or five user representatives with
  /// personal deputies for two years; a council at every unit (R061).
  static let trondheim = Preset(
    code: "trondheim",
    words: [
      .chiefExecutive: Text(nb: "rådmann", nn: "rådmann"),
      .assembly: Text(nb: "bystyre", nn: "bystyre"),
      .committee: Text(nb: "fagkomité", nn: "fagkomité"),
    ],
    serviceAreas: usualServiceAreas,
    ruleSets: [.trondheimSchool, .trondheimKindergarten, .trondheimCare])
}

extension RuleSet {
  /// Two parents and three pupils (R096).
  static let trondheimSchool = trondheim(
    "trondheim-skole", Text(nb: "brukerråd ved skole", nn: "brukarråd ved skule"),
    [.parents(2), .pupils(3)]
  ) {
    $0.unitTypes = [.school]
    $0.size = .oneOf([5])
  }

  /// Parents chosen by the foreldreråd's annual meeting (R097).
  static let trondheimKindergarten = trondheim(
    "trondheim-barnehage", Text(nb: "brukerråd ved barnehage", nn: "brukarråd ved barnehage"),
    [.parents(in: 3...5, by: .parentsMeeting)]
  ) {
    $0.unitTypes = [.kindergarten]
    $0.size = .oneOf([3, 5])
  }

  /// Chosen among those who receive the services, next of kin and user organisations (R098).
  static let trondheimCare = trondheim(
    "trondheim-omsorg", Text(nb: "brukerråd i helse og omsorg", nn: "brukarråd i helse og omsorg"),
    [.users(in: 0...5, for: .recipients), .relatives(in: 0...5), .organisations(in: 0...5)]
  ) {
    $0.unitTypes = [.nursingHome, .homeCare, .housing, .dayCentre, .other]
    $0.size = .oneOf([3, 5])
    $0.invites = .supervisoryBoard
  }

  /// What the nine points say of every council.
  private static func trondheim(
    _ code: String, _ name: Text, _ groups: [SeatGroup], _ set: (inout RuleSet) -> Void
  ) -> RuleSet {
    RuleSet(code, name, groups + [.staff(in: 1...5)]) {
      $0.isMandatory = true
      $0.purpose = """
        Brukerrådet behandler og gir råd i saker om tjenestens kvalitet og innhold, og om brukere og \
        ansatte som grupper, men ikke som enkeltpersoner.
        """
      $0.purposeNn = """
        Brukarrådet behandlar og gir råd i saker om kvaliteten på og innhaldet i tenesta, og om \
        brukarar og tilsette som grupper, men ikkje som enkeltpersonar.
        """
      $0.deputies = .personal
      $0.quorum = .half
      $0.power = .advisoryVote
      $0.annualEvents = [.forum, .contactMeeting]
      set(&$0)
    }
  }
}
