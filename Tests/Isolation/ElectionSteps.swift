import Councils
import Kernel
import Tenancy
import TestKit
import UseCases
import Web

/// Elections of the scenario, at every step of the way.
///
/// A new state of elections belongs here, so that it is swept too.
struct ElectionSteps {
  private let kommune: TestKit.Kommune
  private let mark: Mark
  private let secretary: Actor
  private let administrator: Actor

  init(in kommune: TestKit.Kommune, _ mark: Mark, by secretary: Actor) throws {
    self.kommune = kommune
    self.mark = mark
    self.secretary = secretary
    administrator = try kommune.person(mark.email("kommune_administrator"))
  }

  /// Plays elections to a council that everybody of the scenario has to do with: what two people do is
  /// there, and a tie that came when somebody declined.
  func playOpen(to council: ID<Council>) throws {
    try cancel(call("ansatt", to: council))
    let aside = try call("ansatt", to: council)
    try settle(aside, "ny-ansatt", isElected: false)
    try kommune.run(
      SetElectionAside.self, as: secretary,
      at(aside).merging(["reason": .text("\(mark.text) kunne ikke få plassen")]) { $1 })
    try settle(call("ansatt", to: council), "enda-en-ansatt", isElected: false)
    let parents = try call("forelder", to: council, places: 2)
    for number in 5..<9 { try nominate("kandidat\(number)", for: parents, hasDeputy: true) }
    try count(parents, [5, 4, 2, 2])
    try kommune.run(ConfirmCount.self, as: administrator, at(parents))
    try decline(details(parents).members[1], in: parents)
    try breakTie(in: parents)
    let pupils = try call("elev", to: council)
    try nominate("kandidat2", for: pupils, hasDeputy: true)
    try count(pupils)
  }

  /// Plays elections to another council: a tie, one that is called, and one that is done.
  func playFurther(to council: ID<Council>) throws {
    let staff = try call("ansatt", to: council)
    try settle(staff, "annen-ansatt", isElected: false)
    try kommune.run(SeatElected.self, as: secretary, at(staff))
    let pupils = try call("elev", to: council)
    for name in ["kandidat3", "kandidat4"] { try nominate(name, for: pupils, hasDeputy: true) }
    try count(pupils)
    let parents = try call("forelder", to: council)
    for name in ["kandidat0", "kandidat1"] { try nominate(name, for: parents, hasDeputy: true) }
    _ = try call("ansatt", to: council, replacing: vacancy(in: council))
  }

  /// The seat of somebody who has left, which nobody has taken over.
  private func vacancy(in council: ID<Council>) throws -> String {
    try kommune.value(
      """
      SELECT CAST(s.id AS text) FROM councils_seat s
      WHERE s.council_id = \(council) AND s.group_code = 'ansatt' AND s.planned_end IS NOT NULL
      """, of: String.self
    ).orNotFound()
  }

  /// Plays the elections to a council that can be constituted: the parents are named since nobody
  /// stood, and two pupils had as many votes.
  func playForming(at unit: ServiceUnit) throws {
    let council = try kommune.run(
      FormCouncil.self, as: secretary,
      ["unit": .text("\(unit.id)"), "termStart": "2026-10-01", "groups": Self.groups])
    let elections = try kommune.run(
      ListElections.self, as: secretary, ["council": .text("\(council.id)")])
    for called in elections.elections.data {
      let election = called.group == "forelder" ? try nameInstead(of: called, council.id) : called
      let isTied = election.kind == .elected
      for number in 0..<election.places + (isTied ? 1 : 0) {
        try nominate(
          "valgt-\(election.group)\(number)", for: election, hasDeputy: election.group != "ansatt")
      }
      if isTied {
        try count(election, [5, 4, 2, 2])
        try breakTie(in: election)
      }
      try confirmAndAccept(election)
    }
  }

  private func nameInstead(of election: Election, _ council: ID<Council>) throws -> Election {
    try cancel(election)
    let today = Value.text("\(Scenario.start.day)")
    return try kommune.run(
      CallElection.self, as: secretary,
      [
        "council": .text("\(council)"), "group": .text(election.group), "named": true,
        "places": .number(election.places), "nominateUntil": today, "heldOn": today,
      ])
  }

