extension Topic {
  /// What the councils of kindergartens talk about.
  static let kindergarten = [
    Topic(
      "Hva kjennetegner en god barnehage?",
      "Rådet velger noen få kriterier som alle kan kjenne igjen i hverdagen.",
      said: "Vi snakket om å bli tatt imot med navn om morgenen, om tid til lek og om voksne som"
        + " setter seg på gulvet.",
      Motion(
        "Brukerrådet råder barnehagen til å ha «sett, trygg og med i leken» som kriterier i"
          + " årsplanen.",
        .followed("Kriteriene står nå på første side i årsplanen."))),
    Topic(
      "Årsplanen for barnehagen",
      "Utkastet er sendt ut. Hva vil foreldrene se mer av?",
      said: "Foreldrene vil ha færre mål og flere bilder fra hverdagen. Personalet er enig.",
      Motion(
        "Brukerrådet råder barnehagen til å korte årsplanen ned til åtte sider.",
        .followed("Den nye planen er på åtte sider, med en oversatt utgave på nettsiden."),
        .partly("Planen er kortet ned til tolv sider. Resten krever rammeplanen."))),
    Topic(
      "Åpningstidene", .proposal,
      "Noen foreldre rekker ikke bussen når barnehagen åpner klokka 07.15.",
      said: "Ni familier har svart at de trenger en tidligere start. Ingen ønsker kortere dag i"
        + " den andre enden.",
      Motion(
        "Brukerrådet råder barnehagen til å åpne klokka 06.45.",
        .notFollowed(
          .staffing,
          "Åpnes det tidligere, blir det for få voksne midt på dagen, når behovet er størst. Det"
            + " vil gå ut over tryggheten for de minste. Vi spør foreldrene på nytt ved neste"
            + " opptak."),
        .followed("Barnehagen åpner klokka 06.45 fra neste måned, som en prøve i et halvt år."))),
    Topic(
      "Mat og måltider",
      "Barnehagen vil bruke mindre sukker og mer fisk. Hva synes foreldrene?",
      said: "Foreldrene var positive, og ba om at oppskriftene deles, så barna kjenner igjen maten"
        + " hjemme.",
      Motion(
        "Brukerrådet råder barnehagen til å servere fisk én dag i uka og legge oppskriftene ut på"
          + " nettsiden.",
        .followed("Fiskedagen er torsdag. Oppskriftene ligger ute."))),
    Topic(
      "Uteområdet", .proposal,
      "Det er satt av 45 000 kroner til uteområdet. Foreldrene tilbyr en dugnad.",
      said: "Barna har tegnet hva de vil ha: en gjørmekrok, en båt og noe å klatre i.",
      Motion(
        "Brukerrådet råder barnehagen til å bygge gjørmekjøkken og en båt på dugnad.",
        .followed("Dugnaden er avtalt, og materialene er bestilt."),
        .partly(
          "Gjørmekjøkkenet er bygd. Båten må ha godkjent underlag, og det er ikke penger til det"
            + " i år."))),
    Topic(
      "Fra barnehage til skole",
      "Hvordan kan de eldste barna bli kjent med skolen før de begynner?",
      said: "Foreldrene ønsker at barna ser SFO og skolegården flere ganger sammen med noen de"
        + " kjenner.",
      Motion(
        "Brukerrådet råder barnehagen til å avtale tre besøk på skolen for de eldste barna.",
        .followed("Datoene er avtalt med skolen og står i kalenderen."))),
    Topic(
      "Gode foreldremøter",
      "Få kommer på møtene. Hva skal til?",
      said: "Forslagene var kortere møter, barnepass og ett tema som foreldrene velger selv.",
      Motion(
        "Brukerrådet råder barnehagen til å ha foreldremøter på én time med barnepass.",
        .followed("Neste møte blir slik. Foreldrene har valgt temaet vennskap."),
        .notFollowed(
          .economy,
          "Barnepass på kveldstid må lønnes, og det er ikke dekning i budsjettet. Møtene blir"
            + " kortere, og vi sender opptak av innlegget til dem som ikke kan komme."))),
    Topic(
      "Planleggingsdagene", .information,
      "Når barnehagen er stengt det neste året, og hvorfor.",
      said: "Dagene legges sammen med skolens så langt det går. Foreldrene ba om å få vite dem"
        + " minst et halvt år før."),
    Topic(
      "En god start for nye barn",
      "Hvordan oppleves de første ukene, og hva kan vi gjøre bedre?",
      said: "Nye foreldre vil vite hvem de skal snakke med. Flere ønsket en fadderfamilie.",
      Motion(
        "Brukerrådet råder barnehagen til å spørre foreldre om å være fadderfamilie for nye.",
        .followed("Tolv familier har sagt ja."))),
    Topic(
      "Biler ved levering og henting", .proposal,
      "Det er trangt på parkeringen mellom halv åtte og åtte.",
      said: "Vi tegnet opp plassen og fant en vei rundt som gjør at ingen må rygge.",
      Motion(
        "Brukerrådet råder barnehagen til å merke en kjørevei i ring og fire korttidsplasser.",
        .partly("Ringen er merket. Korttidsplassene må vei-enheten i kommunen godkjenne først."),
        .followed("Merkingen er gjort, og det er satt opp skilt."))),
    Topic(
      "Språk og samspill",
      "Personalet skal lære mer om språkleker. Hva er foreldrene opptatt av?",
      said: "Foreldre med flere språk hjemme vil gjerne låne bøker og sanger på begge.",
      Motion(
        "Brukerrådet råder barnehagen til å lage en bokhylle med bøker på barnas språk.",
        .followed("Hylla står i gangen, og biblioteket hjelper oss å fylle den."))),
  ]
}
