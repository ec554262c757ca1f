extension KommuneStory {
  /// Ringebu: councils in school, kindergarten and health and care.
  static let ringebu = KommuneStory(
    number: "3439", slug: "ringebu", password: "demo-bekkeblom-2026",
    secretary: "Torunn Møtebok", administrator: "Eivind Brukernavn",
    politician: "Kåre Tingstuen", auditor: "Kjell Kontrollhaug", hasDeputies: false,
    units: [
      UnitStory(
        .school, "Bekkeblom skole", "Fåvang",
        CouncilStory(five, 5, .published, .approvedByCouncilLeader, at: "Biblioteket")),
      UnitStory(
        .school, "Stabbursnes skole", "Ringebu",
        CouncilStory(four, 4, .circulated, .agendaSet, at: "Gymsalen", isOwedAnAnswer: true)),
      UnitStory(
        .school, "Seterlia skole", "Venabygd",
        CouncilStory(three, 4, .published, .planned, at: "Grendehuset")),
      UnitStory(
        .kindergarten, "Tyttebærtua barnehage", "Ringebu",
        CouncilStory(three, 4, .ended, .approvedByUnitLeader, at: "Kjøkkenet")),
      UnitStory(
        .kindergarten, "Kongla barnehage", "Fåvang",
        CouncilStory(four, 4, .drafted, .planned, at: "Fellesrommet", isNew: true)),
      UnitStory(
        .nursingHome, "Fjellglimt omsorgssenter", "Ringebu",
        CouncilStory(five, 6, .published, .agendaSet, at: "Peisestua", isOwedAnAnswer: true)),
      UnitStory(
        .nursingHome, "Kveldsro bo- og aktivitetssenter", "Fåvang",
        CouncilStory(four, 4, .approved, .planned, at: "Kafeen")),
      UnitStory(
        .homeCare, "Hjemmetjenesten Nordgardslia", "Ringebu",
        CouncilStory(three, 5, .circulated, .agendaSet, at: "Rådhuset, møterom 2")),
      UnitStory(
        .homeCare, "Hjemmetjenesten Sørbekken", "Fåvang",
        CouncilStory(three, 4, .published, .agendaSet, at: "Frivilligsentralen", isNew: true)),
      UnitStory(.kindergarten, "Rypeungen barnehage", "Venabygd"),
      UnitStory(.dayCentre, "Tunet dagsenter", "Ringebu"),
      UnitStory(.housing, "Bofellesskapet Svalegangen", "Ringebu"),
    ])

  private static let three = "bruker bruker bruker"
  private static let four = "bruker bruker bruker bruker"
  private static let five = "bruker bruker bruker bruker bruker"
}
