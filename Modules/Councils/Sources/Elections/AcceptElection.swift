import Database
import Kernel
import Tenancy
import UseCases
import Web

/// Records that somebody who was elected takes the place, or does not; then the next one moves up.
///
/// Those who have an account can answer for themselves; for anybody whoever holds the election writes
/// down what they said. An answer stands, but to be a deputy is another thing than to be a member: whoever
/// moves up is asked anew.
package struct AcceptElection: UseCase, Readable {
  let election: ID<Election>
  let candidate: ID<ElectionCandidate>
  let answer: ElectionAnswer

  package static let permission = Permission.holdElection

  package init(_ input: inout Input) {
    election = input.id("election", "The election.")
    candidate = input.id("candidate", "Who was elected.")
    answer = input.choice("answer", "Whether they take the place.") ?? .declined
  }

  /// When the last one has said yes, the election is settled.
  ///
  /// - Throws: `ElectionRefusal`; `.hasNoPlaceToTake`; `.tieIsOpen`; `.hasAnswered`.
  package func perform(in work: borrowing Work) throws -> Election {
    let own = try Self.own(in: election, work)
    let (election, council) = try Election.change(
      election, for: Self.permission, asOwn: own == candidate, in: work)
    let candidate = try ElectionCandidate.find(candidate, of: election.id, in: work)
    try election.mustBe(.confirmed)
    let rules = try council.rules(in: work)
    let place = try place(of: candidate, in: election, under: rules, work)
    try work.run(
      """
      UPDATE councils_candidate
      SET answer = \(answer), answered_for = \(place), answered_on = \(OsloTime(work.now).day)
      WHERE id = \(candidate.id)
      """)
    try work.record(
      "election-answered", election.id,
      [
        "candidate": "\(candidate.id)", "place": place.rawValue, "answer": answer.rawValue,
      ])
    try Settlement(of: election, under: rules, in: work)?.save(in: work)
    return try Election.find(election.id, in: work)
  }

  /// What there is to answer to, when it is known who has it.
  private func place(
    of candidate: ElectionCandidate, in election: Election, under rules: RuleSet,
    _ work: borrowing Work
  ) throws -> ElectedPlace {
    let all = try ElectionCandidate.all(of: election.id, in: work)
    let result = ElectionResult(all, of: election, under: rules)
    guard !result.openTies.joined().contains(where: { $0.id == candidate.id }) else {
      throw Refusal.tieIsOpen
    }
    guard let place = result.place(of: candidate.id) else {
      throw candidate.answer == nil ? Refusal.hasNoPlaceToTake : .hasAnswered
    }
    guard candidate.answer(to: place) == nil else { throw Refusal.hasAnswered }
    return place
  }

  /// The candidate that whoever asks is, by the address of their account.
  static func own(
    in election: ID<Election>, _ work: borrowing Work
  ) throws -> ID<ElectionCandidate>? {
    guard let member = work.actor.member else { return nil }
    return try work.value(
      """
      SELECT c.id FROM councils_candidate c JOIN identity_person p ON p.email = c.email
      WHERE c.election_id = \(election) AND p.id = \(member.id)
      """)
  }

  static let routes = Route.changing(
    Self.self, api: "/elections/{election}/answers", page: CouncilsPaths.electionAnswers,
    form: CouncilsPaths.election, "Record whether somebody who was elected takes the place.",
    done: Text(nb: "Svaret er registrert.", nn: "Svaret er registrert."))
}

extension AcceptElection {
  /// Why an answer is not taken.
  package enum Refusal: Kernel.Refusal, Equatable {
    case hasNoPlaceToTake
    case tieIsOpen
    case hasAnswered

    package var kind: RefusalKind { .conflict }

    package var text: Text {
      switch self {
      case .hasNoPlaceToTake:
        Text(
          nb: "Denne kandidaten har ikke fått en plass å svare på.",
          nn: "Denne kandidaten har ikkje fått ein plass å svare på.",
          en: "This candidate has no place to answer for.")
      case .tieIsOpen:
        Text(
          nb: "Noen har like mange stemmer, og det er ikke avgjort hvem som får plassen. Avgjør det"
            + " først.",
          nn: "Nokon har like mange røyster, og det er ikkje avgjort kven som får plassen. Avgjer"
            + " det først.",
          en: "Some have as many votes, and it is not decided who gets the place. Decide it first.")
      case .hasAnswered:
        Text(
          nb: "Svaret er gitt og står. Den som vil slutte senere, melder det til sekretæren.",
          nn: "Svaret er gitt og står. Den som vil slutte seinare, melder det til sekretæren.",
          en: "The answer was given and stands. Whoever wants to leave later tells the secretary.")
      }
    }
  }
}
