extension Topic {
  /// What every meeting but the first begins with (R102).
  static let followUp = Topic(
    "Svar på rådene våre", .information,
    "Hva som er svart siden sist, og hva som står igjen.",
    said: "Vi gikk gjennom svarene siden sist. Rådet spurte om det som står igjen.")

  /// What every council talks about.
  static let common = [
    Topic(
      "Hvordan vi bruker pengene",
      "Hovedpostene i budsjettet, og hva som kan flyttes på.",
      said: "Lederen viste hvor mye som er bundet. Rådet fikk god tid til å spørre.",
      Motion(
        "Brukerrådet råder ledelsen til å bruke det som er igjen på utstyrsposten, på ting"
          + " brukerne selv har ønsket seg.",
        .followed("Ønskelista er hengt opp, og innkjøpet gjøres sammen med rådets leder."),
        .partly("Halve beløpet går til ønskelista. Resten må dekke slitte møbler."))),
    Topic(
      "Medarbeiderundersøkelsen", .information,
      "Hva de ansatte har svart, samlet, og hva som følges opp.",
      said: "De ansatte trives, men savner tid til å planlegge. Rådet ba om å få vite hva som"
        + " gjøres videre."),
    Topic(
      "Lederavtalen", .information,
      "Målene i lederavtalen, og hva de betyr for oss.",
      said: "Rådet var særlig opptatt av målet om medvirkning og vil følge med på det."),
    Topic(
      "Hvordan gjør vi rådet kjent?", .proposal,
      "Få vet hvem som sitter i rådet og hva det arbeider med.",
      said: "Vi vil være lettere å finne, både på oppslagstavla og på nett.",
      Motion(
        "Brukerrådet råder ledelsen til å henge opp bilder av rådet og legge siste referat ved"
          + " inngangen.",
        .followed("Tavla henger ved inngangen, og sekretæren bytter referatet etter hvert møte."))),
    Topic(
      "Samarbeid med andre brukerråd",
      "Hva kan vi lære av de andre rådene i kommunen?",
      said: "Flere råd har de samme sakene. Vi vil invitere et naboråd på kaffe.",
      Motion(
        "Brukerrådet råder ledelsen til å invitere et annet brukerråd til et felles møte i året.",
        .followed("Invitasjonen er sendt, og rommet er bestilt."))),
    Topic(
      "Møte med de folkevalgte",
      "Hva vil vi at politikerne skal vite om hverdagen her?",
      said: "Vi valgte to saker og øvde på å si dem kort."),
    Topic(
      "Plan for nærmiljøet",
      "Kommunen lager en plan for gangveier og møteplasser.",
      said: "Benker, lys og brøyting om vinteren betyr mer enn store planer, mente rådet.",
      Motion(
        "Brukerrådet råder ledelsen til å melde inn benker og bedre lys langs gangveien.",
        .followed("Innspillet er sendt i rådets navn."),
        .partly("Benkene er meldt inn. Lysene hører til et annet prosjekt som er i gang."))),
    Topic(
      "Klart språk i brev og meldinger", .proposal,
      "Er det vi skriver, lett å forstå?",
      said: "Vi leste tre brev høyt for hverandre. To av dem måtte leses to ganger.",
      Motion(
        "Brukerrådet råder ledelsen til å la to fra rådet lese faste brev før de sendes.",
        .followed("De tre vanligste brevene er skrevet om sammen med rådet."),
        .notFollowed(
          .law,
          "Brevene følger kommunens felles maler, som har tekst loven krever. Vi kan ikke endre dem"
            + " her. Rådets forslag er sendt til dem som eier malene, og vi legger ved et eget ark"
            + " i klart språk."))),
    Topic(
      "Lys og varme", .proposal,
      "Strømmen koster mer enn før. Hvor kan vi spare uten at det merkes?",
      said: "Vi gikk gjennom rommene. Ingen vil ha det kaldere der folk sitter stille.",
      Motion(
        "Brukerrådet råder ledelsen til å senke varmen om natta og i rom som ikke er i bruk.",
        .followed("Styringen er stilt om sammen med vaktmesteren."),
        .notFollowed(
          .safety,
          "Ventilasjon og varme henger sammen i dette bygget. Senkes varmen, blir lufta for fuktig,"
            + " og det kan gi råte og dårlig inneklima. Vi bytter til sparepærer og ber om ny"
            + " styring."))),
  ]
}
