import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

@Suite struct ApproveMinutesTests {
  @Test("R110: all who met approve, not only voters", arguments: Engine.available)
  func takesEverybody(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    _ = try year.holdMeeting()
    for actor in year.attendees.dropLast() {
      #expect(try year.approve(as: actor).status == .circulated)
    }
    let last = try year.approve(as: year.unitLeader)
    #expect(last.status == .approved)
    #expect(last.approvedAt == year.kommune.now)
    try year.kommune.expect(ApproveMinutes.Refusal.minutesAreApproved) {
      try year.approve(as: year.leader)
    }
  }

  @Test("R110: whoever was not there approves nothing", arguments: Engine.available)
  func refusesTheAbsent(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    _ = try year.holdMeeting()
    for actor in [year.members[3], year.deputy, year.secretary] {
      try year.kommune.expect(ApproveMinutes.Refusal.youWereNotThere) {
        try year.approve(as: actor)
      }
    }
    try year.kommune.expect(AccessRefusal.youMayNotDoThis) { try year.approve(as: year.stranger) }
  }

  @Test(arguments: Engine.available)
  func refusesTwiceStaleAndDrafts(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.beginMeeting()
    try year.end()
    try year.write()
    try year.kommune.expect(ApproveMinutes.Refusal.minutesAreNotCirculated) {
      try year.approve(as: year.leader)
    }
    try year.circulate()
    try year.write("Rettet.", version: 1)
    try year.circulate(version: 2)
    try year.kommune.expect(VersionRefusal.recordHasChanged) { try year.approve(as: year.leader) }
    try year.approve(as: year.leader, version: 2)
    try year.kommune.expect(ApproveMinutes.Refusal.youHaveApprovedAlready) {
      try year.approve(as: year.leader, version: 2)
    }
  }

  @Test("A term that has ended does not take the approval away", arguments: Engine.available)
  func outlivesTheTerm(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    _ = try year.holdMeeting()
    year.kommune.now = year.kommune.now.adding(days: 1000)
    #expect(try year.approve(as: year.members[0]).status == .circulated)
  }
}
