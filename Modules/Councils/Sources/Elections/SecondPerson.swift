import Database
import Kernel
import UseCases

extension Election {
  /// Refuses whoever has a hand in it already: who entered the count, who had somebody named instead of
  /// elected, and whoever stands in it.
  ///
  /// - Throws: `SecondPersonRefusal`.
  func mustBeConfirmed(by person: Member, in work: borrowing Work) throws {
    guard enteredBy != person.id else { throw SecondPersonRefusal.anotherPersonConfirms }
    guard calledBy != person.id else { throw SecondPersonRefusal.anotherPersonConfirmsTheNaming }
    try mustNotBeStanding(person, in: work)
  }

  /// - Throws: `SecondPersonRefusal.youStandYourself`.
  func mustNotBeStanding(_ person: Member, in work: borrowing Work) throws {
    guard try !isStanding(person, in: work) else { throw SecondPersonRefusal.youStandYourself }
  }

  /// Whether somebody stands in it or stood, alone or as another's deputy.
  func isStanding(_ person: Member, in work: borrowing Work) throws -> Bool {
    let candidate: ID<ElectionCandidate>? = try work.value(
      """
      SELECT c.id FROM councils_candidate c JOIN identity_person p
        ON p.email IN (c.email, c.deputy_email) OR p.id IN (c.person_id, c.deputy_id)
      WHERE c.election_id = \(id) AND p.id = \(person.id)
      """)
    return candidate != nil
  }
}

extension ElectionResult {
  /// Confirms how ties are broken, after which it stands.
  ///
  /// - Throws: `SecondPersonRefusal.anotherPersonConfirmsTheTie`.
  func confirmTies(by person: Member, in work: borrowing Work) throws {
    let tied = unconfirmedTies.joined()
    guard !tied.contains(where: { $0.tieEnteredBy == person.id }) else {
      throw SecondPersonRefusal.anotherPersonConfirmsTheTie
    }
    try work.run(
      """
      UPDATE councils_candidate SET tie_rank = tie_proposal, tie_confirmed_by = \(person.id)
      WHERE id IN (\(list: tied.filter { $0.tieRank == nil }.map(\.id)))
      """)
  }
}

/// Why whoever asks is not the second person that an election needs.
package enum SecondPersonRefusal: Refusal, Equatable {
  case anotherPersonConfirms
  case anotherPersonConfirmsTheNaming
  case anotherPersonConfirmsTheTie
  case anotherPersonSetsAside
  case youStandYourself

  package var kind: RefusalKind { .conflict }

  package var text: Text {
    switch self {
    case .anotherPersonConfirms:
      Text(
        nb: "Du skrev inn opptellingen. En annen må se på tallene og bekrefte dem.",
        nn: "Du skreiv inn oppteljinga. Ein annan må sjå på tala og stadfeste dei.",
        en: "You entered the count. Another person must look at it and confirm it.")
    case .anotherPersonConfirmsTheNaming:
      Text(
        nb: "Du bestemte at noen skulle pekes ut i stedet for å velges. En annen må bekrefte hvem.",
        nn: "Du bestemte at nokon skulle peikast ut i staden for å veljast. Ein annan må stadfeste"
          + " kven.",
        en: "You had somebody named instead of elected. Another person must confirm who.")
    case .anotherPersonConfirmsTheTie:
      Text(
        nb: "Du skrev inn hvem som kommer først av dem med like mange stemmer. En annen må bekrefte"
          + " det.",
        nn:
          "Du skreiv inn kven som kjem først av dei med like mange røyster. Ein annan må stadfeste"
          + " det.",
        en: "You entered who comes first of those with as many votes. Another person confirms it.")
    case .anotherPersonSetsAside:
      Text(
        nb: "Du bekreftet dette valget. En annen må sette det til side.",
        nn: "Du stadfesta dette valet. Ein annan må setje det til side.",
        en: "You confirmed this election. Another person must set it aside.")
    case .youStandYourself:
      Text(
        nb: "Du stiller selv til dette valget. La en som ikke stiller, gjøre dette.",
        nn: "Du stiller sjølv til dette valet. La ein som ikkje stiller, gjere dette.",
        en: "You stand in this election yourself. Let somebody do this who does not stand.")
    }
  }
}
