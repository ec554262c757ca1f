import Kernel
import Tenancy
import TestKit
import Testing
import UseCases
import Web

@testable import Councils

@Suite struct ChangeCouncilStatusTests {
  @Test(
    "A council rests, works again and is dissolved, and all of it is told",
    arguments: Engine.available)
  func tellsItsLife(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let id = try council(in: kommune)
    let secretary = try kommune.secretary()
    try kommune.change(id, to: "inactive", as: secretary)
    kommune.now = kommune.now.adding(days: 30)
    try kommune.change(id, to: "constituted", version: 2, ["validFrom": "2026-09-10"])
    let done = try kommune.change(
      id, to: "dissolved", version: 3,
      ["decidedBy": "Kommunestyret", "nobodyTakesOver": "Skolen finnes ikke lenger."])

    #expect(done.history.map(\.status) == [.dissolved, .constituted, .inactive, .constituted])
    #expect(done.history.map(\.was) == [.constituted, .inactive, .constituted, nil])
    #expect(done.history.last?.validFrom == done.council.constitutedOn)
    #expect(done.version == 4)
    let client = TestClient(kommune)
    let page = client.page("/rad/\(id)").text
    #expect(page.contains("Skolen finnes ikke lenger."))
    #expect(page.contains("Ingen stilte til valg."))
    #expect(!page.contains("/rad/\(id)/status"))
    #expect(client.api(.get, "/councils/\(id)").text.contains("\"decidedBy\":\"Kommunestyret\""))
  }

  @Test("A dissolved council is never revived", arguments: Engine.available)
  func dissolvedIsForGood(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let id = try council(in: kommune)
    try kommune.dissolve(id)
    for status in ["constituted", "inactive", "dissolved"] {
      try kommune.expect(ChangeCouncilStatus.Refusal.councilIsDissolved) {
        try kommune.change(id, to: status, version: 2)
      }
    }
  }

  @Test(
    "Whoever dissolves says who decided, and who takes over or why nobody",
    arguments: Engine.available)
  func somebodyTakesOver(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let councils = try kommune.schoolsWithCouncils(3).map(\.id)
    let decided: [String: Value] = ["decidedBy": "Kommunestyret"]
    func expect(_ refusal: ChangeCouncilStatus.Refusal, _ more: [String: Value]) throws {
      try kommune.expect(refusal) { try kommune.change(councils[0], to: "dissolved", more) }
    }
    try expect(.sayWhoDecided, ["nobodyTakesOver": "Skolen finnes ikke lenger."])
    try expect(.sayWhoTakesOver, decided)
    try expect(.sayWhoTakesOver, decided.merging(["nobodyTakesOver": "fordi - - - - -"]) { $1 })
    try expect(.successorCannotTakeOver, decided.merging(named(councils[0])) { $1 })
    try expect(.successorCannotTakeOver, decided.merging(named(ID(high: 1, low: 1))) { $1 })
    try kommune.dissolve(councils[2])
    try expect(.successorCannotTakeOver, decided.merging(named(councils[2])) { $1 })

    let done = try kommune.change(
      councils[0], to: "dissolved", decided.merging(named(councils[1])) { $1 })
    #expect(done.history.first?.successorName == "Brukerrådet ved Skole 1")
    #expect(TestClient(kommune).page("/rad/\(councils[0])").text.contains("/rad/\(councils[1])\""))
  }

  private func named(_ successor: ID<Council>) -> [String: Value] {
    ["successor": .text("\(successor)")]
  }

  @Test(arguments: Engine.available)
  func refusesWhatDoesNotFit(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let id = try council(in: kommune)
    func expect(
      _ refusal: ChangeCouncilStatus.Refusal, _ status: String, _ more: [String: Value]
    ) throws {
      try kommune.expect(refusal) { try kommune.change(id, to: status, more) }
    }
    try expect(.councilIsSoAlready(.constituted), "constituted", [:])
    try expect(.giveAReason, "inactive", ["reason": "......... ......"])
    try expect(.dayDoesNotFit, "inactive", ["validFrom": "2026-08-18"])
    try expect(.dayDoesNotFit, "inactive", ["validFrom": "2026-07-31"])
    try expect(.onlyTheDissolvedAreSucceeded, "inactive", ["nobodyTakesOver": "Ingen tar over nå"])
    try kommune.expect(VersionRefusal.recordHasChanged) {
      try kommune.change(id, to: "inactive", version: 7)
    }
    try kommune.expect(AccessRefusal.youMayNotDoThis) {
      try kommune.change(id, to: "inactive", as: kommune.person("forelder0@example.org"))
    }
    try kommune.expect(AccessRefusal.thereIsNoSuchRecord) {
      try kommune.change(ID(high: 1, low: 1), to: "inactive")
    }
  }

  @Test("A council of a term to come can rest today", arguments: Engine.available)
  func restsBeforeItsTerm(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let later = ["termStart": Value.text("2026-10-01")]
    let id = try kommune.run(
      ConstituteCouncil.self,
      SchoolCouncil.request(try kommune.school(), SchoolCouncil.seats(), later)
    ).id
    #expect(try kommune.change(id, to: "inactive").council.status == .inactive)
  }

  @Test(
    "The form says what a council can become, and who may change it", arguments: Engine.available)
  func showsTheForm(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let councils = try kommune.schoolsWithCouncils(3)
    let id = councils[0].id
    try kommune.dissolve(councils[2].id)
    let read = ["council": Value.text("\(id)")]
    let start = try kommune.run(PrepareStatusChange.self, as: kommune.secretary(), read)
    #expect(start.others.map(\.id) == [councils[1].id])
    try kommune.expect(AccessRefusal.youMustSignIn) {
      try kommune.run(PrepareStatusChange.self, as: .visitor, read)
    }
  }

  private func council(in kommune: TestKit.Kommune) throws -> ID<Council> {
    try kommune.run(ConstituteCouncil.self, SchoolCouncil.request(try kommune.school())).id
  }
}
