import Database
import Kernel
import UseCases
import Web

/// Sets aside an election that was settled, when those who were elected cannot be seated after all.
///
/// The result stays as it was, with the reason; then the places are elected anew.
package struct SetElectionAside: UseCase, Readable {
  let election: ID<Election>
  let version: Version
  let reason: String

  package static let permission = Permission.confirmElection

  static let shortestReason = 10

  package init(_ input: inout Input) {
    election = input.id("election", "The election.")
    version = input.version()
    reason = input.text(
      "reason", max: 1000,
      "Why those elected are not seated, for everybody to read; at least"
        + " \(Self.shortestReason) letters.")
  }

  /// - Throws: `ElectionRefusal` unless it is settled and nobody is seated; `SecondPersonRefusal`;
  ///   `.giveAReason`.
  package func perform(in work: borrowing Work) throws -> Election {
    let election = try Election.change(
      election, read: version, for: Self.permission, in: work
    ).election
    let person = try OwnAct.person(in: work)
    try election.mustBe(.settled)
    guard election.confirmedBy != person.id else {
      throw SecondPersonRefusal.anotherPersonSetsAside
    }
    try election.mustNotBeStanding(person, in: work)
    guard reason.count(where: { $0.isLetter || $0.isNumber }) >= Self.shortestReason else {
      throw Refusal.giveAReason
    }
    try work.run(
      """
      UPDATE councils_election SET status = \(ElectionStatus.setAside),
        set_aside_by = \(person.id), set_aside_on = \(OsloTime(work.now).day),
        set_aside_reason = \(reason)
      WHERE id = \(election.id)
      """)
    try work.record("election-set-aside", election.id, ["council": "\(election.council)"])
    return try Election.find(election.id, in: work)
  }

  static let routes = Route.changing(
    Self.self, api: "/elections/{election}/setting-aside", page: CouncilsPaths.settingAside,
    form: CouncilsPaths.election, "Set aside a settled election whose elected cannot be seated.",
    done: Text(
      nb: "Valget er satt til side. Lys ut et nytt.",
      nn: "Valet er sett til side. Lys ut eit nytt."))

  /// Why it stands.
  package enum Refusal: Kernel.Refusal, Equatable {
    case giveAReason

    package var kind: RefusalKind { .invalid }

    package var fields: [FieldProblem] { [FieldProblem("reason", text)] }

    package var text: Text {
      Text(
        nb: "Skriv hvorfor de valgte ikke kan få plassene, med minst \(shortestReason) bokstaver.",
        nn: "Skriv kvifor dei valde ikkje kan få plassane, med minst \(shortestReason) bokstavar.",
        en: "Say why those elected cannot be seated, in at least \(shortestReason) letters.")
    }
  }
}
