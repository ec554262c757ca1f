import Kernel
import UseCases
import Web

/// Makes an open vote a written one: when one of those who vote demands it and the rules give each that
/// right, or when the rules have come to want it themselves.
package struct DemandWrittenBallot: UseCase, Readable {
  let election: ID<Election>
  let version: Version

  package static let permission = Permission.holdElection

  package init(_ input: inout Input) {
    election = input.id("election", "The election.")
    version = input.version()
  }

  /// Nothing is kept of who demanded it.
  ///
  /// - Throws: `ElectionRefusal`; `.theRulesDoNotSaySo`; `.nobodyVotes` where somebody names.
  package func perform(in work: borrowing Work) throws -> Election {
    let (election, council) = try Election.change(
      election, read: version, for: Self.permission, in: work)
    try election.mustBe(.called)
    guard election.kind == .elected else { throw Refusal.nobodyVotes }
    let rules = try council.rules(in: work)
    let isRule = rules.wantsWritten(election)
    guard isRule || rules.anyMemberMayDemandWrittenBallot else {
      throw Refusal.theRulesDoNotSaySo
    }
    let method = election.method == .open ? ElectionMethod.written : election.method
    try work.run(
      """
      UPDATE councils_election
      SET written_demanded = \(!isRule || election.isWrittenDemanded),
        method = \(method)
      WHERE id = \(election.id)
      """)
    try work.record("written-ballot-demanded", election.id)
    return try Election.find(election.id, in: work)
  }

  /// Why it stays an open vote.
  package enum Refusal: Kernel.Refusal, Equatable {
    case theRulesDoNotSaySo
    case nobodyVotes

    package var kind: RefusalKind { .conflict }

    package var text: Text {
      switch self {
      case .theRulesDoNotSaySo:
        Text(
          nb: "Reglene gir ikke den enkelte rett til å kreve skriftlig valg.",
          nn: "Reglane gir ikkje den einskilde rett til å krevje skriftleg val.",
          en: "The rules give no single person the right to demand a written ballot.")
      case .nobodyVotes:
        Text(
          nb: "Her stemmer ingen: medlemmene pekes ut.",
          nn: "Her røystar ingen: medlemmene blir"
            + " peikte ut.",
          en: "Nobody votes here: the members are named.")
      }
    }
  }

  static let routes = Route.changing(
    Self.self, api: "/elections/{election}/written-ballot", page: CouncilsPaths.writtenBallot,
    form: CouncilsPaths.election, "Record that a written ballot is demanded.",
    done: Text(nb: "Valget blir skriftlig.", nn: "Valet blir skriftleg."))
}
