import Kernel

extension RuleSet {
  static let advice = RuleSection(
    title: Text(nb: "Råd og svar", nn: "Råd og svar"),
    fields: [
      .number(
        "answerDays", "answer_days", \.answerDays, in: 1...365,
        Text(nb: "Dager til svar", nn: "Dagar til svar"),
        Text(
          nb: "Innen hvor mange dager lederen skal svare på et vedtak.",
          nn: "Innan kor mange dagar leiaren skal svare på eit vedtak.",
          en: "Within how many days a resolution must be answered.")),
      .choice(
        "reasons", "reasons", \.reasons,
        Text(nb: "Svaret skal begrunnes", nn: "Svaret skal grunngivast"),
        Text(
          nb: "Når rådet ikke følges, skal det alltid begrunnes.",
          nn: "Når rådet ikkje blir følgt, skal det alltid grunngivast.",
          en: "When an answer gives reasons; never may not be chosen.")),
      .flag(
        "asksForWeightyReasons", "asks_for_weighty_reasons", \.asksForWeightyReasons,
        Text(nb: "Spør etter tungtveiende grunner", nn: "Spør etter tungtvegande grunnar"),
        Text(
          nb: "Lederen velger også hva slags grunn det er.",
          nn: "Leiaren vel òg kva slags grunn det er.",
          en: "Whether the kind of weighty reason is asked for (R105).")),
      .number(
        "hearingDays", "hearing_days", \.hearingDays, in: 1...365,
        Text(nb: "Dager til høringsfrist", nn: "Dagar til høyringsfrist"),
        Text(
          nb: "Fristen en høring får når ingen setter en annen.",
          nn: "Fristen ei høyring får når ingen set ein annan.",
          en: "The usual deadline of a hearing, in days.")),
    ])

  static let year = RuleSection(
    title: Text(nb: "Gjennom året", nn: "Gjennom året"),
    fields: [
      .choices(
        "annualEvents", "annual_events", \.annualEvents,
        Text(nb: "Hvert år", nn: "Kvart år"),
        Text(
          nb: "Det rådet skal være med på eller lage én gang i året.",
          nn: "Det rådet skal vere med på eller lage éin gong i året.",
          en: "What happens once a year.")),
      .choice(
        "invites", "invites", \.invites,
        Text(nb: "Politikere som inviteres", nn: "Politikarar som blir inviterte"),
        Text(
          nb: "Hvem som får innkallingene og kan møte.",
          nn: "Kven som får innkallingane og kan møte.",
          en: "Which politicians are invited to meetings (R129).")),
      .flag(
        "isPaid", "is_paid", \.isPaid,
        Text(nb: "Medlemmene får godtgjøring", nn: "Medlemmene får godtgjersle"),
        Text(
          nb: "Beløpet hører til i lønnssystemet, ikke her.",
          nn: "Beløpet høyrer til i lønssystemet, ikkje her.",
          en: "Whether members are paid for meetings; the amount is not ours.")),
    ])
}
