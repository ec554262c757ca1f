import Crypto
import Identity
import Kernel
import TestKit
import Testing
import UseCases
import Web

@Suite struct LookUpPersonTests {
  @Test("An auditor finds a person's id, and each look-up is an event", arguments: Engine.available)
  func findsThem(_ engine: Engine) throws {
    let log = try Log(on: engine)
    func find(_ email: String) throws -> [FoundPerson] {
      try log.kommune.run(LookUpPerson.self, as: log.auditor, ["email": .text(email)])
    }

    for _ in 1...2 {
      let found = try find("Siv@Eksempel.no")
      #expect(found.map { $0.id.erased() } == [log.secretary.id])
      #expect(found.map(\.name) == ["Siv Skriver"])
    }
    #expect(try find("ingen@eksempel.no").isEmpty)

    let traces = try log.read(["event": "person-looked-up"]).data
    let siv = try #require(log.secretary.id)
    #expect(traces.map { $0.facts.map(\.value) } == [["unknown"], ["\(siv)"]], "once an hour")
  }

  @Test("Nobody else looks people up", arguments: Engine.available)
  func onlyAuditorsLookPeopleUp(_ engine: Engine) throws {
    let log = try Log(on: engine)
    let admin = try log.kommune.addPerson("Ada", "ada@eksempel.no", .administrator)
    for actor in [admin, log.secretary] {
      try log.kommune.expect(AccessRefusal.youMayNotDoThis) {
        try log.kommune.run(LookUpPerson.self, as: actor, ["email": "siv@eksempel.no"])
      }
      try log.kommune.expect(AccessRefusal.youMayNotDoThis) {
        try log.kommune.run(ShowPersonLookUp.self, as: actor)
      }
    }
  }

  @Test("The address goes in a form, and the page leads on by the id")
  func theAddressStandsInNoAddress() throws {
    let log = try Log(on: .sqlite)
    let client = TestClient(log.kommune)
    let session = try Door.session(of: log)
    client.token = session
    let form = client.page("/hendelser/person").text
    #expect(form.contains("<form method=\"post\""))
    let token = Secret(presented: session).derived(for: "form")

    let found = client.submit("/hendelser/person", "_token=\(token)&email=siv%40eksempel.no")

    #expect(found.status == 200)
    let siv = try #require(log.secretary.id)
    #expect(found.text.contains("/hendelser?person=\(siv)\">Vis det Siv Skriver har gjort</a>"))
    let nobody = client.submit("/hendelser/person", "_token=\(token)&email=ingen%40eksempel.no")
    #expect(nobody.text.contains("Ingen i kommunen har denne adressen."))
    #expect(!nobody.text.contains("person=ingen"))
    #expect(client.page("/hendelser?person=siv@eksempel.no").status == 422)
  }
}
