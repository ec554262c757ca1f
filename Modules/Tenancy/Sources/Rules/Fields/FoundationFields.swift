import Kernel

extension RuleSet {
  static let foundation = RuleSection(
    title: Text(nb: "Hva rådet er", nn: "Kva rådet er"),
    fields: [
      .passage(
        "purpose", "purpose", \.purpose,
        Text(nb: "Hva rådet er til for, på bokmål", nn: "Kva rådet er til for, på bokmål"),
        Text(
          nb: "Det rådet skal fremme og arbeide for. Vises på rådets egen side.",
          nn: "Det rådet skal fremje og arbeide for. Blir vist på rådet si eiga side.",
          en: "What the council is there to further and work for, in bokmål (R049, R051).")),
      .passage(
        "purposeNn", "purpose_nn", \.purposeNn,
        Text(nb: "Hva rådet er til for, på nynorsk", nn: "Kva rådet er til for, på nynorsk"),
        Text(
          nb: "Det samme på nynorsk. Uten det vises teksten på bokmål.",
          nn: "Det same på nynorsk. Utan det blir teksten på bokmål vist.",
          en: "The same in nynorsk; pages show the other one while it is empty.")),
      .choice(
        "legalBasis", "legal_basis", \.legalBasis,
        Text(nb: "Hva rådet bygger på", nn: "Kva rådet byggjer på"),
        Text(
          nb: "Loven som krever rådet, eller kommunens eget vedtak. Navnet på rådet sier ikke det.",
          nn:
            "Lova som krev rådet, eller kommunen sitt eige vedtak. Namnet på rådet seier ikkje det.",
          en: "The law or the decision it stands on.")),
      .text(
        "legalReference", "legal_reference", \.legalReference,
        Text(nb: "Henvisning", nn: "Tilvising"),
        Text(
          nb: "Paragraf, sak og dato, for eksempel «bystyresak 127/15».",
          nn: "Paragraf, sak og dato, til dømes «bystyresak 127/15».",
          en: "The section, or the case and its date.")),
      .choices(
        "fulfils", "fulfils", \.fulfils,
        Text(nb: "Er også", nn: "Er òg"),
        Text(
          nb: "Organer som loven krever, og som dette rådet er samtidig.",
          nn: "Organ som lova krev, og som dette rådet er samtidig.",
          en: "The bodies of the law that this council is as well.")),
      .choice(
        "advises", "advises", \.advises,
        Text(nb: "Gir råd til", nn: "Gir råd til"),
        Text(
          nb: "Den som skal lytte, og som må begrunne hvis rådet ikke følges.",
          nn: "Den som skal lytte, og som må grunngi om rådet ikkje blir følgt.",
          en: "Who is advised, and must answer.")),
      .choice(
        "power", "power", \.power,
        Text(nb: "Kan avgjøre", nn: "Kan avgjere"),
        Text(
          nb: "De fleste råd gir råd og avgjør ingenting selv.",
          nn: "Dei fleste råd gir råd og avgjer ingenting sjølve.",
          en: "What it decides by itself.")),
      .flag(
        "isHearingBody", "is_hearing_body", \.isHearingBody,
        Text(nb: "Er høringsinstans", nn: "Er høyringsinstans"),
        Text(
          nb: "Får saker på høring fra kommunedirektøren.",
          nn: "Får saker på høyring frå kommunedirektøren.",
          en: "Whether hearings are sent to it (R127).")),
      .flag(
        "statementsFollowCase", "statements_follow_case", \.statementsFollowCase,
        Text(nb: "Uttalelser følger saken", nn: "Fråsegner følgjer saka"),
        Text(
          nb: "Det rådet uttaler, er med helt til den som avgjør til slutt.",
          nn: "Det rådet uttaler, er med heilt til den som avgjer til slutt.",
          en: "Whether its statements follow a case to whoever decides last.")),
    ])
}
