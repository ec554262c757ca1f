extension Topic {
  /// What the councils of nursing homes talk about.
  static let nursingHome = [
    Topic(
      "Hva kjennetegner et godt sykehjem?",
      "Rådet velger kriterier som beboere og pårørende kjenner seg igjen i.",
      said: "Å bli spurt, å ha noe å glede seg til og å spise sammen med noen gikk igjen.",
      Motion(
        "Brukerrådet råder sykehjemmet til å spørre beboere og pårørende om disse tre tingene to"
          + " ganger i året.",
        .followed("Spørsmålene er tatt inn i samtalene, og svarene legges fram samlet her."))),
    Topic(
      "Besøkstidene", .proposal,
      "Pårørende som arbeider skift, kommer ofte utenom besøkstida.",
      said: "Ingen vil ha en hard regel. De fleste ønsker ro ved måltidene, og åpent ellers.",
      Motion(
        "Brukerrådet råder sykehjemmet til å ha åpne besøkstider hele dagen.",
        .followed("Besøkstidene er åpne fra 08 til 21. Andre tider kan avtales."),
        .partly("Det er åpent fra 10 til 20. Tidligere trenger avdelingene ro til stell."))),
    Topic(
      "Når vi spiser", .proposal,
      "Det er lenge fra kveldsmat til frokost. Hva ønsker beboerne?",
      said: "Flere vil spise middag senere. Kjøkkenet sa at det går, hvis vakta følger med.",
      Motion(
        "Brukerrådet råder sykehjemmet til å flytte middagen til klokka 15.30 og servere et"
          + " kveldsmåltid klokka 20.",
        .followed("Måltidene er flyttet, og beboerne er fornøyde etter første måned."),
        .partly(
          "Kveldsmåltidet er på plass. Middagen flyttes til 14.30, fordi kjøkkenet leverer til"
            + " flere hus."))),
    Topic(
      "Noe å glede seg til i helgene", .proposal,
      "I helgene skjer det lite. Frivillige har tilbudt seg å hjelpe.",
      said: "Beboerne ønsket musikk, kaffe og en tur ut. Pårørende vil gjerne bidra.",
      Motion(
        "Brukerrådet råder sykehjemmet til å ha en aktivitet hver lørdag sammen med frivillige.",
        .followed("Vi har avtale med to lag i nærmiljøet. Lista henger ved heisen."),
        .notFollowed(
          .staffing,
          "Hver aktivitet må ha en ansatt med ansvar, og helgene er for svakt bemannet til det nå."
            + " Ny turnus prøves i neste kvartal, og da tar vi saken opp igjen i rådet."))),
    Topic(
      "Hagen",
      "Hagen er fin, men vanskelig å bruke med rullator.",
      said: "Vi gikk en runde sammen. Terskelen ved døra og grusen er det som stopper flest.",
      Motion(
        "Brukerrådet råder sykehjemmet til å legge fast dekke på stien og fjerne terskelen.",
        .partly("Terskelen er borte. Dekket er meldt inn til vedlikeholdsplanen."),
        .followed("Arbeidet er bestilt av kommunens eiendomsenhet."))),
    Topic(
      "Årsplanen for sykehjemmet",
      "Utkastet er sendt ut sammen med hovedtallene i budsjettet.",
      said: "Rådet savnet pårørende i planen og ba om et eget avsnitt om samarbeid.",
      Motion(
        "Brukerrådet råder sykehjemmet til å ha to pårørendemøter på hver avdeling i året.",
        .followed("Møtene er satt opp og står i årsplanen."))),
    Topic(
      "Kompetanse om demens", .information,
      "Hva de ansatte lærer, og hvordan pårørende kan være med.",
      said: "Alle fast ansatte er med i en studiegruppe. Pårørende kan låne heftene."),
    Topic(
      "Tøy som kommer bort", .proposal,
      "Mange har meldt om det samme. Hva kan gjøres enklere?",
      said: "Vi var enige om at det er en liten sak som betyr mye.",
      Motion(
        "Brukerrådet råder sykehjemmet til å merke alt tøy ved innflytting, uten betaling.",
        .followed("Merkemaskinen er kjøpt inn. De frivillige hjelper til."))),
    Topic(
      "Besøk av tilsynsutvalget", .information,
      "Utvalget forteller hva de så, og rådet kan stille spørsmål.",
      said: "Utvalget var fornøyd med renhold og måltider. De etterlyste mer aktivitet på kvelden."
    ),
    Topic(
      "Besøk fra barnehagen", .proposal,
      "Barnehagen i nabolaget vil komme på sangstund.",
      said: "Beboerne gledet seg bare ved tanken. Vi snakket også om støy, og om å kunne trekke seg"
        + " unna.",
      Motion(
        "Brukerrådet råder sykehjemmet til å ha sangstund med barnehagen hver måned.",
        .followed("Første gang er avtalt."))),
    Topic(
      "Brukerundersøkelsen", .information,
      "Resultatene legges fram samlet, uten at noen kan kjennes igjen.",
      said: "De fleste er fornøyde med pleien. Informasjon til pårørende får lavest score, og"
        + " rådet vil følge det opp."),
  ]
}
