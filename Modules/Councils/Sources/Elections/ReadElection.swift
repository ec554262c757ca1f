import Kernel
import Tenancy
import UseCases
import Web

/// Shows one election: the call, its days, and once the count is confirmed, who stood, how many voted
/// for them, and who got which place.
package struct ReadElection: UseCase, Readable {
  let election: ID<Election>

  package static let permission = Permission.readPublicRecords
  package static let changes = false

  package init(_ input: inout Input) { election = input.id("election", "The election.") }

  /// - Throws: `AccessRefusal.thereIsNoSuchRecord`.
  package func perform(in work: borrowing Work) throws -> ElectionDetails {
    let election = try Election.find(election, in: work)
    let council = try Council.find(election.council, in: work)
    let rules = try council.rules(in: work)
    let standing = try council.standing(in: work)
    let candidates = try ElectionCandidate.all(of: election.id, in: work)
    let result = ElectionResult(candidates, of: election, under: rules)
    let mayHold = work.may(.holdElection, as: standing)
    let mayConfirm = work.may(.confirmElection, as: standing)
    let group = try rules.group(election.group).orNotFound()
    let view = CandidateView(
      group: group, language: try work.tenant.language, seesNames: mayHold || mayConfirm,
      seesAll: mayHold || mayConfirm || election.status.isPublic,
      takesPart: work.may(.readCouncilWork, as: standing))
    return ElectionDetails(
      election: election, council: council, rules: rules, group: group,
      candidates: view.seen(candidates),
      members: view.seesAll ? result.members.map(\.id) : [],
      deputies: view.seesAll ? result.deputies.map(\.id) : [],
      openTie: mayHold || mayConfirm ? result.openTie.map(\.id) : [],
      officers: try officers(of: election, in: work), today: OsloTime(work.now).day,
      mayHold: mayHold, mayConfirm: mayConfirm && election.enteredBy != work.actor.member?.id,
      maySeat: work.may(.manageSeats, as: standing),
      own: try AcceptElection.own(in: election.id, work))
  }

  /// Who entered the count, and who confirmed it.
  private func officers(
    of election: Election, in work: borrowing Work
  ) throws -> (enteredBy: String?, confirmedBy: String?) {
    guard election.status.isPublic else { return (nil, nil) }
    return try work.row(
      """
      SELECT (SELECT p.name FROM identity_person p WHERE p.id = e.entered_by),
        (SELECT p.name FROM identity_person p WHERE p.id = e.confirmed_by)
      FROM councils_election e WHERE e.id = \(election.id)
      """, as: { (enteredBy: $0, confirmedBy: $1) as (enteredBy: String?, confirmedBy: String?) }
    ).orNotFound()
  }

  static let routes = Route.reading(
    Self.self, api: CouncilsPaths.electionInAPI, page: CouncilsPaths.election,
    "One election with its candidates and its result."
  ) { details, page in
    ElectionPage(details: details, page: page).view
  }
}

/// What somebody sees of those who stand.
///
/// Before the count is confirmed only those who hold the election see who they are. Where the names of
/// a group are not public, everybody else reads «Elev 1».
private struct CandidateView {
  let group: SeatGroup
  let language: Language
  let seesNames: Bool
  let seesAll: Bool
  let takesPart: Bool

  func seen(_ candidates: [ElectionCandidate]) -> [ElectionCandidate] {
    guard seesAll else { return [] }
    let isNamed = seesNames || takesPart || group.namesArePublic
    return candidates.enumerated().map { index, candidate in
      var seen = candidate
      if !seesNames {
        seen.email = nil
        seen.deputyEmail = nil
      }
      if !isNamed {
        let word = group.name[language]
        seen.name = "\(word.prefix(1).uppercased())\(word.dropFirst()) \(index + 1)"
        seen.deputyName = nil
      }
      return seen
    }
  }
}

/// One election with what its page needs.
package struct ElectionDetails: JSONRecord, Versioned {
  package let election: Election
  let council: Council
  let rules: RuleSet
  let group: SeatGroup
  package let candidates: [ElectionCandidate]
  package let members: [ID<ElectionCandidate>]
  package let deputies: [ID<ElectionCandidate>]
  package let openTie: [ID<ElectionCandidate>]
  let officers: (enteredBy: String?, confirmedBy: String?)
  let today: Day
  let mayHold: Bool
  let mayConfirm: Bool
  let maySeat: Bool
  /// The candidate that whoever asks is.
  let own: ID<ElectionCandidate>?

  package var version: Int { election.version }

  package static let shape = Shape<ElectionDetails>(
    "ElectionDetails",
    [
      Field("election", "The election.") { $0.election },
      Field("electors", "The body that votes or names, in bokmål.") { $0.group.electors.nb },
      Field("candidates", "Those who stand; nobody is shown before the count is confirmed.") {
        $0.candidates
      },
      Field("members", "The ids of those who are elected, the first one first.") { $0.members },
      Field("deputies", "The ids of those who come next as deputies.") { $0.deputies },
      Field("openTie", "The ids of those with as many votes where that must be decided.") {
        $0.openTie
      },
      Field("enteredBy", "Who entered the count, or null.") { $0.officers.enteredBy },
      Field("confirmedBy", "Who confirmed it, or null.") { $0.officers.confirmedBy },
    ])
}
