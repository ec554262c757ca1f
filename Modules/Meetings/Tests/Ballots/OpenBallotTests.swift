import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

@Suite struct OpenBallotTests {
  @Test("R133: half of the five seats are three", arguments: Engine.available)
  func needsAQuorum(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting(with: [year.leader, year.members[1], year.staff, year.unitLeader])
    try year.kommune.expect(code: "too-few-are-there") { _ = try year.openBallot() }
    try year.attend([year.leader, year.members[1], year.deputy])
    #expect(try year.openBallot().status == .open)
  }

  @Test(arguments: Engine.available)
  func refusesASecondOne(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    _ = try year.openBallot()
    try year.kommune.expect(code: "another-ballot-is-open") { _ = try year.openBallot() }
  }

  @Test(arguments: Engine.available)
  func refusesOutsideTheMeetingAndOthers(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let item = try year.addItem()
    try year.kommune.expect(code: "meeting-is-not-open") { _ = try year.openBallot() }
    try year.kommune.expect(AccessRefusal.youMayNotDoThis) {
      try year.kommune.run(
        OpenBallot.self, as: year.unitLeader,
        ["meeting": year.at, "item": .text("\(item.id)"), "motion": "Noe"])
    }
  }

  @Test("Only on what stands on this agenda", arguments: Engine.available)
  func refusesItemsOfOtherMeetings(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let other = try year.addItem()
    try year.planNext("2026-10-15T16:00:00Z")
    try year.beginMeeting()
    try year.kommune.expect(AccessRefusal.thereIsNoSuchRecord) {
      try year.kommune.run(
        OpenBallot.self, as: year.leader,
        ["meeting": year.at, "item": .text("\(other.id)"), "motion": "Noe"])
    }
  }
}
