import Kernel

extension RuleSetFault {
  /// The fault beside the field where it can be put right; `places` is where each group was read.
  package func problem(at places: [String]) -> FieldProblem {
    func place(_ group: Int, _ field: String) -> String {
      "\(places.indices.contains(group) ? places[group] : "groups.\(group)").\(field)"
    }
    let field =
      switch self {
      case .nobodyVotes: "groups"
      case .groupHasNoCode(let group), .groupStandsTwice(let group): place(group, "code")
      case .groupFollowsNoGroup(let group, _), .groupsFollowEachOther(let group):
        place(group, "number")
      case .userGroupIsNotOnTheList(let group): place(group, "userGroup")
      case .sizeFollowsAGroup, .sizeCannotBeReached: "size"
      case .quorumHasNoNumber, .quorumNumberIsNotUsed, .quorumIsTooHigh: "quorumNumber"
      case .halfNeedsTwoYears: "termYears"
      case .oneTermIsNoReelection: "maxTerms"
      case .candidatesByIsNoDay: "candidatesBy"
      case .chairIsMissing: "chair"
      case .chairComesFromNowhere: "chairFrom"
      case .mandatoryNowhere: "unitTypes"
      }
    return FieldProblem(field, text)
  }

  /// What contradicts what, and what to do.
  package var text: Text {
    switch self {
    case .nobodyVotes, .groupHasNoCode, .groupStandsTwice, .groupFollowsNoGroup,
      .groupsFollowEachOther, .userGroupIsNotOnTheList:
      ofGroups
    case .sizeFollowsAGroup, .sizeCannotBeReached, .quorumHasNoNumber, .quorumNumberIsNotUsed,
      .quorumIsTooHigh:
      ofSize
    case .halfNeedsTwoYears:
      Text(
        nb: "Når halve rådet er på valg om gangen, må perioden vare i minst to år.",
        nn: "Når halve rådet er på val om gongen, må perioden vare i minst to år.",
        en: "When half of the council is elected at a time, a term lasts two years or more.")
    case .oneTermIsNoReelection:
      Text(
        nb:
          "Gjenvalg og høyeste antall perioder passer ikke sammen. Skriv 0, eller endre gjenvalg.",
        nn:
          "Attval og det høgste talet på periodar passar ikkje saman. Skriv 0, eller endre attval.",
        en: "Re-election and the number of terms do not fit. Write 0, or change re-election.")
    case .candidatesByIsNoDay:
      Text(
        nb: "Skriv måned og dag med to sifre hver, for eksempel 09-15, eller la feltet stå tomt.",
        nn: "Skriv månad og dag med to siffer kvar, til dømes 09-15, eller la feltet stå tomt.",
        en: "Write a month and a day as MM-DD, such as 09-15, or leave it empty.")
    case .chairIsMissing:
      Text(
        nb: "Et råd skal ha en leder. Velg hvem.", nn: "Eit råd skal ha ein leiar. Vel kven.",
        en: "A council has a leader. Choose who it is.")
    case .chairComesFromNowhere:
      Text(
        nb: "Skriv hvem som peker ut lederen, eller hvilket verv lederen har.",
        nn: "Skriv kven som peikar ut leiaren, eller kva verv leiaren har.",
        en: "Write who names the chair, or which office the chair holds.")
    case .mandatoryNowhere:
      Text(
        nb: "Et råd som skal finnes, må finnes et sted. Kryss av for hva slags enheter.",
        nn: "Eit råd som skal finnast, må finnast ein stad. Kryss av for kva slags einingar.",
        en: "A council that must be, must be somewhere. Name the kinds of units.")
    }
  }

  private var ofGroups: Text {
    switch self {
    case .groupHasNoCode:
      Text(
        nb: "Skriv et kort ord som kode: bokstaver, tall og bindestrek.",
        nn: "Skriv eit kort ord som kode: bokstavar, tal og bindestrek.",
        en: "Write a short word as code: letters, digits and hyphens.")
    case .groupStandsTwice:
      Text(
        nb: "En annen gruppe har denne koden. Gi gruppen en egen kode.",
        nn: "Ei anna gruppe har denne koden. Gi gruppa ein eigen kode.",
        en: "Another group has this code. Give each group its own.")
    case .groupFollowsNoGroup(_, let code):
      Text(
        nb: "Ingen gruppe har koden «\(code)». Skriv koden til en av gruppene etter =.",
        nn: "Inga gruppe har koden «\(code)». Skriv koden til ei av gruppene etter =.",
        en: "No group has the code «\(code)». Write the code of one of the groups after =.")
    case .groupsFollowEachOther:
      Text(
        nb: "Gruppene skal være like mange som hverandre, og ingen har et tall. Skriv et tall her.",
        nn: "Gruppene skal vere like mange som kvarandre, og inga har eit tal. Skriv eit tal her.",
        en: "The groups follow each other's number in a circle. Write a number here.")
    case .userGroupIsNotOnTheList:
      Text(
        nb: "Kommunen har ingen slik brukergruppe på listen. Velg en som står der.",
        nn: "Kommunen har inga slik brukargruppe på lista. Vel ei som står der.",
        en: "The kommune has no such user group on its list. Choose one of /user-groups.")
    default:
      Text(
        nb: "Ingen i rådet stemmer. Kryss av for at minst én gruppe stemmer, og gi den et antall.",
        nn: "Ingen i rådet røystar. Kryss av for at minst éi gruppe røystar, og gi ho eit tal.",
        en: "Nobody votes in the council. Let one group vote at least, and give it a number.")
    }
  }

  private var ofSize: Text {
    switch self {
    case .sizeCannotBeReached(let size):
      Text(
        nb: "Gruppene kan aldri bli \(size.text.nb) til sammen. Endre tallet her eller i gruppene.",
        nn: "Gruppene kan aldri bli \(size.text.nn) til saman. Endre talet her eller i gruppene.",
        en: "The groups never add up to \(size.text.en). Change the number here or of the groups.")
    case .quorumHasNoNumber:
      Text(
        nb: "Skriv hvor mange som må være til stede, eller velg en annen regel.",
        nn: "Skriv kor mange som må vere til stades, eller vel ein annan regel.",
        en: "Write how many must be there, or choose another rule.")
    case .quorumNumberIsNotUsed:
      Text(
        nb: "Tallet brukes ikke med denne regelen. Skriv 0, eller velg «et eget antall».",
        nn: "Talet blir ikkje brukt med denne regelen. Skriv 0, eller vel «eit eige tal».",
        en: "This rule does not use the number. Write 0, or choose `number`.")
    case .quorumIsTooHigh(let most):
      Text(
        nb: "Det kan aldri være flere enn \(most) som stemmer. Skriv et lavere tall.",
        nn: "Det kan aldri vere fleire enn \(most) som røystar. Skriv eit lågare tal.",
        en: "There are never more than \(most) who vote. Write a lower number.")
    default:
      Text(
        nb: "Skriv et tall her, for eksempel 3, 3,5 eller 2-6. Gruppene har egne tall.",
        nn: "Skriv eit tal her, til dømes 3, 3,5 eller 2-6. Gruppene har eigne tal.",
        en: "Write a number here, such as `3`, `3,5` or `2-6`; groups have their own.")
    }
  }
}
