import Kernel

extension RuleSet {
  static let election = RuleSection(
    title: Text(nb: "Valg og periode", nn: "Val og periode"),
    fields: [
      .choice(
        "term", "term", \.term,
        Text(nb: "Perioden varer", nn: "Perioden varer"),
        Text(
          nb: "Et antall år, eller så lenge kommunestyret sitter.",
          nn: "Eit tal år, eller så lenge kommunestyret sit.",
          en: "What decides how long members sit.")),
      .number(
        "termYears", "term_years", \.termYears, in: 1...4,
        Text(nb: "Antall år", nn: "Talet på år"),
        Text(
          nb: "Hvor mange år hvert medlem velges for.",
          nn: "Kor mange år kvar medlem blir vald for.",
          en: "For how many years members are chosen.")),
      .number(
        "maxTerms", "max_terms", \.maxTerms, in: 0...9,
        zero: Text(nb: "så mange som helst", nn: "så mange som helst", en: "any number"),
        Text(nb: "Høyeste antall perioder", nn: "Høgste talet på periodar"),
        Text(
          nb: "0 betyr så mange som helst.", nn: "0 tyder så mange som helst.",
          en: "How many terms one may sit; 0 is any number.")),
      .flag(
        "mayBeReelected", "may_be_reelected", \.mayBeReelected,
        Text(nb: "Kan velges igjen", nn: "Kan veljast att"),
        Text(
          nb: "Om et medlem kan sitte en periode til.",
          nn: "Om ein medlem kan sitje ein periode til.",
          en: "Whether a member may be chosen again (R135).")),
      .text(
        "candidatesBy", "candidates_by", \.candidatesBy,
        Text(nb: "Frist for forslag til kandidater", nn: "Frist for framlegg til kandidatar"),
        Text(
          nb: "Måned og dag, for eksempel 09-15. Tomt: ingen fast frist.",
          nn: "Månad og dag, til dømes 09-15. Tomt: ingen fast frist.",
          en: "By which day of the year candidates are proposed, `MM-DD`; empty for none.")),
      .choice(
        "personBallot", "person_ballot", \.personBallot,
        Text(nb: "Valg av personer", nn: "Val av personar"),
        Text(
          nb: "Hvordan rådet stemmer når det velger personer.",
          nn: "Korleis rådet røystar når det vel personar.",
          en: "How the council votes on persons.")),
      .flag(
        "anyMemberMayDemandWrittenBallot", "any_member_may_demand_written",
        \.anyMemberMayDemandWrittenBallot,
        Text(
          nb: "Hver enkelt kan kreve skriftlig valg", nn: "Kvar einskild kan krevje skriftleg val"),
        Text(
          nb: "Kommuneloven gir denne retten i de lovfestede rådene.",
          nn: "Kommunelova gir denne retten i dei lovfesta råda.",
          en: "Whether any one member may demand a written ballot.")),
    ])

  static let offices = RuleSection(
    title: Text(nb: "Leder og sekretær", nn: "Leiar og sekretær"),
    fields: [
      .choice(
        "chair", "chair", \.chair,
        Text(nb: "Leder", nn: "Leiar"),
        Text(
          nb: "Hvem som leder rådet.", nn: "Kven som leier rådet.",
          en: "Who leads the council.")),
      .text(
        "chairFrom", "chair_from", \.chairFrom,
        Text(nb: "Hvem som peker ut lederen", nn: "Kven som peikar ut leiaren"),
        Text(
          nb: "Når rådet ikke velger selv: organet, eller vervet lederen har.",
          nn: "Når rådet ikkje vel sjølv: organet, eller vervet leiaren har.",
          en: "The body that names the chair, or the office the chair follows.")),
      .flag(
        "chairHasCastingVote", "chair_has_casting_vote", \.chairHasCastingVote,
        Text(nb: "Lederens stemme avgjør", nn: "Røysta til leiaren avgjer"),
        Text(
          nb: "Når det er like mange stemmer for og mot.",
          nn: "Når det er like mange røyster for og mot.",
          en: "Whether the chair has a casting vote.")),
      .choice(
        "viceChair", "vice_chair", \.viceChair,
        Text(nb: "Nestleder", nn: "Nestleiar"),
        Text(
          nb: "Hvem som leder når lederen er borte.", nn: "Kven som leier når leiaren er borte.",
          en: "Who stands in for the chair.")),
      .choice(
        "secretary", "secretary", \.secretary,
        Text(nb: "Sekretær", nn: "Sekretær"),
        Text(
          nb: "Hvem som skriver referatet. Sekretæren stemmer ikke.",
          nn: "Kven som skriv referatet. Sekretæren røystar ikkje.",
          en: "Who is the secretary, who has no vote.")),
    ])
}
