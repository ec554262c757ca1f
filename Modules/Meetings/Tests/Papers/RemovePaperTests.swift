import Database
import TestKit
import Testing
import UseCases
import Web

@testable import Meetings

@Suite struct RemovePaperTests {
  @Test("Those who added it and those who lead take it away", arguments: Engine.available)
  func removes(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let item = try year.addItem()
    for actor in [year.members[0], year.leader, year.secretary] {
      try remove(year.attach(to: item), year, as: actor)
    }
    let left: Int? = try year.kommune.value("SELECT count(*) FROM meetings_paper_piece")
    #expect(left == 0)
    let paper = try year.attach(to: item)
    try year.kommune.expect(RemovePaper.Refusal.somebodyElseAddedIt) {
      try remove(paper, year, as: year.members[1])
    }
    try year.kommune.expect(AccessRefusal.youMayNotDoThis) {
      try remove(paper, year, as: year.stranger)
    }
  }

  @Test("Papers of a meeting that was opened stay", arguments: Engine.available)
  func staysOnceOpened(_ engine: Engine) throws {
    let year = try CouncilYear(on: engine)
    let paper = try year.attach(to: try year.addItem())
    try year.approveAgenda()
    try year.open()
    try year.kommune.expect(RemovePaper.Refusal.meetingHasBegun) {
      try remove(paper, year, as: year.leader)
    }
    for statement in [
      "DELETE FROM meetings_paper_piece", "UPDATE meetings_paper SET name = 'a.pdf'",
      "UPDATE meetings_paper_piece SET number = 5",
    ] as [SQL] {
      #expect(throws: (any Error).self) { try year.kommune.sql(statement) }
    }
  }

  private func remove(_ paper: Paper, _ year: CouncilYear, as actor: Actor) throws {
    try year.kommune.run(
      RemovePaper.self, as: actor,
      [
        "meeting": year.at, "item": .text("\(paper.item)"), "paper": .text("\(paper.id)"),
      ])
  }
}
