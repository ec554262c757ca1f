import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

@Suite struct ApproveAgendaTests {
  @Test("R108: it takes both leaders, in any order", arguments: Engine.available)
  func takesBoth(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.addItem()
    #expect(try approve(year, as: year.leader).status == .planned)
    #expect(try approve(year, as: year.unitLeader).status == .agendaApproved)
  }

  @Test(arguments: Engine.available)
  func refusesTheSamePartyTwice(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.addItem()
    try approve(year, as: year.leader)
    try year.kommune.expect(ApproveAgenda.Refusal.youHaveApprovedAlready) {
      try approve(year, as: year.leader)
    }
    try approve(year, as: year.unitLeader)
    try year.kommune.expect(ApproveAgenda.Refusal.agendaIsSet) {
      try approve(year, as: year.unitLeader)
    }
  }

  @Test(arguments: Engine.available)
  func refusesAnEmptyAgendaAndOthers(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.kommune.expect(ApproveAgenda.Refusal.agendaIsEmpty) {
      try approve(year, as: year.leader)
    }
    try year.addItem()
    for actor in [year.members[0], year.staff, year.secretary, year.stranger] {
      try year.kommune.expect(AccessRefusal.youMayNotDoThis) { try approve(year, as: actor) }
    }
  }

  @Test("Nobody approves an agenda they have not read", arguments: Engine.available)
  func refusesAStaleAgenda(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    try year.addItem()
    let seen = year.version
    try year.addItem("Lagt til etterpå")
    try year.kommune.expect(VersionRefusal.recordHasChanged) {
      try year.kommune.run(
        ApproveAgenda.self, as: year.leader, ["meeting": year.at, "version": seen])
    }
    try year.kommune.expect(VersionRefusal.nameTheVersionYouRead) {
      try year.kommune.run(ApproveAgenda.self, as: year.leader, ["meeting": year.at])
    }
  }

  @discardableResult
  private func approve(_ year: CouncilYear, as actor: Actor) throws -> Meeting {
    let meeting = try year.kommune.run(
      ApproveAgenda.self, as: actor, ["meeting": year.at, "version": year.version])
    year.meeting = meeting
    return meeting
  }
}
