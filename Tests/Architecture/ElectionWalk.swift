import Councils
import Identity
import Kernel
import Tenancy
import TestKit
import UseCases
import Web

import class TestKit.Kommune

/// What the demo's elections do not come to: a tie, other days, a cancelled one, one that is set aside,
/// a seat that is filled, and somebody who wants to take part and then does not.
struct ElectionWalk {
  private let kommune: Kommune
  private let secretary: Actor
  private let administrator: Actor

  init(_ kommune: Kommune) throws {
    self.kommune = kommune
    secretary = try kommune.addPerson("Sol Sekretær", "sol@eksempel.no", .secretary)
    administrator = try kommune.addPerson("Atle Valg", "atle@eksempel.no", .administrator)
  }

  func walk() throws {
    let now = kommune.now
    defer { kommune.now = now }
    kommune.now = Clock.system.now
    let unit = try kommune.addUnits("barnehage,Valglia,Vest,,barnehage")
      .first { $0.name == "Valglia" }.orNotFound()
    let council = try run(
      FormCouncil.self,
      [
        "unit": .text("\(unit.id)"), "termStart": day(30),
        "groups": .list([
          .object(call("forelder", 3)), .object(call("ansatt", 1)),
        ]),
      ]
    ).id
    try takePart(in: council)
    for election in try elections(of: council) {
      if election.kind == .named {
        try run(CancelElection.self, at(election).merging(["reason": "error"]) { $1 })
      } else {
        try elect(election)
      }
    }
    try fillASeat()
  }

  private func elect(_ election: Election) throws {
    try run(
      PostponeElection.self,
      at(election).merging(["nominateUntil": day(0), "heldOn": day(0)]) { $1 })
    try run(DemandWrittenBallot.self, at(election))
    for number in 0..<5 { try nominate("Per \(number)", for: election) }
    let gone = try details(election).candidates[4]
    try run(
      WithdrawCandidate.self,
      ["election": .text("\(election.id)"), "candidate": .text("\(gone.id)")])
    let votes = try details(election).candidates.map { candidate in
      Value.object(["candidate": .text("\(candidate.id)"), "votes": 4])
    }
    try run(
      EnterCount.self,
      at(election).merging(["electors": 9, "ballots": 8, "votes": .list(votes)]) { $1 })
    let ranks = try details(election).openTie.enumerated().map { index, id in
      Value.object(["candidate": .text("\(id)"), "rank": .number(index + 1)])
    }
    try run(
      BreakTie.self,
      at(election).merging(["brokenBy": "lot", "witness": "Ola", "ranks": .list(ranks)]) { $1 })
    try settle(election)
    try run(
      SetElectionAside.self,
      at(election).merging(["reason": "De valgte har flyttet ut."]) { $1 })
  }

  private func settle(_ election: Election) throws {
    try kommune.run(ConfirmCount.self, as: administrator, at(election))
    let details = try details(election)
    for id in details.members + details.deputies {
      try run(
        AcceptElection.self,
        ["election": .text("\(election.id)"), "candidate": .text("\(id)"), "answer": "accepted"])
    }
  }

  /// One more of the staff joins a council at work.
  private func fillASeat() throws {
    let council = try run(ListCouncils.self, [:]).data.first { $0.status == .constituted }
    let election = try run(
      CallElection.self,
      call("ansatt", 1).merging([
        "council": .text("\(try council.orNotFound().id)"), "termStart": day(5),
      ]) { $1 })
    try nominate("Liv Ansatt", for: election)
    try settle(election)
    try run(SeatElected.self, at(election))
  }

  private func takePart(in council: ID<Council>) throws {
    let values: [String: Value] = [
      "council": .text("\(council)"), "group": "forelder", "name": "Eva",
      "email": "eva@eksempel.no", "consent": true,
    ]
    let secrets = try (0..<3).map { _ in
      try kommune.run(RegisterInterest.self, as: .visitor, values).secret
    }
    let secret: [String: Value] = ["secret": .text(secrets[0])]
    try kommune.run(ShowOwnInterest.self, as: .visitor, secret)
    try kommune.run(WithdrawInterest.self, as: .visitor, secret)
    let list: [String: Value] = ["council": .text("\(council)"), "limit": 1]
    let first = try run(ListInterests.self, list).interests
    let cursor = first.next.map { Value.text($0) } ?? .null
    let second = try run(ListInterests.self, list.merging(["cursor": cursor]) { $1 }).interests
    let interest = try second.data.first.orNotFound()
    try run(
      RemoveInterest.self,
      ["council": .text("\(council)"), "interest": .text("\(interest.id)")])
  }

  private func nominate(_ name: String, for election: Election) throws {
    try run(
      NominateCandidate.self,
      [
        "election": .text("\(election.id)"), "name": .text(name), "willing": true,
        "email": .text("\(name.lowercased().filter { $0 != " " })@eksempel.no"),
      ])
  }

  private func call(_ group: String, _ places: Int) -> [String: Value] {
    [
      "group": .text(group), "places": .number(places), "nominateUntil": day(0), "heldOn": day(0),
    ]
  }

  private func day(_ distance: Int) -> Value {
    .text("\(OsloTime(kommune.now).day.adding(days: distance))")
  }

  private func elections(of council: ID<Council>) throws -> [Election] {
    try run(ListElections.self, ["council": .text("\(council)")]).elections.data
  }

  private func details(_ election: Election) throws -> ElectionDetails {
    try run(ReadElection.self, ["election": .text("\(election.id)")])
  }

  private func at(_ election: Election) throws -> [String: Value] {
    [
      "election": .text("\(election.id)"),
      "version": .number(try details(election).version),
    ]
  }

  @discardableResult
  private func run<Action: UseCase & Readable>(
    _ action: Action.Type, _ values: [String: Value]
  ) throws -> Action.Outcome {
    try kommune.run(action, as: secretary, values)
  }
}
