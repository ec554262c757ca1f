extension Topic {
  /// What the councils of home care talk about.
  static let homeCare = [
    Topic(
      "Hva kjennetegner en god hjemmetjeneste?",
      "Rådet velger kriterier som er enkle å spørre om.",
      said: "Å vite hvem som kommer og når, og å slippe å forklare alt på nytt, var viktigst.",
      Motion(
        "Brukerrådet råder tjenesten til å måle «avtalt tid» og «kjent ansikt» hver måned.",
        .followed("Begge deler måles fra neste måned, og tallene legges fram her."))),
    Topic(
      "Beskjed når noen blir forsinket", .proposal,
      "Mange venter uten å vite om noen kommer.",
      said: "Et kvarter er greit, sa flere. Det er det å ikke vite som er vanskelig.",
      Motion(
        "Brukerrådet råder tjenesten til å ringe når et besøk blir mer enn et kvarter forsinket.",
        .followed("Vakta har ansvaret for å ringe. Rutinen gjelder fra nå."),
        .partly("Vi ringer ved mer enn en halv time, og prøver et kvarter i én sone."))),
    Topic(
      "Færre ansikter", .proposal,
      "Noen møter mange forskjellige ansatte i løpet av en uke.",
      said: "Vi så på en vanlig uke på kartet, og på hvordan gruppene kan deles.",
      Motion(
        "Brukerrådet råder tjenesten til at ingen skal ha mer enn ti faste ansatte å forholde seg"
          + " til.",
        .notFollowed(
          .staffing,
          "Med dagens sykefravær og turnus kan vi ikke love et tall uten at besøk faller bort."
            + " Vi deler sonene i mindre grupper, måler utviklingen og legger tallene fram for"
            + " rådet hvert halvår."),
        .partly("Målet er ti på dagtid. På kveld og i helg blir det inntil fjorten."))),
    Topic(
      "Telefonen vår", .proposal,
      "Når er telefonen åpen, og hvem svarer?",
      said: "Pårørende i arbeid får ikke ringt i kjernetida. Flere ønsket å kunne sende melding.",
      Motion(
        "Brukerrådet råder tjenesten til å ha åpen telefon fra 07.30 til 21.00.",
        .followed("Telefonen er åpen fra 07.30 til 21.00 alle dager."),
        .partly("Telefonen er åpen til 18.00. Etter det svarer vakttelefonen."))),
    Topic(
      "Årsplanen for hjemmetjenesten",
      "Utkastet er sendt ut sammen med hovedtallene i budsjettet.",
      said: "Rådet ba om at planen sier hva brukerne vil merke, ikke bare hva vi gjør.",
      Motion(
        "Brukerrådet råder tjenesten til å skrive én side om hva brukerne vil merke.",
        .followed("Siden er skrevet og deles ut ved neste besøk."))),
    Topic(
      "Nøkler og låser", .information,
      "Nye elektroniske låser, og hvordan de virker når strømmen går.",
      said: "Tjenesten viste låsen. Alle fikk prøve, og vi gikk gjennom hva som skjer ved"
        + " strømbrudd."),
    Topic(
      "Måltider hjemme",
      "Hvordan kan flere få tid til å spise i ro?",
      said: "Flere spiser alene. Rådet foreslo felles middag på seniorsenteret for dem som vil.",
      Motion(
        "Brukerrådet råder tjenesten til å avtale en ukentlig middag med seniorsenteret.",
        .followed("Middagen er hver tirsdag, og skyss kan bestilles."),
        .notFollowed(
          .otherDecision,
          "Skyss til faste tilbud er lagt til en annen enhet, og det er vedtatt at den ikke utvides"
            + " i år. Vi har sendt rådets ønske videre og har laget en liste over åpne"
            + " middager."))),
    Topic(
      "Hjelp til å bruke skjerm", .proposal,
      "Noen vil gjerne ha kalenderen på nettbrett, andre ikke.",
      said: "Det må være frivillig, og papir må fortsatt være en mulighet.",
      Motion(
        "Brukerrådet råder tjenesten til å tilby opplæring i kalenderen, og alltid gi den på papir"
          + " til dem som ønsker det.",
        .followed("Ungdomsskolen hjelper oss med opplæringen annenhver uke."))),
    Topic(
      "Kompetanse i tjenesten",
      "Hva bør de ansatte lære mer om det neste året?",
      said: "Rådet løftet fram ernæring, hørsel og det å møte noen som er trist.",
      Motion(
        "Brukerrådet råder tjenesten til å la brukere og pårørende holde en del av opplæringen.",
        .followed("To brukerorganisasjoner er invitert til fagdagen."))),
    Topic(
      "Brukerundersøkelsen", .information,
      "Resultatene legges fram samlet, uten at noen kan kjennes igjen.",
      said: "Respekt og vennlighet får høy score. Informasjon om endringer får lavest."),
  ]
}
