import Database
import Kernel
import Tenancy
import UseCases
import Web

/// Enters what was counted when the electing body voted, for another person to confirm.
///
/// Who voted for whom is known to nobody here.
package struct EnterCount: UseCase, Readable {
  let election: ID<Election>
  let version: Version
  let electors: Int
  let ballots: Int
  let votes: [CandidateVotes]

  package static let permission = Permission.holdElection

  package init(_ input: inout Input) {
    election = input.id("election", "The election.")
    version = input.version()
    electors = input.number("electors", in: 1...100_000, "How many could vote.") ?? 1
    ballots = input.number("ballots", in: 0...100_000, "How many voted, blank ones too.") ?? 0
    votes = input.list("votes", max: 200, "The votes of every candidate.") {
      CandidateVotes(
        candidate: $0.id("candidate", "The candidate."),
        votes: $0.number("votes", in: 0...100_000, "How many voted for them.") ?? 0)
    }
  }

  /// A count can be entered anew until it is confirmed; what broke a tie is then forgotten.
  ///
  /// - Throws: `ElectionRefusal`; `.nobodyVotes`; `.electionDayIsToCome`; `.writtenBallotIsDemanded`;
  ///   `.moreBallotsThanElectors`; `.moreVotesThanBallots`; `.countEveryCandidate`.
  package func perform(in work: borrowing Work) throws -> Election {
    let (election, council) = try Election.change(
      election, read: version, for: Self.permission, in: work)
    let person = try OwnAct.person(in: work)
    try election.mustBe(.called, .counted)
    guard election.kind == .elected else { throw Refusal.nobodyVotes }
    guard OsloTime(work.now).day >= election.heldOn else { throw Refusal.electionDayIsToCome }
    let rules = try council.rules(in: work)
    try rules.mustAllow(election.method, for: election.kind)
    try mustBePossible(election, in: work)
    for entry in votes {
      try work.run(
        """
        UPDATE councils_candidate SET votes = \(entry.votes), tie_rank = NULL,
          tie_proposal = NULL, tie_entered_by = NULL, tie_confirmed_by = NULL
        WHERE id = \(entry.candidate)
        """)
    }
    try work.run(
      """
      UPDATE councils_election SET status = \(ElectionStatus.counted), electors = \(electors),
        ballots = \(ballots), entered_by = \(person.id), tie_broken_by = NULL, tie_witness = NULL
      WHERE id = \(election.id)
      """)
    try work.record(
      "votes-counted", election.id, ["electors": "\(electors)", "ballots": "\(ballots)"])
    return try Election.find(election.id, in: work)
  }

  private func mustBePossible(_ election: Election, in work: borrowing Work) throws {
    guard ballots <= electors else { throw Refusal.moreBallotsThanElectors }
    let candidates = try ElectionCandidate.all(of: election.id, in: work).map(\.id)
    let counted = votes.map(\.candidate)
    guard !candidates.isEmpty, counted.sorted() == candidates.sorted() else {
      throw Refusal.countEveryCandidate
    }
    let sum = votes.reduce(0) { $0 + $1.votes }
    guard sum <= ballots * election.places, votes.allSatisfy({ $0.votes <= ballots }) else {
      throw Refusal.moreVotesThanBallots
    }
  }

  static let routes = Route.changing(
    Self.self, api: "/elections/{election}/count", page: CouncilsPaths.count,
    form: CouncilsPaths.election, "Enter what was counted.",
    done: Text(
      nb: "Opptellingen er registrert. En annen må bekrefte den.",
      nn: "Oppteljinga er registrert. Ein annan må stadfeste ho."))
}

/// How many voted for one candidate.
struct CandidateVotes: Sendable {
  let candidate: ID<ElectionCandidate>
  let votes: Int
}

extension EnterCount {
  /// Why a count is not taken.
  package enum Refusal: Kernel.Refusal, Equatable {
    case nobodyVotes
    case electionDayIsToCome
    case writtenBallotIsDemanded
    case moreBallotsThanElectors
    case moreVotesThanBallots
    case countEveryCandidate

    package var kind: RefusalKind {
      switch self {
      case .nobodyVotes, .electionDayIsToCome, .writtenBallotIsDemanded: .conflict
      case .moreBallotsThanElectors, .moreVotesThanBallots, .countEveryCandidate: .invalid
      }
    }

    package var fields: [FieldProblem] {
      switch self {
      case .nobodyVotes, .electionDayIsToCome, .writtenBallotIsDemanded: []
      case .moreBallotsThanElectors: [FieldProblem("ballots", text)]
      case .moreVotesThanBallots, .countEveryCandidate: [FieldProblem("votes", text)]
      }
    }

    package var text: Text {
      switch self {
      case .nobodyVotes:
        Text(
          nb: "Her stemmer ingen: medlemmene pekes ut. Bekreft hvem de er.",
          nn: "Her røystar ingen: medlemmene blir peikte ut. Stadfest kven dei er.",
          en: "Nobody votes here: the members are named. Confirm who they are.")
      case .electionDayIsToCome:
        Text(
          nb: "Valget er ikke holdt ennå. Flytt dagen hvis det ble holdt før.",
          nn: "Valet er ikkje halde enno. Flytt dagen om det blei halde før.",
          en: "The election is still to come. Change its day if it was held earlier.")
      case .writtenBallotIsDemanded:
        Text(
          nb: "Reglene krever skriftlig valg. Gjør valget skriftlig.",
          nn: "Reglane krev skriftleg val. Gjer valet skriftleg.",
          en: "The rules demand a written ballot. Make it one.")
      case .moreBallotsThanElectors:
        Text(
          nb: "Flere har stemt enn det var som kunne stemme. Tell igjen.",
          nn: "Fleire har røysta enn det var som kunne røyste. Tel igjen.",
          en: "More have voted than could vote. Count again.")
      case .moreVotesThanBallots:
        Text(
          nb: "Det er flere stemmer enn stemmesedlene gir plass til. Tell igjen.",
          nn: "Det er fleire røyster enn røystesetlane gir plass til. Tel igjen.",
          en: "There are more votes than the ballots have room for. Count again.")
      case .countEveryCandidate:
        Text(
          nb: "Skriv stemmene til hver kandidat én gang, også null.",
          nn: "Skriv røystene til kvar kandidat éin gong, også null.",
          en: "Give the votes of every candidate once, also none.")
      }
    }
  }
}
