import Kernel
import TestKit
import Testing
import UseCases
import Web

@testable import Councils
@testable import Identity

@Suite struct FormCouncilTests {
  @Test("R134: places that could never keep the rules", arguments: Engine.available)
  func refusesImpossiblePlaces(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let school = try kommune.school()
    for groups in [
      ["forelder": 3, "elev": 2, "ansatt": 1], ["forelder": 2, "elev": 3],
      ["forelder": 2, "elev": 3, "ansatt": 1, "politiker": 1],
    ] as [KeyValuePairs<String, Int>] {
      try kommune.expect(code: "composition-breaks-the-rule") {
        try kommune.run(
          FormCouncil.self, ElectionPlay.request(school, groups, from: kommune.now))
      }
    }
  }

  @Test("Days in the wrong order are named in their row", arguments: Engine.available)
  func refusesDays(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    var request = ElectionPlay.request(
      try kommune.school(), ["forelder": 2, "elev": 3, "ansatt": 1], from: kommune.now)
    request["termStart"] = .text("\(OsloTime(kommune.now).day.adding(days: 20))")
    try kommune.expect(CallRefusal.termStartsBeforeElection("groups.0.heldOn")) {
      try kommune.run(FormCouncil.self, request)
    }
  }

  @Test("Nobody raises hands where the rules want slips", arguments: Engine.available)
  func refusesHands(_ engine: Engine) throws {
    let play = try ElectionPlay(on: engine) { $0.personBallot = .secret }
    let unit = try play.kommune.addUnits("skole,Bakken skole,Østbyen,,skole")
      .first { $0.name == "Bakken skole" }.orNotFound()
    var request = ElectionPlay.request(
      unit, ["forelder": 2, "elev": 3, "ansatt": 1], from: play.kommune.now)
    guard case .list(let groups) = request["groups"], case .object(let first) = groups[0] else {
      Issue.record("no groups")
      return
    }
    request["groups"] = .list(
      [.object(first.merging(["method": "open"]) { $1 })] + groups.dropFirst())
    try play.kommune.expect(EnterCount.Refusal.writtenBallotIsDemanded) {
      try play.kommune.run(FormCouncil.self, request)
    }
  }

  @Test("Only those who hold elections may", arguments: Engine.available)
  func refusesOthers(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let school = try kommune.school()
    let request = ElectionPlay.request(
      school, ["forelder": 2, "elev": 3, "ansatt": 1], from: kommune.now)
    let leader = try kommune.addPerson(
      "Rita Rektor", "rita@example.org", .unitLeader, in: school.id)
    try kommune.expect(AccessRefusal.youMayNotDoThis) {
      try kommune.run(FormCouncil.self, as: leader, request)
    }
    try kommune.run(FormCouncil.self, request)
    try kommune.expect(ConstituteCouncil.Refusal.unitHasACouncilOfThatName) {
      try kommune.run(FormCouncil.self, request)
    }
  }

  @Test(
    "K3: elections to two pupils and not three are called with a deviation",
    arguments: Engine.available)
  func deviates(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    var request = ElectionPlay.request(
      try kommune.school(), ["forelder": 2, "elev": 2, "ansatt": 1], from: kommune.now)
    try kommune.expect(code: "composition-breaks-the-rule") {
      try kommune.run(FormCouncil.self, request)
    }
    request["deviations"] = .list(
      [("groups.elev", "2"), ("size", "4")].map { field, value in
        .object([
          "field": .text(field), "value": .text(value), "decidedBy": "rektor og FAU",
          "reason": "Elevrådet har bare to som kan.", "decidedOn": "2026-08-10",
        ])
      })
    let council = try kommune.run(FormCouncil.self, request)
    let rules = try kommune.work(as: .host, .read) { try council.rules(in: $0) }
    #expect(rules.size == .oneOf([4]))
    let overview = try kommune.run(
      ListDeviations.self, as: .visitor, ["council": .text("\(council.id)")])
    #expect(overview.history.decisions.map(\.decidedOn) == [day(2026, 8, 10), day(2026, 8, 10)])
  }

  @Test("The form calls every election at once", arguments: Engine.available)
  func callsByForm(_ engine: Engine) throws {
    let kommune = try Kommune(on: engine)
    let school = try kommune.school()
    let secretary = try kommune.secretary()
    let client = TestClient(kommune)
    let person = try secretary.member.orNotFound().id
    client.token = try kommune.work { try Session.start(for: person, in: $0).token }
    let path = "/nytt-rad/\(school.id)/trondheim-skole"
    #expect(client.page(path).text.contains("\(path)/valg"))
    let preparation = try kommune.run(
      PrepareElections.self, as: secretary,
      ["unit": .text("\(school.id)"), "ruleSet": "trondheim-skole"])
    #expect(preparation.rules.groups.count == 3)
    let page = client.page("\(path)/valg").text
    let token = page.split(separator: "name=\"_token\" value=\"").last?.prefix { $0 != "\"" } ?? ""
    #expect(page.contains("Avvik fra reglene"))
    var fields = [("termStart", "2026-10-01"), ("name", "Rådet"), ("_token", String(token))]
    for (index, (group, places)) in [("forelder", "2"), ("elev", "3"), ("ansatt", "1")].enumerated()
    {
      fields += [
        ("groups.\(index).group", group), ("groups.\(index).places", places),
        ("groups.\(index).nominateUntil", "2026-09-01"), ("groups.\(index).heldOn", "2026-09-10"),
      ]
    }
    let answer = client.submit("\(path)/valg", SchoolCouncil.form(fields))
    #expect(answer.status == 303, "\(answer.text)")
    let councils = try kommune.run(ListCouncils.self, as: .visitor).data
    #expect(councils.map(\.status) == [.forming])
    #expect(client.page("/rad/\(councils[0].id)/valg").text.contains("lyst ut"))
  }
}
