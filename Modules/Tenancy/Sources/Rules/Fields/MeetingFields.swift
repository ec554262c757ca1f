import Kernel

extension RuleSet {
  static let meetings = RuleSection(
    title: Text(nb: "Møtene", nn: "Møta"),
    fields: [
      .choice(
        "quorum", "quorum", \.quorum,
        Text(nb: "Hvor mange må være til stede", nn: "Kor mange må vere til stades"),
        Text(
          nb: "For at rådet kan stemme.", nn: "For at rådet kan røyste.",
          en: "How many must be there for a vote.")),
      .number(
        "quorumNumber", "quorum_number", \.quorumNumber, in: 0...NumberRule.most,
        zero: Text(same: "–"),
        Text(nb: "Eget antall", nn: "Eige tal"),
        Text(
          nb: "Brukes bare når regelen over er et eget antall.",
          nn: "Blir berre brukt når regelen over er eit eige tal.",
          en: "The number when `quorum` is `number`; otherwise 0.")),
      .choice(
        "tie", "tie", \.tie,
        Text(nb: "Like mange stemmer", nn: "Like mange røyster"),
        Text(
          nb: "Hva som gjelder når stemmene står likt.",
          nn: "Kva som gjeld når røystene står likt.",
          en: "What an equal number of votes means.")),
      .number(
        "meetingsPerYear", "meetings_per_year", \.meetingsPerYear, in: 0...52,
        zero: Text(nb: "ikke bestemt", nn: "ikkje bestemt", en: "not decided"),
        Text(nb: "Minst så mange møter i året", nn: "Minst så mange møte i året"),
        Text(
          nb: "0 betyr at det ikke er bestemt.", nn: "0 tyder at det ikkje er bestemt.",
          en: "The fewest meetings in a year; 0 when nobody has decided.")),
      .number(
        "noticeDays", "notice_days", \.noticeDays, in: 0...60,
        zero: Text(nb: "i rimelig tid før", nn: "i rimeleg tid før", en: "in good time"),
        Text(nb: "Dager før møtet innkallingen går ut", nn: "Dagar før møtet innkallinga går ut"),
        Text(
          nb: "0 betyr i rimelig tid før, som loven sier.",
          nn: "0 tyder i rimeleg tid før, som lova seier.",
          en: "How many days before a meeting its notice goes out; 0 is in good time.")),
      .choice(
        "lateItems", "late_items", \.lateItems,
        Text(nb: "Saker som kommer sent", nn: "Saker som kjem seint"),
        Text(
          nb: "Når en sak kan tas opp selv om den ikke sto i innkallingen.",
          nn: "Når ei sak kan takast opp sjølv om ho ikkje stod i innkallinga.",
          en: "When an item that was not in the notice can be treated.")),
      .choices(
        "meetingsDemandedBy", "meetings_demanded_by", \.meetingsDemandedBy,
        Text(nb: "Kan kreve et møte", nn: "Kan krevje eit møte"),
        Text(
          nb: "Hvem som kan få holdt et møte utenom planen.",
          nn: "Kven som kan få halde eit møte utanom planen.",
          en: "Who can demand a meeting beside the plan.")),
      .flag(
        "treatsPersonnel", "treats_personnel", \.treatsPersonnel,
        Text(nb: "Tar opp personalsaker", nn: "Tek opp personalsaker"),
        Text(
          nb: "De fleste råd gjør det ikke. Saker om én bruker kan aldri tas opp.",
          nn: "Dei fleste råd gjer det ikkje. Saker om éin brukar kan aldri takast opp.",
          en: "Whether personnel matters may be treated; single users' cases never are.")),
      .flag(
        "treatsComplaints", "treats_complaints", \.treatsComplaints,
        Text(nb: "Tar opp klager", nn: "Tek opp klager"),
        Text(
          nb: "Klager har ellers sin egen vei i kommunen.",
          nn: "Klager har elles sin eigen veg i kommunen.",
          en: "Whether complaints may be treated.")),
      .choice(
        "openness", "openness", \.openness,
        Text(nb: "Åpenhet", nn: "Openheit"),
        Text(
          nb: "Hva andre kan følge med på.", nn: "Kva andre kan følgje med på.",
          en: "What others can follow.")),
      .choice(
        "publication", "publication", \.publication,
        Text(nb: "Godkjente referater", nn: "Godkjende referat"),
        Text(
          nb: "Når referatet legges ut for alle.", nn: "Når referatet blir lagt ut for alle.",
          en: "How approved minutes are published.")),
      .flag(
        "hasPlainMinutes", "has_plain_minutes", \.hasPlainMinutes,
        Text(nb: "Lettlest referat", nn: "Lettlese referat"),
        Text(
          nb: "Referatet skrives også i en lettlest utgave.",
          nn: "Referatet blir òg skrive i ei lettlesen utgåve.",
          en: "Whether minutes are written in plain language, too (K5).")),
    ])
}
