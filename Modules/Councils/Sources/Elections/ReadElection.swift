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
    let group = rules.group(election.group) ?? .gone(election.group)
    let view = CandidateView(
      group: group, language: try work.tenant.language, status: election.status,
      seesAddresses: mayHold, seesNames: mayHold || mayConfirm,
      takesPart: work.may(.readCouncilWork, as: standing))
    let person = work.actor.member
    let stands = try person.map { try election.isStanding($0, in: work) } ?? false
    return ElectionDetails(
      election: election, council: council, rules: rules, group: group,
      candidates: view.seen(candidates),
      members: view.seesAll ? result.members.map(\.id) : [],
      deputies: view.seesAll ? result.deputies.map(\.id) : [],
      openTie: mayHold || mayConfirm ? result.openTie.map(\.id) : [],
      tied: result.openTies.flatMap { $0.map(\.id) },
      answered: result.placed.filter { candidate in
        result.place(of: candidate.id).flatMap { candidate.answer(to: $0) } != nil
      }.map(\.id),
      unconfirmedTie: result.unconfirmedTies.first?.map(\.id) ?? [],
      mayConfirmTies: mayConfirm && !stands
        && !result.unconfirmedTies.joined().contains { $0.tieEnteredBy == person?.id },
      officers: try officers(of: election, in: work), today: OsloTime(work.now).day,
      mayHold: mayHold,
      mayConfirm: mayConfirm && !stands
        && ![election.enteredBy, election.calledBy].contains { $0 != nil && $0 == person?.id },
      maySetAside: mayConfirm && !stands && election.confirmedBy != person?.id,
      maySeat: work.may(.manageSeats, as: standing),
      own: try AcceptElection.own(in: election.id, work))
  }

  /// Who entered the count, who confirmed it, and who set it aside.
  private func officers(of election: Election, in work: borrowing Work) throws -> Officers {
    guard election.status.isPublic else { return Officers() }
    return try work.row(
      """
      SELECT (SELECT p.name FROM identity_person p WHERE p.id = e.entered_by),
        (SELECT p.name FROM identity_person p WHERE p.id = e.confirmed_by),
        (SELECT p.name FROM identity_person p WHERE p.id = e.set_aside_by)
      FROM councils_election e WHERE e.id = \(election.id)
      """, as: { Officers(enteredBy: $0, confirmedBy: $1, setAsideBy: $2) }
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
/// Before the count is confirmed only those who hold or confirm the election see who they are. Where the
/// names of a group are not public, everybody else reads «Elev 1»; so they do for those who got no place,
/// once the election is settled. What somebody answered is for those who hold or confirm it; addresses
/// are for whoever holds it.
private struct CandidateView {
  let group: SeatGroup
  let language: Language
  let status: ElectionStatus
  let seesAddresses: Bool
  let seesNames: Bool
  let takesPart: Bool

  var seesAll: Bool { seesNames || status.isPublic }

  private func isNamed(_ candidate: ElectionCandidate) -> Bool {
    guard !seesNames else { return true }
    let hasNoPlace = candidate.place == nil || status == .setAside
    return !(status.isResult && hasNoPlace) && (takesPart || group.namesArePublic)
  }

  func seen(_ candidates: [ElectionCandidate]) -> [ElectionCandidate] {
    guard seesAll else { return [] }
    return candidates.enumerated().map { index, candidate in
      var seen = candidate
      if !seesAddresses {
        seen.email = nil
        seen.deputyEmail = nil
      }
      if !seesNames { seen.answer = nil }
      if !isNamed(candidate) {
        let word = group.name[language]
        seen.name = "\(word.prefix(1).uppercased())\(word.dropFirst()) \(index + 1)"
        seen.deputyName = nil
      }
      return seen
    }
  }
}

/// Who did what in an election, by name.
struct Officers: Sendable {
  var enteredBy: String?
  var confirmedBy: String?
  var setAsideBy: String?
}

extension SeatGroup {
  /// What is known of a group that the rules have lost since: its code.
  fileprivate static func gone(_ code: String) -> SeatGroup {
    SeatGroup(
      code, Text(same: code), .external, .any, by: .members, namesArePublic: false)
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
  /// Everybody who has as many votes as another, where it is not confirmed who comes first.
  let tied: [ID<ElectionCandidate>]
  /// Those who have said yes or no to the place they have.
  let answered: [ID<ElectionCandidate>]
  /// Those of them about whom it has been entered, for another person to confirm.
  let unconfirmedTie: [ID<ElectionCandidate>]
  let mayConfirmTies: Bool
  let officers: Officers
  let today: Day
  let mayHold: Bool
  let mayConfirm: Bool
  let maySetAside: Bool
  let maySeat: Bool
  /// The candidate that whoever asks is.
  let own: ID<ElectionCandidate>?

  package var version: Int { election.version }

  /// Those who have a place and have not said whether they take it, with the place.
  var waiting: [(candidate: ElectionCandidate, place: ElectedPlace)] {
    let places = members.map { ($0, ElectedPlace.member) } + deputies.map { ($0, .deputy) }
    return places.compactMap { id, place in
      guard !tied.contains(id), let candidate = candidates.first(where: { $0.id == id }),
        !answered.contains(id)
      else { return nil }
      return (candidate, place)
    }
  }

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
      Field("setAsideBy", "Who set it aside, or null.") { $0.officers.setAsideBy },
    ])
}
