import Database
import Kernel
import UseCases
import Web

/// One election of those who fill places of one group in a council.
package struct Election: JSONRecord, Versioned {
  package let id: ID<Election>
  package let council: ID<Council>
  /// The code of the group in the rule set.
  package let group: String
  package let kind: ElectionKind
  /// How many places are to be filled.
  package let places: Int
  package let method: ElectionMethod
  /// Whether somebody has demanded a written ballot.
  package let isWrittenDemanded: Bool
  /// The last day for candidates.
  package let nominateUntil: Day
  package let heldOn: Day
  /// The first day of those who are elected; nil while the council itself is being formed.
  package let termStart: Day?
  /// The seat that is taken over, when somebody left early.
  package let replaces: ID<Seat>?
  package let status: ElectionStatus
  package let electors: Int?
  package let ballots: Int?
  package let enteredBy: ID<Person>?
  package let confirmedOn: Day?
  package let tieBrokenBy: TieBreak?
  package let tieWitness: String?
  package let isBalanceKept: Bool?
  package let areLimitsKept: Bool?
  package let attestationNote: String?
  package let cancelReason: CancelReason?
  package let version: Int
  package let confirmedBy: ID<Person>?
  /// The election that came to nothing, when somebody is named instead.
  package let insteadOf: ID<Election>?
  /// Who had somebody named instead.
  package let calledBy: ID<Person>?
  /// What the rules asked for when it was attested.
  let balanceRule: String?
  let limitsRule: String?
  package let setAsideOn: Day?
  package let setAsideReason: String?

  package static let shape = Shape<Election>(
    "Election",
    [
      Field("id", "The election's id.") { $0.id },
      Field("council", "The council's id.") { $0.council },
      Field("group", "The code of the group in the rule set.") { $0.group },
      Field("kind", "Whether a body votes, or somebody names.") { $0.kind },
      Field("places", "How many places are to be filled.") { $0.places },
      Field("method", "How the body votes.") { $0.method },
      Field("writtenDemanded", "Whether a written ballot was demanded.") { $0.isWrittenDemanded },
      Field("nominateUntil", "The last day for candidates.") { $0.nominateUntil },
      Field("heldOn", "The day of the election.") { $0.heldOn },
      Field("termStart", "The first day of the elected; null while the council is formed.") {
        $0.termStart
      },
      Field("replaces", "The seat that is taken over, or null.") { $0.replaces },
      Field("status", "How far it has come.") { $0.status },
      Field("electors", "How many could vote; null before the count.") { $0.electors },
      Field("ballots", "How many voted; null before the count.") { $0.ballots },
      Field("confirmedOn", "The day the count was confirmed, or null.") { $0.confirmedOn },
      Field("tieBrokenBy", "What decided between equal votes, or null.") { $0.tieBrokenBy },
      Field("balanceKept", "Whether both sexes have the share of the rules; null without rule.") {
        $0.isBalanceKept
      },
      Field("limitsKept", "Whether the rule about years is kept; null without rule.") {
        $0.areLimitsKept
      },
      Field("attestationNote", "Why one of the two is not kept, or null.") { $0.attestationNote },
      Field("cancelReason", "Why it came to nothing, or null.") { $0.cancelReason },
      Field("insteadOf", "The election that came to nothing before somebody was named, or null.") {
        $0.insteadOf
      },
      Field("setAsideReason", "Why those elected were never seated, or null.") {
        $0.setAsideReason
      },
      Field("version", "Its version, for If-Match.") { $0.version },
    ])

  static let columns: SQL = """
    id, council_id, group_code, kind, places, method, written_demanded, nominate_until, held_on, \
    term_start, replaces_id, status, electors, ballots, entered_by, confirmed_on, tie_broken_by, \
    tie_witness, balance_kept, limits_kept, attestation_note, cancel_reason, version, confirmed_by, \
    instead_of_id, called_by, balance_rule, limits_rule, set_aside_on, set_aside_reason
    """

  /// The election of that id.
  static func find(_ id: ID<Election>, in work: borrowing Work) throws -> Election {
    try work.row(
      "SELECT \(columns) FROM councils_election WHERE id = \(id)", as: Election.init
    ).orNotFound()
  }

  /// The election and its council, held until the transaction ends, with the election's change counted,
  /// for whoever may do something about it.
  ///
  /// The council comes first, here as everywhere, so that of two changes to what it will be one waits.
  ///
  /// - Throws: `AccessRefusal` when there is no such election, or whoever asks may not;
  ///   `VersionRefusal`; `ElectionRefusal.electionIsOver`.
  static func change(
    _ id: ID<Election>, read version: Version? = nil, for permission: Permission,
    asOwn isOwn: Bool = false, in work: borrowing Work
  ) throws -> (election: Election, council: Council) {
    let council = try Council.hold(find(id, in: work).council, in: work)
    let held = try work.row(
      """
      UPDATE councils_election SET version = version + 1
      WHERE id = \(id) AND status NOT IN (\(list: ElectionStatus.over)) RETURNING \(columns)
      """, as: Election.init)
    let election = try held ?? find(id, in: work)
    try work.require(
      permission, as: isOwn ? permission.roles : council.standing(in: work))
    guard held != nil else { throw ElectionRefusal.electionIsOver }
    try version?.mustBe(election.version - 1)
    return (election, council)
  }
}

/// Why nothing can be done about an election as it stands.
package enum ElectionRefusal: Refusal, Equatable {
  case electionIsOver
  case electionIsAtAnotherStep(ElectionStatus)
  case thereIsNoSuchGroup

  package var kind: RefusalKind { self == .thereIsNoSuchGroup ? .invalid : .conflict }

  package var fields: [FieldProblem] {
    self == .thereIsNoSuchGroup ? [FieldProblem("group", text)] : []
  }

  package var text: Text {
    switch self {
    case .electionIsOver:
      Text(
        nb: "Valget er over og endres ikke mer. Lys ut et nytt hvis plasser er ledige.",
        nn: "Valet er over og blir ikkje endra meir. Lys ut eit nytt om plassar er ledige.",
        en: "The election is over and does not change. Call a new one if places are vacant.")
    case .electionIsAtAnotherStep(let status):
      Text(
        nb: "Dette kan ikke gjøres nå. Valget er: \(status.text.nb).",
        nn: "Dette kan ikkje gjerast no. Valet er: \(status.text.nn).",
        en: "This cannot be done now. The election is: \(status.rawValue).")
    case .thereIsNoSuchGroup:
      Text(
        nb: "Rådet har ikke denne gruppen. Velg en av gruppene i reglene.",
        nn: "Rådet har ikkje denne gruppa. Vel ei av gruppene i reglane.",
        en: "The council's rules have no such group. Choose one of theirs.")
    }
  }
}

extension Election {
  /// Refuses unless the election is at one of these steps.
  func mustBe(_ steps: ElectionStatus...) throws {
    guard steps.contains(status) else {
      throw ElectionRefusal.electionIsAtAnotherStep(status)
    }
  }
}
