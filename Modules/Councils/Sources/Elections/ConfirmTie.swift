import Kernel
import UseCases
import Web

/// Confirms who comes first of those with as many votes, when that mattered only after the count was
/// confirmed, because somebody declined.
package struct ConfirmTie: UseCase, Readable {
  let election: ID<Election>
  let version: Version

  package static let permission = Permission.confirmElection

  package init(_ input: inout Input) {
    election = input.id("election", "The election.")
    version = input.version()
  }

  /// - Throws: `ElectionRefusal`; `SecondPersonRefusal`; `.nobodyHasSaidHow`.
  package func perform(in work: borrowing Work) throws -> Election {
    let (election, council) = try Election.change(
      election, read: version, for: Self.permission, in: work)
    let person = try OwnAct.person(in: work)
    try election.mustBe(.confirmed)
    try election.mustNotBeStanding(person, in: work)
    let rules = try council.rules(in: work)
    let result = ElectionResult(
      try ElectionCandidate.all(of: election.id, in: work), of: election, under: rules)
    guard !result.unconfirmedTies.isEmpty else { throw Refusal.nobodyHasSaidHow }
    try result.confirmTies(by: person, in: work)
    try work.record(
      "tie-confirmed", election.id, ["ties": "\(result.unconfirmedTies.count)"])
    try Settlement(of: election, under: rules, in: work)?.save(in: work)
    return try Election.find(election.id, in: work)
  }

  static let routes = Route.changing(
    Self.self, api: "/elections/{election}/tie/confirmation",
    page: CouncilsPaths.tieConfirmation, form: CouncilsPaths.election,
    "Confirm who comes first of those with as many votes.",
    done: Text(nb: "Rekkefølgen er bekreftet.", nn: "Rekkjefølgja er stadfesta."))

  /// Why there is nothing to confirm.
  package enum Refusal: Kernel.Refusal, Equatable {
    case nobodyHasSaidHow

    package var kind: RefusalKind { .conflict }

    package var text: Text {
      Text(
        nb: "Ingen har skrevet inn hvem som kommer først av dem med like mange stemmer.",
        nn: "Ingen har skrive inn kven som kjem først av dei med like mange røyster.",
        en: "Nobody has entered who comes first of those with as many votes.")
    }
  }
}
