extension Topic {
  /// What the councils of schools talk about.
  static let school = [
    Topic(
      "Hva kjennetegner en god skole?",
      "Rådet velger kriterier som skolen kan måle seg mot.",
      said: "Alle skrev lapper og hengte dem på veggen. Tre ting gikk igjen: trygghet, mestring og"
        + " voksne som er lette å få tak i.",
      Motion(
        "Brukerrådet råder skolen til å bruke «trygghet, mestring og nære voksne» som kriterier"
          + " når skolen vurderer seg selv.",
        .followed("Kriteriene er tatt inn i skolens egenvurdering og henger på personalrommet."))),
    Topic(
      "Årsplanen for skolen",
      "Utkastet er sendt ut. Hva bør få mer plass, og hva kan vente?",
      said: "Elevene ønsker mer undervisning ute. Foreldrene er opptatt av at planen er kort nok"
        + " til at alle leser den.",
      Motion(
        "Brukerrådet råder skolen til å ha uteskole på alle trinn hver uke.",
        .partly(
          "1.–7. trinn får uteskole hver uke. På 8.–10. trinn går det ikke opp med fagene, men der"
            + " blir det fire hele dager ute i halvåret."),
        .followed("Uteskole står nå på ukeplanen for alle trinn."))),
    Topic(
      "Lekser og fritid", .proposal,
      "FAU har spurt foreldrene: Mange synes det er lekser på feil dager.",
      said: "Vi var uenige om hvor mye lekser som er nok, men enige om at ukene bør være"
        + " forutsigbare. Elevene foreslo en fast leksefri dag.",
      Motion(
        "Brukerrådet råder skolen til å ha leksefri hver onsdag på alle trinn i et halvt år, og"
          + " deretter vurdere ordningen.",
        .followed("Vi prøver ordningen i ett halvår og tar vurderingen hit."),
        .partly(
          "Barnetrinnet prøver leksefri onsdag. På ungdomstrinnet samordner lærerne leksene i"
            + " stedet, fordi fagene har få timer i uka."))),
    Topic(
      "Mat i skoledagen", .proposal,
      "Elevrådet ønsker varm mat. Kjøkkenet er lite, og noe må betales av dem som spiser.",
      said: "Elevene fortalte at mange er sultne i siste time. Vi regnet på hva ett varmt måltid"
        + " koster, og snakket om hvem som kan hjelpe til.",
      Motion(
        "Brukerrådet råder skolen til å servere et varmt måltid til selvkost to dager i uka.",
        .notFollowed(
          .economy,
          "Kjøkkenet er ikke godkjent for varm mat, og en ombygging er ikke med i årets budsjett."
            + " Vi melder behovet inn til økonomiplanen. Fra neste måned er det frukt og grovt brød"
            + " hver dag, og vi orienterer rådet om kostnadene."),
        .partly("Vi begynner med én dag i uka og teller hvor mange som spiser."))),
    Topic(
      "Mer å gjøre i friminuttene", .proposal,
      "Det er satt av penger til utstyr. Hva skal de brukes til?",
      said: "Elevrådet hadde stemt i klassene. Bordtennis og steder å sitte vant klart.",
      Motion(
        "Brukerrådet råder skolen til å bruke 60 000 kroner av utstyrsbudsjettet til"
          + " bordtennisbord og sittegrupper.",
        .followed("Bordene er bestilt. Elevrådet bestemmer hvor de skal stå."))),
    Topic(
      "Mobilen i skoletida",
      "Skolen vil ha felles regler som elevene har vært med på å lage.",
      said: "Elevene var delt. Flere sa at friminuttene blir bedre uten mobil, andre vil kunne"
        + " ringe hjem.",
      Motion(
        "Brukerrådet råder skolen til å la mobilene ligge i mobilhotell hele skoledagen.",
        .followed("Regelen gjelder fra neste uke. Elever som må ringe hjem, får låne telefon."),
        .partly("Mobilene ligger i mobilhotell i timene. I storefri kan 10. trinn hente dem."))),
    Topic(
      "Åpningstidene på SFO", .proposal,
      "Noen foreldre begynner tidlig på jobb. SFO åpner klokka 07.15 i dag.",
      said: "Vi gikk gjennom hvor mange som trenger det, og hva en halvtime koster i bemanning.",
      Motion(
        "Brukerrådet råder skolen til å åpne SFO klokka 06.45.",
        .notFollowed(
          .staffing,
          "Vi må alltid være to voksne til stede. Med dagens bemanning måtte vi i så fall tatt"
            + " voksne fra ettermiddagen, da det er flest barn. Vi spør på nytt om behovet når"
            + " plassene fordeles."),
        .partly("SFO åpner klokka 07.00. Tidligere går ikke opp med to voksne på jobb."))),
    Topic(
      "Vikarer som kjenner skolen",
      "Hvordan kan timene bli gode også når læreren er borte?",
      said: "Elevene sa at det hjelper at vikaren vet hvem de er og hva de holder på med.",
      Motion(
        "Brukerrådet råder skolen til å ha en fast liste over vikarer og en håndbok på to sider"
          + " til dem.",
        .followed("Fem faste vikarer er spurt. Elevrådet var med og skrev håndboka."))),
    Topic(
      "Elevundersøkelsen", .information,
      "Resultatene legges fram samlet, uten at noen kan kjennes igjen.",
      said: "Trivselen er god og litt høyere enn i fjor. Arbeidsroen er lavere, og den vil vi ta"
        + " opp i et eget møte."),
    Topic(
      "Trygg skolevei", .proposal,
      "Foreldre har talt biler ved skolen tre morgener på rad.",
      said: "De fleste bilene var på vei for å levere barn. Elevene vil ha flere som går sammen.",
      Motion(
        "Brukerrådet råder skolen til å be kommunen om et merket gangfelt, og til å lage en"
          + " hjertesone uten biler rundt skolen.",
        .followed("Brevet er sendt, og hjertesonen er merket. Rådet får svaret når det kommer."),
        .partly(
          "Vi har bedt kommunen om gangfelt. Hjertesonen må vente til snuplassen er ferdig."))),
    Topic(
      "Elevene skal merke at de blir hørt",
      "Hvordan kommer saker fra elevrådet videre, og hvordan får klassene svar?",
      said: "Elevene fortalte at svarene ofte blir borte på veien tilbake til klassen.",
      Motion(
        "Brukerrådet råder skolen til å sette av ti minutter i klassens time til saker fra"
          + " elevrådet annenhver uke.",
        .followed("Det står nå på planen i alle klasser fra 5. trinn."))),
    Topic(
      "Et bibliotek som er åpent", .proposal,
      "Biblioteket er stengt når bibliotekaren ikke er der, tre dager i uka.",
      said: "Elevrådet tilbød seg å være vertskap i storefri dersom en voksen er i nærheten.",
      Motion(
        "Brukerrådet råder skolen til å holde biblioteket åpent i alle storefri, med elever som"
          + " vertskap.",
        .partly("Vi åpner tre dager i uka. De to andre dagene har vi ingen voksen i nærheten."),
        .followed("Ordningen er i gang, og utlånet har økt."))),
  ]
}
