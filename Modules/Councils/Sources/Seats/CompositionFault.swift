import Kernel
import Tenancy

/// One way in which proposed seats break the rules; `at` is the seat's place in the request.
package enum CompositionFault: Sendable, Hashable {
  case groupIsUnknown(at: String, known: [String])
  /// `at` is the first seat too many, if there are too many.
  case groupHasAnotherNumber(SeatGroup, has: Int, at: String?)
  case totalIsNotAllowed(NumberRule, has: Int)
  case unitLeaderLeads(at: String)
  case leaderIsMissing
  case thereIsALeaderAlready(at: String)
  case leaderIsNoUserRepresentative(at: String)
  case deputyIsMissing(at: String)
  case seatHasNoDeputy(at: String)
  case personHasASeat(at: String)
  case deputyHasASeat(at: String)
  case deputyStandsInForAnother(at: String)
  /// Those who sit there were chosen with another right to vote than the rules give the group now.
  case groupVotesOtherwise(SeatGroup)
  /// Some sit in a group that the rules no longer have.
  case groupIsGone(String, has: Int)
}

extension CompositionFault {
  /// The fault beside the field where it can be put right.
  var problem: FieldProblem { FieldProblem(field, text) }

  private var field: String {
    switch self {
    case .totalIsNotAllowed, .leaderIsMissing, .groupVotesOtherwise, .groupIsGone: "seats"
    case .groupHasAnotherNumber(_, _, let place): place.map { "\($0).group" } ?? "seats"
    case .groupIsUnknown(let place, _): "\(place).group"
    case .thereIsALeaderAlready(let place), .leaderIsNoUserRepresentative(let place),
      .unitLeaderLeads(let place):
      "\(place).leader"
    case .deputyIsMissing(let place), .seatHasNoDeputy(let place): "\(place).deputyName"
    case .personHasASeat(let place): "\(place).email"
    case .deputyHasASeat(let place), .deputyStandsInForAnother(let place): "\(place).deputyEmail"
    }
  }

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
    case .deputyStandsInForAnother:
      Text(
        nb: "Varaen er vara for et annet medlem. Hvert medlem skal ha sin egen.",
        nn: "Varaen er vara for ein annan medlem. Kvar medlem skal ha sin eigen.",
        en: "The deputy stands in for another member. Each member has their own.")
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
      nb: "Det skal være \(number.nb) i gruppen «\(group.name.nb)»; du har \(count).",
      nn: "Det skal vere \(number.nn) i gruppa «\(group.name.nn)»; du har \(count).",
      en: "There shall be \(number.en) in the group «\(group.name.en)»; you have \(count).")
  }

  private func total(_ size: NumberRule, _ count: Int) -> Text {
    let number = size.text
    return Text(
      nb: "Det skal være \(number.nb) som stemmer i alt; du har \(count).",
      nn: "Det skal vere \(number.nn) som røystar i alt; du har \(count).",
      en: "There shall be \(number.en) who vote in all; you have \(count).")
  }
}