  /// Somebody wants to take part.
  func registerInterest(in council: ID<Council>) throws -> String {
    try kommune.run(
      RegisterInterest.self, as: .visitor,
      [
        "council": .text("\(council)"), "group": "forelder",
        "name": .text("\(mark.text) interessert"),
        "email": .text(mark.email("interessert")), "about": .text("\(mark.text) vil være med"),
        "consent": true,
      ]
    ).secret
  }

  /// Every group of a school's council, elected or named today.
  static let groups: Value = .list(
    [("forelder", 2), ("elev", 3), ("ansatt", 1)].map { group, places in
      .object([
        "group": .text(group), "places": .number(places),
        "nominateUntil": .text("\(Scenario.start.day)"), "heldOn": .text("\(Scenario.start.day)"),
      ])
    })

  private func call(
    _ group: String, to council: ID<Council>, places: Int = 1, replacing seat: String? = nil
  ) throws -> Election {
    let today = Value.text("\(Scenario.start.day)")
    var values: [String: Value] = [
      "council": .text("\(council)"), "group": .text(group), "places": .number(places),
      "nominateUntil": today, "heldOn": today, "termStart": "2026-10-01",
    ]
    if let seat { values["replaces"] = .text(seat) }
    return try kommune.run(CallElection.self, as: secretary, values)
  }

  private func nominate(_ name: String, for election: Election, hasDeputy: Bool) throws {
    var values: [String: Value] = [
      "election": .text("\(election.id)"), "name": .text("\(mark.text) \(name)"),
      "email": .text(mark.email(name)), "willing": true,
      "organisation": .text("\(mark.text) foreldreforening"),
    ]
    if hasDeputy {
      values["deputyName"] = .text("\(mark.text) vara \(name)")
      values["deputyEmail"] = .text(mark.email("vara-\(name)"))
    }
    try kommune.run(NominateCandidate.self, as: secretary, values)
  }

  private func details(_ election: Election) throws -> ElectionDetails {
    try kommune.run(ReadElection.self, as: secretary, ["election": .text("\(election.id)")])
  }

  private func at(_ election: Election) throws -> [String: Value] {
    ["election": .text("\(election.id)"), "version": .number(try details(election).version)]
  }

  /// Everybody has as many votes, or these.
  private func count(_ election: Election, _ counts: [Int]? = nil) throws {
    let votes = try details(election).candidates.enumerated().map { index, candidate in
      Value.object([
        "candidate": .text("\(candidate.id)"), "votes": .number(counts?[index] ?? 3),
      ])
    }
    try kommune.run(
      EnterCount.self, as: secretary,
      at(election).merging(["electors": 9, "ballots": 7, "votes": .list(votes)]) { $1 })
  }

  private func settle(_ election: Election, _ name: String, isElected: Bool) throws {
    try nominate(name, for: election, hasDeputy: isElected)
    try confirmAndAccept(election)
  }

  private func confirmAndAccept(_ election: Election) throws {
    try kommune.run(ConfirmCount.self, as: administrator, at(election))
    for member in try details(election).members {
      try kommune.run(
        AcceptElection.self, as: secretary,
        [
          "election": .text("\(election.id)"), "candidate": .text("\(member)"),
          "answer": "accepted",
        ])
    }
  }

  private func decline(_ candidate: ID<ElectionCandidate>, in election: Election) throws {
    try kommune.run(
      AcceptElection.self, as: secretary,
      [
        "election": .text("\(election.id)"), "candidate": .text("\(candidate)"),
        "answer": "declined",
      ])
  }

  private func breakTie(in election: Election) throws {
    let ranks = try details(election).openTie.enumerated().map { index, candidate in
      Value.object(["candidate": .text("\(candidate)"), "rank": .number(index + 1)])
    }
    try kommune.run(
      BreakTie.self, as: secretary,
      at(election).merging([
        "brokenBy": "lot", "witness": .text("\(mark.text) så det"), "ranks": .list(ranks),
      ]) { $1 })
  }

  private func cancel(_ election: Election) throws {
    try kommune.run(
      CancelElection.self, as: secretary, at(election).merging(["reason": "nobody_stood"]) { $1 })
  }
}
