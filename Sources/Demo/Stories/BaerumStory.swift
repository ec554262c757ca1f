extension KommuneStory {
  /// Bærum: councils at several of the units, with no fixed number and no deputies.
  static let bærum = KommuneStory(
    number: "3201", slug: "baerum", password: "demo-marikapa-2026",
    secretary: "Oddny Referatlund", administrator: "Halvor Systemsen",
    politician: "Ragnhild Utvalgsrud", auditor: "Turid Tilsynsrud", hasDeputies: false,
    units: [
      UnitStory(
        .nursingHome, "Marikåpa bo- og omsorgssenter", "Sandvika",
        CouncilStory(
          "representant bruker bruker representant", 6, .published, .approvedByUnitLeader,
          at: "Peisestua", isOwedAnAnswer: true)),
      UnitStory(
        .nursingHome, "Linerla sykehjem", "Bekkestua",
        CouncilStory("representant representant bruker", 4, .circulated, .agendaSet, at: "Kafeen")),
      UnitStory(
        .homeCare, "Hjemmetjenesten Bølgeblikk", "Fornebu",
        CouncilStory("bruker bruker representant", 5, .ended, .planned, at: "Møterom Svaberg")),
      UnitStory(
        .homeCare, "Hjemmetjenesten Skogholt", "Rykkinn",
        CouncilStory("representant bruker bruker", 4, .approved, .agendaSet, at: "Grendehuset")),
      UnitStory(
        .school, "Tempelfjell skole", "Rykkinn",
        CouncilStory(
          "forelder elev elev forelder", 5, .published, .approvedByCouncilLeader,
          at: "Biblioteket", isOwedAnAnswer: true)),
      UnitStory(
        .school, "Kråkebollen skole", "Fornebu",
        CouncilStory("forelder forelder elev elev elev elev", 4, .drafted, .planned, at: "Aulaen")),
      UnitStory(
        .kindergarten, "Bjørnehiet barnehage", "Bekkestua",
        CouncilStory(
          "bruker bruker representant", 4, .published, .agendaSet, at: "Verkstedet",
          isShort: true)),
      UnitStory(
        .kindergarten, "Gullhønen barnehage", "Sandvika",
        CouncilStory(
          "representant representant bruker", 5, .circulated, .planned, at: "Biblioteket",
          isNew: true)),
      UnitStory(
        .kindergarten, "Tusenbein barnehage", "Rykkinn",
        CouncilStory("bruker representant", 4, .published, .agendaSet, at: "Kjøkkenet")),
      UnitStory(.school, "Siljuslåtten skole", "Bekkestua"),
      UnitStory(.dayCentre, "Lysningen dagsenter", "Sandvika"),
      UnitStory(.housing, "Bofellesskapet Epletreet", "Rykkinn"),
      UnitStory(.nursingHome, "Solsikken sykehjem", "Fornebu"),
      UnitStory(
        .school, "Tussmørket skole", "Sandvika",
        .forming("forelder forelder elev elev")),
    ])
}
