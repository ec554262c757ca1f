import Identity
import Kernel
import TestKit
import Testing
import UseCases
import Web

/// How an auditor comes in.
enum Door {
  static func session(of log: Log, _ email: String = "rune@eksempel.no") throws -> String {
    let invitation = try log.kommune.run(InvitePerson.self, ["email": .text(email)])
    return try log.kommune.run(
      AcceptInvitation.self, as: .visitor,
      ["token": .text(invitation.secret), "password": .text(Someone.password)]
    ).token
  }
}

@Suite struct EventDoorTests {
  @Test(arguments: Engine.available)
  func anAuditorReadsThePageAndLeavesATrace(_ engine: Engine) throws {
    let log = try Log(on: engine)
    let client = TestClient(log.kommune)
    client.token = try Door.session(of: log)
    let siv = try #require(log.secretary.id)
    let page = client.page("/hendelser?person=\(siv)&event=&record=&from=&to=")
    #expect(page.status == 200)
    #expect(page.text.contains("Ingen hendelser passer"))
    #expect(page.text.contains("/hendelser/person\">Finn id-en til en person</a>"))
    let all = client.page("/hendelser?sprak=nn").text
    #expect(all.contains("Gav ein person ei rolle"))
    #expect(all.contains("Las hendingsloggen"))
    #expect(all.contains(">Hendingar</a>"))
    #expect(try log.kommune.events("events-read") == 2)
  }

  @Test func othersDoNotSeeTheWay() throws {
    let log = try Log(on: .sqlite)
    let client = TestClient(log.kommune)
    #expect(!client.page("/").text.contains("Hendelser"))
    #expect(client.page("/hendelser").status == 303)
    client.token = try Door.session(of: log, "siv@eksempel.no")
    #expect(!client.page("/").text.contains("Hendelser"))
    #expect(client.page("/hendelser").status == 403)
  }

  @Test(
    "A refused attempt is an event, once per person, matter and hour", arguments: Engine.available)
  func refusalsAreLogged(_ engine: Engine) throws {
    let log = try Log(on: engine)
    let client = try log.client(.secretary)
    for _ in 1...3 { #expect(client.api(.get, "/events").status == 403) }
    #expect(client.api(.get, "/events/export?format=csv").status == 403)
    #expect(client.api(.get, "/units").status == 200)
    let refused = try log.read(["event": "access-refused"]).data
    #expect(refused.map { $0.facts.map(\.value) } == [["exportEvents"], ["listEvents"]])
    #expect(refused.map(\.actorName) == ["Program", "Program"])
    log.kommune.now = log.kommune.now.adding(seconds: 3600)
    #expect(client.api(.get, "/events").status == 403)
    #expect(try log.kommune.events("access-refused") == 3)
    #expect(try log.kommune.verdict() == .whole(9))
  }

  @Test("Who is not signed in fills no log", arguments: Engine.available)
  func visitorsLeaveNothing(_ engine: Engine) throws {
    let log = try Log(on: engine)
    let before = try log.kommune.fingerprint()
    #expect(TestClient(log.kommune).api(.get, "/events").status == 401)
    #expect(TestClient(log.kommune).page("/hendelser").status == 303)
    #expect(try log.kommune.fingerprint() == before)
  }

  @Test("Reading the list of people is an event", arguments: Engine.available)
  func listingPeopleIsLogged(_ engine: Engine) throws {
    let log = try Log(on: engine)
    let admin = try log.kommune.addPerson("Ada", "ada@eksempel.no", .administrator)
    for _ in 1...2 { try log.kommune.run(ListPeople.self, as: admin) }
    #expect(try log.kommune.events("people-listed") == 1)
    for _ in 1...2 { try log.kommune.run(ListPeople.self) }
    #expect(try log.kommune.events("people-listed") == 3)
    try log.kommune.run(ListTokens.self, as: admin)
    #expect(try log.read().data.first?.event == "people-listed")
  }
}
