import Kernel

extension RuleSet {
  static let composition = RuleSection(
    title: Text(nb: "Hvem som sitter der", nn: "Kven som sit der"),
    fields: [
      .count(
        "size", "size", \.size,
        Text(nb: "Hvor mange som stemmer, i alt", nn: "Kor mange som røystar, i alt"),
        Text(
          nb: "«3,5» er tre eller fem, «2-6» er fra to til seks. Tomt: bare gruppene bestemmer.",
          nn: "«3,5» er tre eller fem, «2-6» er frå to til seks. Tomt: berre gruppene avgjer.",
          en: "How many who vote there may be in all: `3,5`, `2-6`, or empty for any number.")),
      .choice(
        "deputies", "deputies", \.deputies,
        Text(nb: "Vara", nn: "Vara"),
        Text(
          nb: "Hvem som møter når et medlem er borte.",
          nn: "Kven som møter når ein medlem er borte.",
          en: "Which deputies its members have.")),
      .choice(
        "gender", "balance_rule", \.gender,
        Text(nb: "Kjønn", nn: "Kjønn"),
        Text(
          nb: "Loven krever 40 prosent i noen råd. Vi lagrer ja eller nei, ikke hvem.",
          nn: "Lova krev 40 prosent i nokre råd. Vi lagrar ja eller nei, ikkje kven.",
          en: "Whether the law's rule on gender balance applies.")),
      .choice(
        "age", "years_rule", \.age,
        Text(nb: "Alder", nn: "Alder"),
        Text(
          nb:
            "Loven krever det i eldreråd og ungdomsråd. Vi lagrer ja eller nei, ikke fødselsdato.",
          nn: "Lova krev det i eldreråd og ungdomsråd. Vi lagrar ja eller nei, ikkje fødselsdato.",
          en: "Which age rule applies on the day of the election.")),
    ])
}
