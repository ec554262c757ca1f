import Kernel
import Tenancy

extension CompositionFault {
  /// What is wrong, and what to do.
  var text: Text {
    switch self {
    case .groupIsUnknown(_, let known): groupIsUnknown(known)
    case .groupHasAnotherNumber(let group, let count, _): number(in: group, count)
    case .totalIsNotAllowed(let size, let count): total(size, count)
    case .unitLeaderLeads:
      Text(
        nb: "Lederen for enheten leder dette rådet. Ikke kryss av for noen andre.",
        nn: "Leiaren for eininga leier dette rådet. Ikkje kryss av for nokon andre.",
        en: "The unit's leader leads this council. Mark no seat as leader.")
    case .leaderIsMissing, .thereIsALeaderAlready:
      Text(
        nb: "Rådet skal ha én leder. Kryss av for én.",
        nn: "Rådet skal ha éin leiar. Kryss av for éin.",
        en: "The council shall have one leader. Mark exactly one seat.")
    case .leaderIsNoUserRepresentative:
      Text(
        nb: "Lederen skal være en av brukernes representanter.",
        nn: "Leiaren skal vere ein av representantane for brukarane.",
        en: "The leader shall be one of the user representatives.")
    case .deputyIsMissing:
      Text(
        nb: "Medlemmet skal ha en personlig vara. Skriv navn og e-post.",
        nn: "Medlemmen skal ha ein personleg vara. Skriv namn og e-post.",
        en: "The member shall have a personal deputy. Give a name and an address.")
    case .seatHasNoDeputy:
      Text(
        nb: "Denne plassen har ikke vara. La feltene for vara stå tomme.",
        nn: "Denne plassen har ikkje vara. La felta for vara stå tomme.",
        en: "This seat has no deputy. Leave the deputy out.")
    case .personHasASeat:
      Text(
        nb: "Denne personen har en plass fra før. Én person kan bare ha én plass.",
        nn: "Denne personen har ein plass frå før. Éin person kan berre ha éin plass.",
        en: "This person has a seat already. One person has one seat.")
    case .deputyHasASeat:
      Text(
        nb: "Varaen er selv medlem. Velg en annen.",
        nn: "Varaen er sjølv medlem. Vel ein annan.",
        en: "The deputy is a member too. Choose somebody else.")
    case .deputyStandsInForAnother:
      Text(
        nb: "Varaen er vara for et annet medlem. Hvert medlem skal ha sin egen.",
        nn: "Varaen er vara for ein annan medlem. Kvar medlem skal ha sin eigen.",
        en: "The deputy stands in for another member. Each member has their own.")
    case .commonDeputyIsMissing:
      Text(
        nb: "Rådet skal ha vara. Skriv minst én.", nn: "Rådet skal ha vara. Skriv minst éin.",
        en: "The council shall have deputies. Give at least one.")
    case .councilHasNoCommonDeputies:
      Text(
        nb: "Dette rådet har ikke vara for hele rådet. La feltene stå tomme.",
        nn: "Dette rådet har ikkje vara for heile rådet. La felta stå tomme.",
        en: "This council has no deputies for the whole. Leave them out.")
    case .thereIsADeputyAlready:
      Text(
        nb: "Rådet har én vara for alle. La den som er vara nå, slutte først.",
        nn: "Rådet har éin vara for alle. La den som er vara no, slutte først.",
        en: "The council has one deputy for all. Let the present one leave first.")
    case .memberIsADeputy:
      Text(
        nb: "Denne personen er vara for rådet. La personen slutte som vara først.",
        nn: "Denne personen er vara for rådet. La personen slutte som vara først.",
        en: "This person is a deputy of the council. Let them leave that place first.")
    case .organisationIsMissing:
      Text(
        nb: "Skriv hvilken organisasjon medlemmet kommer fra.",
        nn: "Skriv kva organisasjon medlemmen kjem frå.",
        en: "Name the organisation the member comes from.")
    case .organisationHasASeat:
      Text(
        nb: "Organisasjonen har en plass fra før. Hver organisasjon har én.",
        nn: "Organisasjonen har ein plass frå før. Kvar organisasjon har éin.",
        en: "The organisation has a seat already. Each organisation has one.")
    case .groupVotesOtherwise(let group):
      Text(
        nb:
          "De som sitter i gruppen «\(group.name.nb)», må velges på nytt: stemmeretten er en annen.",
        nn:
          "Dei som sit i gruppa «\(group.name.nn)», må veljast på nytt: røysteretten er ein annan.",
        en: "Those in the group «\(group.name.en)» must be chosen anew: their vote is another.")
    case .groupIsGone(let code, let count):
      Text(
        nb: "Gruppen «\(code)» finnes ikke lenger; \(count) sitter der.",
        nn: "Gruppa «\(code)» finst ikkje lenger; \(count) sit der.",
        en: "The group «\(code)» is gone; \(count) sit there.")
    }
  }

  private func groupIsUnknown(_ known: [String]) -> Text {
    let codes = known.joined(separator: ", ")
    return Text(
      nb: "Denne gruppen finnes ikke i reglene. Bruk en av: \(codes).",
      nn: "Denne gruppa finst ikkje i reglane. Bruk ei av: \(codes).",
      en: "The rules have no such group. Use one of: \(codes).")
  }

  private func number(in group: SeatGroup, _ count: Int) -> Text {
    let number = group.number.text
    return Text(
      nb: "Det skal være \(number.nb) i gruppen «\(group.name.nb)»; nå er det \(count).",
      nn: "Det skal vere \(number.nn) i gruppa «\(group.name.nn)»; no er det \(count).",
      en: "There shall be \(number.en) in the group «\(group.name.en)»; now there are \(count).")
  }

  private func total(_ size: NumberRule, _ count: Int) -> Text {
    let number = size.text
    return Text(
      nb: "Det skal være \(number.nb) som stemmer i alt; nå er det \(count).",
      nn: "Det skal vere \(number.nn) som røystar i alt; no er det \(count).",
      en: "There shall be \(number.en) who vote in all; now there are \(count).")
  }
}
