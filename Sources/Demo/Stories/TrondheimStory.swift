extension KommuneStory {
  /// Trondheim: a council at every unit, as the bystyre decided; three units still lack theirs, and
  /// a fourth is electing its own.
  static let trondheim = KommuneStory(
    number: "5001", slug: "trondheim", password: "demo-solbakken-2026",
    secretary: "Sigrid Protokoll", administrator: "Atle Oppsettmo",
    politician: "Liv Bystyrmo", auditor: "Rigmor Revisormo", hasDeputies: true,
    units: [
      UnitStory(
        .school, "Solbakken skole", "Østbyen",
        CouncilStory(
          school, 6, .published, .approvedByUnitLeader, at: "Biblioteket", isOwedAnAnswer: true,
          isElectedHere: true)),
      UnitStory(
        .school, "Blåklokka skole", "Heimdal",
        CouncilStory(school, 5, .circulated, .agendaSet, at: "Personalrommet")),
      UnitStory(
        .school, "Regnbuen ungdomsskole", "Lerkendal",
        CouncilStory(
          "forelder forelder elev elev", 4, .ended, .planned, at: "Auditoriet",
          deviating: ["groups.elev": "2", "size": "4"],
          because: "Elevrådet fant bare to som kunne i år.")),
      UnitStory(
        .kindergarten, "Eventyrlia barnehage", "Lerkendal",
        CouncilStory(
          parents3, 4, .drafted, .approvedByCouncilLeader, at: "Møterommet", isElectedHere: true)),
      UnitStory(
        .kindergarten, "Maurtua barnehage", "Midtbyen",
        CouncilStory(parents5, 5, .published, .agendaSet, at: "Kjøkkenet", isOwedAnAnswer: true)),
      UnitStory(
        .nursingHome, "Fjordgløtt sykehjem", "Midtbyen",
        CouncilStory(
          care, 6, .approved, .agendaSet, at: "Dagligstua", isElectedHere: true)),
      UnitStory(
        .nursingHome, "Månelyst sykehjem", "Østbyen",
        CouncilStory(care, 5, .open, .planned, at: "Hagestua", isNew: true)),
      UnitStory(
        .homeCare, "Hjemmetjenesten Tiriltoppen", "Heimdal",
        CouncilStory(care, 4, .circulated, .approvedByUnitLeader, at: "Seniorsenteret")),
      UnitStory(
        .homeCare, "Hjemmetjenesten Elvesvingen", "Midtbyen",
        CouncilStory("pårørende bruker organisasjon", 4, .published, .agendaSet, at: "Kafeen")),
      UnitStory(.school, "Nysnø skole", "Østbyen"),
      UnitStory(.kindergarten, "Snøfnugg barnehage", "Heimdal"),
      UnitStory(
        .kindergarten, "Trollstua barnehage", "Østbyen",
        CouncilStory(
          parents3, 4, .published, .planned, at: "Storsalen", isNew: true, isShort: true)),
      UnitStory(.dayCentre, "Solstrålen dagsenter", "Lerkendal"),
      UnitStory(.school, "Lysløypa skole", "Heimdal", .forming(school)),
    ])

  private static let school = "forelder forelder elev elev elev"
  private static let parents3 = "forelder forelder forelder"
  private static let parents5 = "forelder forelder forelder forelder forelder"
  private static let care = "pårørende pårørende bruker bruker organisasjon"
}
