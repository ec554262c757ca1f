import Database
import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

/// Two people acting at the same moment: one wins and the other is told, or both win.
@Suite struct AtOnceTests {
  private static let crowd = 6

  @Test("One vote, however often it is sent", arguments: Engine.available)
  func votes(_ engine: Engine) async throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    let ballot = try year.openBallot()
    let values: [String: Value] = ["ballot": .text("\(ballot.id)"), "choice": "yes"]
    let told = try await atOnce(year, (0..<Self.crowd).map { _ in (CastVote(values), year.leader) })
    #expect(told.count == Self.crowd - 1)
    #expect(told.allSatisfy { $0 == "you-have-voted-already" })
    #expect(try year.close(ballot).ballot.tally == Tally(yes: 1, no: 0, blank: 0))
  }

  @Test("Everybody's vote counts", arguments: Engine.available)
  func everybodyVotes(_ engine: Engine) async throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    let ballot = try year.openBallot()
    let values: [String: Value] = ["ballot": .text("\(ballot.id)"), "choice": "yes"]
    let told = try await atOnce(year, year.voters.map { (CastVote(values), $0) })
    #expect(told.isEmpty)
    #expect(try year.close(ballot).ballot.tally == Tally(yes: 5, no: 0, blank: 0))
  }

  @Test("A ballot is closed once and numbered once", arguments: Engine.available)
  func closings(_ engine: Engine) async throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    let ballot = try year.openBallot()
    try year.vote("yes", on: ballot, as: year.leader)
    let values: [String: Value] = ["ballot": .text("\(ballot.id)"), "confirmMissing": true]
    let told = try await atOnce(
      year, (0..<Self.crowd).map { _ in (CloseBallot(values), year.secretary) })
    #expect(told == Array(repeating: "ballot-is-closed", count: Self.crowd - 1))
    let last: Int? = try year.kommune.value("SELECT last_number FROM meetings_protocol")
    #expect(last == 1)
    #expect(try year.adopt().number == 2)
  }

  @Test("Both leaders approve the agenda they have both read", arguments: Engine.available)
  func agendas(_ engine: Engine) async throws {
    let year = try CouncilYear(on: engine)
    try year.addItem()
    let values: [String: Value] = ["meeting": year.at, "version": year.version]
    let told = try await atOnce(
      year, [year.leader, year.unitLeader].map { (ApproveAgenda(values), $0) })
    #expect(told.isEmpty)
    try year.read()
    #expect(year.meeting.status == .agendaApproved)
  }

  @Test("The last approvals of the minutes are both seen", arguments: Engine.available)
  func approvals(_ engine: Engine) async throws {
    let year = try CouncilYear(on: engine)
    _ = try year.holdMeeting()
    let values: [String: Value] = ["meeting": year.at, "version": 1]
    let told = try await atOnce(year, year.attendees.map { (ApproveMinutes(values), $0) })
    #expect(told.isEmpty)
    #expect(try year.kommune.value("SELECT status FROM meetings_minutes") == MinutesStatus.approved)
  }

  @Test("A resolution is answered once", arguments: Engine.available)
  func answers(_ engine: Engine) async throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    let resolution = try year.adopt()
    let values: [String: Value] = [
      "resolution": .text("\(resolution.id)"), "outcome": "followed",
    ]
    let told = try await atOnce(
      year, (0..<Self.crowd).map { _ in (AnswerResolution(values), year.unitLeader) })
    #expect(told == Array(repeating: "resolution-is-answered", count: Self.crowd - 1))
    #expect(try year.kommune.verdict() != .brokenAt(1))
  }

  /// Performs everything side by side, each on a connection of its own.
  ///
  /// - Returns: the codes of the refusals.
  private func atOnce<Action: UseCase>(
    _ year: CouncilYear, _ actions: [(Action, Actor)]
  ) async throws -> [String] {
    let (tenant, location, now) = (year.kommune.tenant, year.kommune.location, year.kommune.now)
    return try await withThrowingTaskGroup(of: String?.self) { group in
      for (action, actor) in actions {
        group.addTask {
          let store = Store(location)
          do {
            try store.transaction(of: tenant.id) { transaction in
              let work = Work(in: transaction, for: tenant, by: actor, at: now, ids: IDSource())
              _ = try work.perform(action)
            }
            return nil
          } catch let refusal as any Refusal {
            return refusal.code
          }
        }
      }
      return try await group.reduce(into: []) { told, code in if let code { told.append(code) } }
    }
  }
}
