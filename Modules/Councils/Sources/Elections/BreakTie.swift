import Database
import Kernel
import Tenancy
import UseCases
import Web

/// Records who comes first of those who have as many votes, as the rules have it: by lot, or as
/// whoever led the vote decided; another person confirms it.
package struct BreakTie: UseCase, Readable {
  let election: ID<Election>
  let version: Version
  let brokenBy: TieBreak
  let witness: String?
  let ranks: [CandidateRank]

  package static let permission = Permission.holdElection

  package init(_ input: inout Input) {
    election = input.id("election", "The election.")
    version = input.version()
    brokenBy = input.choice("brokenBy", "What decided, which the rule set says.") ?? .lot
    witness = input.optionalText("witness", "Who saw the lot being drawn.")
    ranks = input.list("ranks", max: 200, "Everybody with that many votes, in their new order.") {
      CandidateRank(
        candidate: $0.id("candidate", "The candidate."),
        rank: $0.number("rank", in: 1...200, "Who comes first: 1.") ?? 1)
    }
  }

  /// It can be entered anew until it is confirmed.
  ///
  /// - Throws: `ElectionRefusal`; `.thereIsNoTie`; `.theRulesSayOtherwise`; `.nameWhoSawIt`;
  ///   `.rankEveryoneOnce`.
  package func perform(in work: borrowing Work) throws -> Election {
    let (election, council) = try Election.change(
      election, read: version, for: Self.permission, in: work)
    let person = try OwnAct.person(in: work)
    try election.mustBe(.counted, .confirmed)
    let rules = try council.rules(in: work)
    let ties = ElectionResult(
      try ElectionCandidate.all(of: election.id, in: work), of: election, under: rules
    ).openTies.map { $0.map(\.id).sorted() }
    guard !ties.isEmpty else { throw Refusal.thereIsNoTie }
    guard brokenBy == rules.tieBreak else { throw Refusal.theRulesSayOtherwise(rules.tieBreak) }
    guard brokenBy != .lot || witness != nil else { throw Refusal.nameWhoSawIt }
    guard ties.contains(ranks.map(\.candidate).sorted()),
      ranks.map(\.rank).sorted() == Array(1...ranks.count)
    else { throw Refusal.rankEveryoneOnce }
    for entry in ranks {
      try work.run(
        """
        UPDATE councils_candidate SET tie_proposal = \(entry.rank), tie_entered_by = \(person.id)
        WHERE id = \(entry.candidate)
        """)
    }
    try work.run(
      """
      UPDATE councils_election SET tie_broken_by = \(brokenBy), tie_witness = \(witness)
      WHERE id = \(election.id)
      """)
    try work.record(
      "tie-broken", election.id, ["by": brokenBy.rawValue, "candidates": "\(ranks.count)"])
    return try Election.find(election.id, in: work)
  }

  static let routes = Route.changing(
    Self.self, api: "/elections/{election}/tie", page: CouncilsPaths.tie,
    form: CouncilsPaths.election, "Record who comes first of those with as many votes.",
    done: Text(
      nb: "Rekkefølgen er registrert. En annen må bekrefte den.",
      nn: "Rekkjefølgja er registrert. Ein annan må stadfeste ho."))
}

/// Where one of those with as many votes comes.
struct CandidateRank: Sendable {
  let candidate: ID<ElectionCandidate>
  let rank: Int
}

extension RuleSet {
  /// What decides between those who have as many votes.
  ///
  /// A motion with as many for as against falls, but a place is not left empty: where no leader decides,
  /// the lot does.
  var tieBreak: TieBreak { tie == .leaderDecides ? .leader : .lot }
}

extension BreakTie {
  /// Why a tie is not broken so.
  package enum Refusal: Kernel.Refusal, Equatable {
    case thereIsNoTie
    case theRulesSayOtherwise(TieBreak)
    case nameWhoSawIt
    case rankEveryoneOnce

    package var kind: RefusalKind { self == .thereIsNoTie ? .conflict : .invalid }

    package var fields: [FieldProblem] {
      switch self {
      case .thereIsNoTie: []
      case .theRulesSayOtherwise: [FieldProblem("brokenBy", text)]
      case .nameWhoSawIt: [FieldProblem("witness", text)]
      case .rankEveryoneOnce: [FieldProblem("ranks", text)]
      }
    }

    package var text: Text {
      switch self {
      case .thereIsNoTie:
        Text(
          nb: "Ingen har like mange stemmer der det har noe å si.",
          nn: "Ingen har like mange røyster der det har noko å seie.",
          en: "Nobody has as many votes as another where it matters.")
      case .theRulesSayOtherwise(let rule):
        Text(
          nb: "Etter reglene avgjøres det slik: \(rule.text.nb).",
          nn: "Etter reglane blir det avgjort slik: \(rule.text.nn).",
          en: "By the rules it is decided thus: \(rule.rawValue).")
      case .nameWhoSawIt:
        Text(
          nb: "Skriv hvem som så at det ble trukket lodd.",
          nn: "Skriv kven som såg at det blei trekt lodd.",
          en: "Say who saw the lot being drawn.")
      case .rankEveryoneOnce:
        Text(
          nb:
            "Gi alle med like mange stemmer hvert sitt tall: 1 til den første, så 2, og så videre.",
          nn:
            "Gi alle med like mange røyster kvart sitt tal: 1 til den første, så 2, og så vidare.",
          en: "Give everybody with as many votes a number of their own: 1 for the first, then 2.")
      }
    }
  }
}
